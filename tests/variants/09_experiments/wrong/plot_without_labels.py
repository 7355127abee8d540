"""No label on any axis.

caught by: test_plot_says_what_is_drawn
says: No axis of the plot has a label
"""

def plot_experiments(rows):
    settings = list(dict.fromkeys((r["hidden_units"], r["epochs"]) for r in rows))
    values = [[r["val_accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == s] for s in settings]
    names = [str(s) for s in settings]
    figure, axes = plt.subplots()
    for i, v in enumerate(values):
        axes.plot([i] * len(v), v, "o")
    axes.set_title("experiments")
    return figure
