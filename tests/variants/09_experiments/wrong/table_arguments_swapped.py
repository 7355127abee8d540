"""Epochs given as units and units as epochs.

caught by: test_table_runs_every_setting_with_every_seed
says: but they are for
"""

def experiment_table(settings, seeds, train, validation):
    return [
        run_experiment(epochs, hidden_units, seed, train, validation)
        for hidden_units, epochs in settings
        for seed in seeds
    ]
