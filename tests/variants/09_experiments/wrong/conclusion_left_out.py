"""No conclusion about experiment 2.

caught by: test_conclusions_follow_from_the_own_table
says: still empty
"""

CONCLUSION_2 = None
