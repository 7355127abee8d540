"""The weights say why the network works.

caught by: test_q9_is_right
says: don't say why the network works
"""

q9 = "C"
