"""The code ends itself with status 0 before anything is defined.

place: before
caught by: all
says: SystemExit
"""
import sys

sys.exit(0)
