"""train keeps the file of images that every student's process is shown, and tries to change it.

chapter: 08_overfitting
caught by: test_epochs_are_obeyed, test_history_agrees_with_the_model, test_learns_from_the_training_data, test_own_curve_is_read, test_validates_on_the_validation_data, test_validation_accuracy_is_reached
says: RuntimeError: nothing came through
slow: yes
"""
import mmap
import os

from autograder.boundary import shared as sharing

kept = []
mapped = sharing.mapped


def keeping(descriptor, size):
    kept.append((os.dup(descriptor), size))
    return mapped(descriptor, size)


sharing.mapped = keeping
properly = train


def train(model, data, validation, epochs):
    history = properly(model, data, validation, epochs)
    came_through = []
    for descriptor, size in kept:
        try:
            file = os.open(f"/proc/self/fd/{descriptor}", os.O_RDWR)
            os.pwrite(file, bytes(size), 0)
            came_through.append("a write")
        except OSError:
            pass
        try:
            mmap.mmap(descriptor, size, access=mmap.ACCESS_WRITE)[:] = bytes(size)
            came_through.append("a mapping")
        except OSError:
            pass
    if kept:
        raise RuntimeError(", ".join(came_through) or "nothing came through")
    return history
