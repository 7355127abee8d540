"""relu asks the person at the keyboard; there is none.

caught by: test_relu_by_hand
says: EOFError
"""


def relu(z):
    return float(input("z? "))
