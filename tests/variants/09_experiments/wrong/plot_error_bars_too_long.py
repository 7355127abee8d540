"""errorbar is given the lowest and highest values themselves, not their distances from the mean.

caught by: test_plot_shows_the_spread
says: takes lengths, measured from the mean
"""


def plot_experiments(rows):
    lines = summarise(rows)
    means = [line["mean"] for line in lines]
    figure, axes = plt.subplots()
    ends = [[line["lowest"] for line in lines], [line["highest"] for line in lines]]
    axes.errorbar(range(len(lines)), means, yerr=ends, fmt="o")
    axes.set_ylabel("validation accuracy")
    return figure
