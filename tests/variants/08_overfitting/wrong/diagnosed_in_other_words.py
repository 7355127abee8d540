"""True and False instead of the three texts.

caught by: test_diagnosis_of_the_printed_history
says: should return one of the texts
"""

def diagnose(history):
    return overfitting_begins(history) is not None
