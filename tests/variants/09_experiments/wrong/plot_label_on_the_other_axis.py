"""Only the settings' axis is named.

caught by: test_plot_says_what_is_drawn
says: not on the axis of the accuracy
"""


def plot_experiments(rows):
    lines = summarise(rows)
    means = [line["mean"] for line in lines]
    figure, axes = plt.subplots()
    below = [line["mean"] - line["lowest"] for line in lines]
    above = [line["highest"] - line["mean"] for line in lines]
    axes.errorbar(range(len(lines)), means, yerr=[below, above], fmt="o")
    axes.set_xlabel("hidden units / epochs")
    return figure
