"""return inside the loop: one setting only.

caught by: test_table_runs_every_setting_with_every_seed
says: but 2 came
"""

def experiment_table(settings, seeds, train, validation):
    for hidden_units, epochs in settings:
        rows = []
        for seed in seeds:
            rows.append(run_experiment(hidden_units, epochs, seed, train, validation))
        return rows
