"""All runs as dots, plt.ylabel, nothing returned."""

def plot_experiments(rows):
    settings = list(dict.fromkeys((r["hidden_units"], r["epochs"]) for r in rows))
    values = [[r["val_accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == s] for s in settings]
    names = [str(s) for s in settings]
    figure, axes = plt.subplots()
    for i, v in enumerate(values):
        plt.scatter([i] * len(v), v)
    plt.ylabel("val_accuracy")
    plt.show()
