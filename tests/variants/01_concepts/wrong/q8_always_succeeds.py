"""Learning always succeeds unless the program has a mistake.

caught by: test_q8_is_right
says: without any mistake can still learn too little
"""

q8 = {"B", "C", "D", "E"}
