"""pyplot's own functions, two figures, plt.show, and nothing returned."""

def plot_history(history):
    for name in ("loss", "accuracy"):
        plt.figure()
        x = np.arange(len(history[name])) + 1
        plt.plot(x, history[name], "b--", label="train")
        plt.plot(x, history["val_" + name], "r-", label="val")
        plt.title(name)
        plt.xlabel("Epoch")
        plt.ylabel(name)
        plt.legend()
        plt.show()
