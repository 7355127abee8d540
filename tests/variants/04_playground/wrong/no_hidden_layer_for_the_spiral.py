"""No hidden layer for the spiral.

caught by: test_hidden_layers_solve_the_spiral
says: Without a hidden layer no choice of features
"""

SPIRAL_HIDDEN = []
