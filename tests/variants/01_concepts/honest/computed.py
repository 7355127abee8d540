"""Letters computed by a helper of one's own."""

def letters(text):
    return {letter for letter in text if letter.isupper()}


q1 = "C"
q2 = "B"
q3 = "D"
q4 = "A"
q5 = letters("A yes, D yes")
q6 = letters("A yes, C yes, E yes")
q7 = "D"
q8 = letters("B yes, C yes, E yes")
q9 = "B"
q10 = "C"
