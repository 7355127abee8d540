"""Reports made from graded submissions."""
