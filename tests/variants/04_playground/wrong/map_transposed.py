"""x1 and x2 swapped in the map.

caught by: test_map_holds_the_outputs
says: has x1 and x2 swapped
"""

def decision_map(model, names, size):
    line = np.linspace(-6, 6, size)
    x1, x2 = np.meshgrid(line, line, indexing="ij")
    places = np.column_stack([x1.ravel(), x2.ravel()])
    return model.predict(features(places, names), verbose=0).reshape(size, size)
