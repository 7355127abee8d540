"""The share of wrong answers.

caught by: test_accuracy_on_counts_right_answers
says: the share of wrong answers
"""

def accuracy_on(model, images, labels):
    return np.mean(predict_labels(model, images) != labels)
