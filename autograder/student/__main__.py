"""The student's process: reads questions from one socket and answers them, until it is closed."""

from __future__ import annotations

import socket
import sys

from autograder.boundary.wire import MAX_ANSWER, MAX_QUESTION, Channel, Closed, Unsendable
from autograder.student.workspace import Workspace, quiet_environment


def main(fd: int) -> None:
    """Serves one submission on the socket with number `fd`; returns when the grader hangs up."""
    quiet_environment()
    sys.path.append(".")  # last, so that a learner's `random.py` can't hide Python's own
    from autograder.student import fastfit, imports

    imports.hasten()
    fastfit.enable_when_imported()
    channel = Channel(
        socket.socket(fileno=fd), max_send=MAX_ANSWER, max_receive=MAX_QUESTION, files=True
    )
    workspace = Workspace()
    while True:
        try:
            question = channel.receive()
        except Closed:
            return
        answer = workspace.handle(question)
        try:
            channel.send({"n": question["n"], **answer})
        except Unsendable as error:
            refused = {"kind": "unsendable", "text": str(error)}
            channel.send({"n": question["n"], "ok": False, "error": refused})


if __name__ == "__main__":
    main(int(sys.argv[1]))
