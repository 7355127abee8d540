"""Only the square from -1 to 1.

caught by: test_map_holds_the_outputs
says: Both x1 and x2 should run from -6 to 6
"""

def decision_map(model, names, size):
    line = np.linspace(-1, 1, size)
    x1, x2 = np.meshgrid(line, line)
    places = np.column_stack([x1.ravel(), x2.ravel()])
    return model.predict(features(places, names), verbose=0).reshape(size, size)
