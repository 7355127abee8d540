"""draw_model gives back what plot_model returns, with other options."""

def draw_model(model, path):
    return tf.keras.utils.plot_model(
        model, path, show_shapes=True, show_layer_names=True, rankdir="LR", dpi=120
    )
