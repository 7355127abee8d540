"""No name at the horizontal axis.

caught by: test_plot_is_labelled
says: lacks a name at an axis
"""

def plot_history(history):
    figure, diagrams = plt.subplots(1, 2, figsize=(10, 4))
    for diagram, name in zip(diagrams, ("loss", "accuracy"), strict=True):
        epochs = range(1, len(history[name]) + 1)
        diagram.plot(epochs, history[name], label="training")
        diagram.plot(epochs, history["val_" + name], label="validation")
        diagram.set_title(name)
        diagram.set_ylabel(name)
        diagram.legend()
    return figure
