"""Loops and lists for the counting; sizes by the labels."""

def class_counts(labels):
    counts = [0] * 10
    for label in labels:
        counts[int(label)] += 1
    return counts


def split_sizes(train, test):
    sizes = []
    for split in (train, test):
        images, labels = split
        sizes.append(labels.shape[0])
    return sizes
