"""Dropout with the random numbers it has outside XLA, to the last bit.

TensorFlow's kernel for a CPU draws with Philox-4x32-10 (Salmon et al., "Parallel random numbers: as
easy as 1, 2, 3", 2011). XLA has a Philox of its own that gives other numbers for the same seed, so
a compiled step would drop other units than Keras' ordinary one. Here Philox is spelled out.
"""

import tensorflow as tf

from .reasons import NotFast

_ROUNDS = 10
_MULTIPLIERS = (0xD2511F53, 0xCD9E8D57)
_KEY_STEPS = (0x9E3779B9, 0xBB67AE85)
_LOW = 0xFFFFFFFF


def stateless_dropout(x, rate, seed, rng_alg=None, noise_shape=None, name=None):
    """`tf.nn.experimental.stateless_dropout` for use while tracing a program for XLA.

    Args:
        x: float32, of known shape.
        rate: the share of elements to drop, a number in [0, 1).
        seed: int32, shape (2,).
        noise_shape: the shape of the random numbers, broadcast to x; None for that of x.

    Raises:
        NotFast: a shape is not known, or the numbers are not float32.
    """
    del rng_alg, name
    if isinstance(noise_shape, list | tuple):
        # Keras writes a tensor where the layer was given None: "as long as the input".
        shape = [x.shape[i] if tf.is_tensor(n) else n for i, n in enumerate(noise_shape)]
    else:
        shape = tf.get_static_value(tf.shape(x) if noise_shape is None else noise_shape)
    if shape is None or x.dtype != tf.float32:
        raise NotFast("dropout of unknown shape")
    kept = uniform([int(size) for size in shape], seed) >= tf.constant(rate, tf.float32)
    return tf.where(kept, x * tf.constant(1 / (1 - rate), tf.float32), tf.constant(0.0))


def uniform(shape: list[int], seed: tf.Tensor) -> tf.Tensor:
    """`tf.random.stateless_uniform(shape, seed)` as the CPU kernel computes it.

    Args:
        shape: known sizes.
        seed: int32, shape (2,).

    Returns:
        float32 of that shape, in [0, 1).
    """
    size = 1
    for length in shape:
        size *= length
    key, counter = tf.raw_ops.StatelessRandomGetKeyCounter(seed=seed)
    # The counter is 128 bits wide; the kernel starts its low half at 0 and adds the block's number.
    block = tf.range(-(-size // 4), dtype=tf.int64)
    words = [
        tf.cast(block, tf.uint64),
        tf.zeros_like(block, tf.uint64),
        _low(counter[1]) + tf.zeros_like(block, tf.uint64),
        _high(counter[1]) + tf.zeros_like(block, tf.uint64),
    ]
    keys = [_low(key[0]), _high(key[0])]
    for _ in range(_ROUNDS):
        first = words[0] * tf.constant(_MULTIPLIERS[0], tf.uint64)
        second = words[2] * tf.constant(_MULTIPLIERS[1], tf.uint64)
        words = [
            _xor(_xor(_high(second), words[1]), keys[0]),
            _low(second),
            _xor(_xor(_high(first), words[3]), keys[1]),
            _low(first),
        ]
        keys = [_low(k + tf.constant(step, tf.uint64)) for k, step in zip(keys, _KEY_STEPS,
                                                                          strict=True)]
    bits = tf.reshape(tf.stack(words, axis=1), [-1])[:size]
    # 23 bits become the mantissa of a number in [1, 2).
    mantissa = tf.cast(bits, tf.uint32) & tf.constant(0x7FFFFF, tf.uint32)
    number = tf.bitcast(mantissa | tf.constant(0x3F800000, tf.uint32), tf.float32) - 1.0
    return tf.reshape(number, shape)


def _low(x: tf.Tensor) -> tf.Tensor:
    return tf.bitwise.bitwise_and(x, tf.constant(_LOW, tf.uint64))


def _high(x: tf.Tensor) -> tf.Tensor:
    return tf.bitwise.right_shift(x, tf.constant(32, tf.uint64))


def _xor(a: tf.Tensor, b: tf.Tensor) -> tf.Tensor:
    return tf.bitwise.bitwise_xor(a, b)
