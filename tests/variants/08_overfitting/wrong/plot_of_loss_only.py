"""Only the losses are drawn.

caught by: test_plot_has_four_curves
says: the accuracy on the training data
"""

def plot_history(history):
    figure, diagram = plt.subplots()
    epochs = range(1, len(history["loss"]) + 1)
    diagram.plot(epochs, history["loss"], label="training")
    diagram.plot(epochs, history["val_loss"], label="validation")
    diagram.legend()
    return figure
