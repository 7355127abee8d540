"""Loss as an object, points as a tf.data set."""

def train(model, x, y, epochs):
    data = tf.data.Dataset.from_tensor_slices((x, y.reshape(-1, 1))).shuffle(len(x), seed=1)
    loss = keras.losses.BinaryCrossentropy()
    model.compile(keras.optimizers.Adam(0.03), loss, metrics=["acc"])
    return model.fit(data.batch(10), epochs=epochs, verbose=0)
