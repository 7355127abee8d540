"""The numbers are printed instead of drawn.

caught by: test_plot_has_four_curves
says: drew no figure
"""

def plot_history(history):
    for name, values in history.items():
        print(name, values)
