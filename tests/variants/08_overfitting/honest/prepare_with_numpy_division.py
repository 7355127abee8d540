"""np.divide with a dtype, or a division by 255.0 in float32."""

def prepare(images):
    return np.divide(images, np.float32(255), dtype="float32")
