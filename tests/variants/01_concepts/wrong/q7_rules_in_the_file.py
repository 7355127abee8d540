"""The rules stand in the network's file.

caught by: test_q7_is_right
says: numbers, the weights
"""

q7 = "A"
