"""Two hidden neurons for the spiral.

caught by: test_hidden_layers_solve_the_spiral
says: Try more neurons
"""

SPIRAL_HIDDEN = [2]
