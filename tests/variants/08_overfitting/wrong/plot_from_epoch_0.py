"""The epochs are counted from 0.

caught by: test_plot_is_labelled
says: begin at 0
"""

def plot_history(history):
    figure, diagrams = plt.subplots(1, 2, figsize=(10, 4))
    for diagram, name in zip(diagrams, ("loss", "accuracy"), strict=True):
        epochs = range(len(history[name]))
        diagram.plot(epochs, history[name], label="training")
        diagram.plot(epochs, history["val_" + name], label="validation")
        diagram.set_xlabel("epoch")
        diagram.set_ylabel(name)
        diagram.legend()
    return figure
