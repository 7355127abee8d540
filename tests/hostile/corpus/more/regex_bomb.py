"""is_active answers with text made to keep a slow regular expression busy.

caught by: test_is_active_by_hand
"""


def is_active(output, threshold=0.0):
    return "A" * 60_000 + "!" + "_" * 60_000
