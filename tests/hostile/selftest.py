"""`make hostile-selftest`: one protection off at a time; each must turn an attack's line red.

Exits with 1 if an attack meant for a protection still passes without it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import room
import submissions

IPC = [word for option in "QMS" for word in (f"-{option}", "0x6B617461")]
"""Options of ipcrm for the System V objects that attacks make."""
MEANT_FOR = {
    "network": ("net_tcp_dns_vsock",),
    "pid namespace": ("setsid_daemon", "see_other_processes"),
    "ipc namespace": ("cross_sandbox_lock_keyring",),
    "seccomp": ("memfd_sysv", "namespace_escape"),
    "unprivileged user": ("become_root",),
    "environment": ("proc1_environ",),
    "read-only root": ("fill_tmp_root_dev",),
    "hidden files": ("read_hidden_paths",),
    "memory limits": ("mem_private", "mem_in_children"),
    "deadline": ("infinite_loop",),
    "frame size": ("oversize_frame",),
    "descriptors": ("inherited_descriptors",),
    "sealed images": ("write_shared_images",),
    "escaping": ("html_svg_xss",),
    "csv": ("csv_formula",),
    "zip": ("zip_slip",),
    "links": ("output_symlink",),
    "answers are numbered": ("forge_protocol_reply",),
}
"""The attacks that a protection stops."""


def main(wanted: list[str]) -> int:
    if unknown := set(wanted) - set(MEANT_FOR):
        sys.exit(f"no such protection: {', '.join(unknown)}. There are: {', '.join(MEANT_FOR)}")
    entries = {entry.name: entry for entry in submissions.corpus()}
    missed = 0
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        meant = {off: MEANT_FOR[off] for off in wanted or MEANT_FOR}
        chapters = {entries[attack].chapter for attacks in meant.values() for attack in attacks}
        honest = room.control(chapters, folder)
        for number, (off, attacks) in enumerate(meant.items()):
            chosen = [entries[attack] for attack in attacks]
            graded = room.grade(chosen, folder / str(number), off=(off,))
            red = [e.name for e in chosen if room.judge(e, graded, honest).problems]
            missed += not red
            if off == "ipc namespace":  # what got through is really there now
                subprocess.run(["ipcrm", *IPC], check=False, stderr=subprocess.DEVNULL)
            first = next((p for e in chosen for p in room.judge(e, graded, honest).problems), "")
            print(f"{'✓' if red else '✗'} without {off:22} red: {', '.join(red) or 'none'}")
            print(f"    {first[:180]}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
