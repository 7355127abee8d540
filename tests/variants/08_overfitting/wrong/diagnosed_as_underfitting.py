"""The opposite of overfitting: the words are swapped.

caught by: test_diagnosis_of_the_printed_history
says: it rises
"""

def diagnose(history):
    if overfitting_begins(history) is not None:
        return "underfitting"
    return "good fit"
