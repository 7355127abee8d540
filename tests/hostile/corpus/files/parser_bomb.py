"""Code that takes the parser itself to its limits: 5,000 brackets, and a constant that would fill the memory.

place: before
caught by: all
"""
x = eval("(" * 5_000 + ")" * 5_000)
