"""Labels in Japanese, accuracies in per cent, the legend at the figure."""

def plot_history(history):
    figure, (upper, lower) = plt.subplots(2, 1)
    epochs = list(range(1, len(history["loss"]) + 1))
    upper.plot(epochs, history["loss"], label="訓練データ")
    upper.plot(epochs, history["val_loss"], label="検証データ")
    lower.plot(epochs, 100 * np.array(history["accuracy"]), label="訓練データ")
    lower.plot(epochs, 100 * np.array(history["val_accuracy"]), label="検証データ")
    for axes, name in ((upper, "損失"), (lower, "精度 (%)")):
        axes.set_xlabel("エポック")
        axes.set_ylabel(name)
        axes.axvline(best_epoch(history), color="gray", linestyle=":")
        axes.grid(True)
    figure.legend(*upper.get_legend_handles_labels())
    return figure
