"""Error bars without caps: their ends are in no line of the diagram."""


def plot_experiments(rows):
    lines = summarise(rows)
    means = [line["mean"] for line in lines]
    figure, axes = plt.subplots()
    below = [line["mean"] - line["lowest"] for line in lines]
    above = [line["highest"] - line["mean"] for line in lines]
    axes.errorbar(range(len(lines)), means, yerr=[below, above], fmt="o")
    axes.set_ylabel("validation accuracy")
    return figure
