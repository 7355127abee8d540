"""Mean of the training accuracies.

caught by: test_summarise_by_hand
says: the mean of the training accuracies
"""

def summarise(rows):
    found = {}
    for row in rows:
        found.setdefault((row["hidden_units"], row["epochs"]), []).append(row["accuracy"])
    return [
        {"hidden_units": s[0], "epochs": s[1], "runs": len(v), "mean": np.mean(v), "lowest": min(v), "highest": max(v)}
        for s, v in found.items()
    ]


def plot_experiments(rows):
    figure, axes = plt.subplots()
    for place, setting in enumerate(sorted({(r["hidden_units"], r["epochs"]) for r in rows})):
        values = [r["val_accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == setting]
        axes.plot([place] * len(values), values, "o")
    axes.set_ylabel("validation accuracy")
    return figure
