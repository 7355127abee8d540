"""Takes half a second to load."""
import time

time.sleep(0.5)
