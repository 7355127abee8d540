"""The number of right answers.

caught by: test_accuracy_on_counts_right_answers
says: the number of right answers
"""

def accuracy_on(model, images, labels):
    return np.sum(predict_labels(model, images) == labels)
