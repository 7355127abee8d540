"""What does not overfit is called a good fit.

caught by: test_underfitting_is_diagnosed
says: that still fall clearly at the end
"""

def diagnose(history):
    return "good fit" if overfitting_begins(history) is None else "overfitting"
