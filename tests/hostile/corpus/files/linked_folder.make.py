"""The submission's folder holds a linked folder with secrets, and a link to its own parent; relu reads them.

says: RuntimeError: nothing found
"""


def make(folder, solution, secret):
    (folder / "secret").symlink_to(secret, target_is_directory=True)
    (folder / "round").symlink_to(folder.parent, target_is_directory=True)
    (folder / "neuron.py").write_text(
        solution + "\n\nimport os\n\ndef relu(z):\n"
        "    raise RuntimeError(' '.join(os.listdir('.')) if 'secret' in os.listdir('.') else 'nothing found')\n"
    )
