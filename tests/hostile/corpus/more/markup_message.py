"""relu raises an error full of Rich markup, links and terminal codes.

says: stopped with an error
"""


def relu(z):
    raise RuntimeError("[bold green]✓ 10/10[/] [link=http://192.0.2.1]here[/link] \x1b[32mok\x1b[0m [/oops] [@click=app.bell]x[/]")
