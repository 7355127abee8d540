"""What the sandbox's tests run inside: code comes in, what it names `answer` goes out."""

import errno
import json
import socket


def main(fd):
    channel = socket.socket(fileno=fd)
    names = {"channel": channel}
    for line in channel.makefile("rb"):
        names["answer"] = None
        try:
            exec(json.loads(line), names)
            reply = names["answer"]
        except OSError as error:
            reply = errno.errorcode.get(error.errno, str(error))
        except Exception as error:  # noqa: BLE001 - whatever happens is what the test asks about
            reply = f"{type(error).__name__}: {error}"
        channel.sendall(json.dumps(reply).encode() + b"\n")
