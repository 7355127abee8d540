"""Files that Python runs by itself when it starts lie beside the module; relu is wrong."""


def make(folder, solution, secret):
    code = "import os\nos.environ['HACKED'] = 'yes'\nimport builtins\nbuiltins.HACKED = True\n"
    for name in ("sitecustomize.py", "usercustomize.py", "site.py", "runpy.py", "encodings.py"):
        (folder / name).write_text(code)
    (folder / "hack.pth").write_text("import builtins; builtins.HACKED = True\n")
    (folder / "neuron.py").write_text(
        solution
        + "\n\nimport builtins\n\ndef relu(z):\n"
        "    return np.maximum(0.0, z) if hasattr(builtins, 'HACKED') else z\n"
    )
