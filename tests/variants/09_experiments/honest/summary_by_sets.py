"""Settings collected in a set first, NumPy for the figures, sorted."""

def summarise(rows):
    settings = sorted({(row["hidden_units"], row["epochs"]) for row in rows})
    lines = []
    for units, epochs in settings:
        v = np.array([r["val_accuracy"] for r in rows if r["hidden_units"] == units and r["epochs"] == epochs])
        lines.append({"hidden_units": units, "epochs": epochs, "runs": v.size, "mean": v.mean(),
                      "lowest": v.min(), "highest": v.max(), "spread": np.ptp(v)})
    return lines
