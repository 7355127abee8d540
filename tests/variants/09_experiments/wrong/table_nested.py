"""A list of lists.

caught by: test_table_runs_every_setting_with_every_seed
says: should return one list with a row
"""

def experiment_table(settings, seeds, train, validation):
    return [
        [run_experiment(hidden_units, epochs, seed, train, validation) for seed in seeds]
        for hidden_units, epochs in settings
    ]
