"""The conclusions computed from the table when the file runs."""

CONCLUSION_1 = conclude(load_table(), BASELINE, EXPERIMENT_1)
CONCLUSION_2 = conclude(load_table(), BASELINE, EXPERIMENT_2)
