"""Bars with error bars, lying on their side."""

def plot_experiments(rows):
    settings = list(dict.fromkeys((r["hidden_units"], r["epochs"]) for r in rows))
    values = [[r["val_accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == s] for s in settings]
    names = [str(s) for s in settings]
    figure, axes = plt.subplots()
    means = [np.mean(v) for v in values]
    axes.barh(names, means, xerr=[[m - min(v) for m, v in zip(means, values)], [max(v) - m for m, v in zip(means, values)]])
    axes.set_xlabel("accuracy on validation data")
    return figure
