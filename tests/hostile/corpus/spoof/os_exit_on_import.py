"""The process ends with status 0 while the code is loaded.

place: before
caught by: all
outcome: error
says: exited 0
"""
import os

os._exit(0)
