#!/usr/bin/env bash
# Installs Debian packages that are missing, through apt where it may: system.sh PACKAGE...
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
missing() {
  local package
  for package in "$@"; do installed "$package" || printf '%s\n' "$package"; done
}

mapfile -t wanted < <(missing "$@")
((${#wanted[@]})) || exit 0
root=()
[ "$(id -u)" = 0 ] || root=(sudo -n)
if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  say "Installing system packages: ${wanted[*]}"
  "${root[@]}" apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends \
      "${wanted[@]}" >/dev/null || say "That did not work; going on without them."
fi
mapfile -t wanted < <(missing "${wanted[@]}")
((${#wanted[@]} == 0)) || say "Missing: ${wanted[*]}. Install with: sudo apt-get install ${wanted[*]}"
