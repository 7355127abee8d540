"""Each setting with a seed of its own.

caught by: test_table_runs_every_setting_with_every_seed
says: Every setting is to be run with every seed
"""

def experiment_table(settings, seeds, train, validation):
    return [
        run_experiment(hidden_units, epochs, seed, train, validation)
        for (hidden_units, epochs), seed in zip(settings, seeds)
    ]
