"""neural-kata: exercises on neural networks, with graders."""
