"""Only x1 and x2 for the circle.

caught by: test_one_neuron_solves_the_circle
says: no straight line does it
"""

CIRCLE_FEATURES = ["x1", "x2"]
