"""One diagram for the training data, one for the validation data.

caught by: test_plot_has_four_curves
says: should be in one diagram
"""

def plot_history(history):
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(history["loss"], label="training loss")
    left.plot(history["accuracy"], label="training accuracy")
    right.plot(history["val_loss"], label="validation loss")
    right.plot(history["val_accuracy"], label="validation accuracy")
    return figure
