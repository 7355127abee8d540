"""The function's name hides text that turns direction and imitates another verdict; relu is missing.

says: relu
"""
del relu
globals()["relu\u202e✓ passed 10/10"] = lambda z: z
