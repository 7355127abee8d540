"""The line between student and grader: the wire format and the sandbox."""
