"""All seven features, to be safe.

caught by: test_one_neuron_solves_the_circle
says: 2 would be enough
"""

CIRCLE_FEATURES = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
