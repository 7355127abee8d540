"""Plain Python: loops, lists, math.exp; slower but right."""

import math


def one_hot(labels, classes=10):
    return [[1 if column == label else 0 for column in range(classes)] for label in labels]


def classify_one(hidden, W, b):
    scores = []
    for k in range(len(b)):
        total = b[k]
        for j in range(len(hidden)):
            total = total + hidden[j] * W[j][k]
        scores.append(total)
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    return [p / sum(powers) for p in powers]


def classify(hidden, W, b):
    if hidden.ndim == 1:
        return classify_one(hidden, W, b)
    return [classify_one(row, W, b) for row in hidden]


def strongest(row):
    best = 0
    for place in range(1, len(row)):
        if row[place] > row[best]:
            best = place
    return best


def predict_class(activations):
    if activations.ndim == 1:
        return strongest(activations)
    return [strongest(row) for row in activations]


def accuracy(truth, predicted):
    right = 0
    for t, p in zip(truth, predicted):
        if t == p:
            right += 1
    return right / len(truth)


def confusion_matrix(truth, predicted, classes=10):
    matrix = [[0] * classes for _ in range(classes)]
    for t, p in zip(truth, predicted):
        matrix[t][p] += 1
    return matrix
