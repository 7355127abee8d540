"""Takes every three rows for one setting.

caught by: test_summarise_rows_in_any_order
says: by their entries, not by their place
"""

def summarise(rows):
    lines = []
    for i in range(0, len(rows), 3):
        v = [r["val_accuracy"] for r in rows[i : i + 3]]
        lines.append({"hidden_units": rows[i]["hidden_units"], "epochs": rows[i]["epochs"], "runs": len(v), "mean": np.mean(v), "lowest": min(v), "highest": max(v)})
    return lines
