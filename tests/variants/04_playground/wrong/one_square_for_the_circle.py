"""One square only.

caught by: test_one_neuron_solves_the_circle
says: What do all the points inside the circle have in common?
"""

CIRCLE_FEATURES = ["x1^2", "x2"]
