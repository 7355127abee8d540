"""Array by array, as the deck names them."""

import tensorflow_datasets as tfds



def load_mnist():
    mnist, mnist_info = tfds.load('mnist', with_info=True, shuffle_files=True,
                                  as_supervised=True, batch_size=-1)
    ds_train = (mnist['train'][0].numpy(), mnist['train'][1].numpy())
    ds_test = (mnist['test'][0].numpy(), mnist['test'][1].numpy())
    print(mnist_info)
    return ds_train, ds_test
