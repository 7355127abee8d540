"""Shows the training accuracies.

caught by: test_plot_shows_the_spread
says: shows the training accuracies
"""

def plot_experiments(rows):
    settings = list(dict.fromkeys((r["hidden_units"], r["epochs"]) for r in rows))
    values = [[r["accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == s] for s in settings]
    names = [str(s) for s in settings]
    figure, axes = plt.subplots()
    axes.plot(names, [np.mean(v) for v in values], "o")
    for i, v in enumerate(values):
        axes.plot([i, i], [min(v), max(v)])
    axes.set_ylabel("validation accuracy")
    return figure
