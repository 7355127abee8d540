"""The student's side: runs a submission and answers questions about it. Knows no expected value."""
