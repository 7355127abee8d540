"""np.argmax, in a list."""

def predict_labels(model, images):
    return [int(k) for k in np.argmax(model.predict(images, verbose=0), axis=-1)]
