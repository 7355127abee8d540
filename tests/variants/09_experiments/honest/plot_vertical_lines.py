"""vlines from the lowest to the highest run, and the means as dots."""


def plot_experiments(rows):
    lines = summarise(rows)
    means = [line["mean"] for line in lines]
    figure, axes = plt.subplots()
    lowest, highest = ([line[name] for line in lines] for name in ("lowest", "highest"))
    axes.vlines(range(len(lines)), lowest, highest)
    axes.scatter(range(len(lines)), means)
    axes.set_ylabel("validation accuracy")
    return figure
