"""The solution as it is: what the others are compared with."""
