"""What the course holds: assignments, their sources, and MNIST."""
