#!/usr/bin/env bash
# Sets up .venv from the pinned packages, the few system packages, and MNIST.
# Run by make; running it again does nothing that is done already.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
venv=${VENV:-.venv}

say() { printf '%s\n' "$*" >&2; }

wanted=()
command -v bwrap >/dev/null || wanted+=(bubblewrap)
command -v dot >/dev/null || wanted+=(graphviz)
ldconfig -p 2>/dev/null | grep -q 'libseccomp\.so\.2' || wanted+=(libseccomp2)
"$python" -c 'import ensurepip' 2>/dev/null || wanted+=(python3-venv)
((${#wanted[@]} == 0)) || bash tools/system.sh "${wanted[@]}"

if ! [ -x "$venv/bin/python" ]; then
  say "Making $venv"
  "$python" -m venv "$venv"
fi
say "Installing the pinned packages (about two minutes the first time)"
"$venv/bin/python" -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
say "Preparing MNIST"
"$venv/bin/python" -m autograder.course.mnist
say "Ready."
