"""Settings as lists, five seeds in a range, seeds in the outer loop."""

EXPERIMENT_1 = [64, 50]
EXPERIMENT_2 = [1000, 20]
SEEDS = range(10, 15)


def experiment_table(settings, seeds, train, validation):
    rows = []
    for seed in seeds:
        for setting in settings:
            rows.append(run_experiment(*setting, seed, train, validation))
    return tuple(rows)
