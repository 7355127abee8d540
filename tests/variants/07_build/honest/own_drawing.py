"""The picture is drawn with matplotlib, shapes and all."""

def draw_model(model, path):
    figure, axes = plt.subplots()
    for i, layer in enumerate(model.layers):
        axes.text(0.1, 1 - i / 5, f"{layer.name}: {layer.output.shape}")
    figure.savefig(path)
    plt.show()
