"""Learns what is known exactly, writes rules for what nobody can write down.

caught by: test_q2_is_right
says: the other way round
"""

q2 = "C"
