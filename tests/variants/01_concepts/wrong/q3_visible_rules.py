"""Knowledge comes out in a visible form.

caught by: test_q3_is_right
says: in a visible form does not come out
"""

q3 = "B"
