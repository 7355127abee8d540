"""Accuracy in per cent.

caught by: test_accuracy_on_counts_right_answers
says: that is in per cent
"""

def accuracy_on(model, images, labels):
    return 100 * np.mean(predict_labels(model, images) == labels)
