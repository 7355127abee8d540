"""x1 alone for XOR.

caught by: test_one_neuron_solves_xor
says: on whether their signs agree
"""

XOR_FEATURES = ["x1"]
