"""Means without any spread.

caught by: test_plot_shows_the_spread
says: but no spread
"""

def plot_experiments(rows):
    settings = list(dict.fromkeys((r["hidden_units"], r["epochs"]) for r in rows))
    values = [[r["val_accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == s] for s in settings]
    names = [str(s) for s in settings]
    figure, axes = plt.subplots()
    axes.bar(names, [np.mean(v) for v in values])
    axes.set_ylabel("validation accuracy")
    return figure
