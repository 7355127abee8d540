"""relu draws figures of 100 million points and of enormous size, and answers rightly.

caught by:
slow: yes
"""


def relu(z):
    import matplotlib.pyplot as plt

    if np.size(z) == 3:
        for _ in range(12):
            plt.figure(figsize=(1, 1)).gca().plot(np.zeros(200_000))
    return np.maximum(0.0, z)
