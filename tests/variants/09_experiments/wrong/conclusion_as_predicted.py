"""Concludes what was expected, not what the table shows.

caught by: test_conclusions_follow_from_the_own_table
says: doesn't show that
"""

CONCLUSION_1 = "better"
