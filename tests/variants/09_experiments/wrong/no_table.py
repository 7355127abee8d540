"""The table was not handed in.

caught by: test_table_is_handed_in
says: No table was handed in
"""

def load_table(path="no_such_file.csv"):
    return []
