"""Pictures of the small chapter."""

import matplotlib.pyplot as plt


def line(lang):
    figure, axes = plt.subplots(figsize=(2, 1))
    axes.plot([0, 1])
    axes.set_title({"en": "A line", "ja": "直線"}[lang])
    return figure
