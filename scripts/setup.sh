#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Sourced by bin/run and bin/test: installs what a bare Debian 12 (or Ubuntu 24.04) lacks. Quick when all is here.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build

packages_build=(g++ cmake ninja-build ccache emscripten nlohmann-json3-dev libsodium-dev libutf8proc-dev libexpected-dev libcli11-dev libvalijson-dev uuid-dev brotli ca-certificates)
packages_test=(clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14 libgtest-dev git procps)
# Ubuntu has no Chromium package: name another one there, as in CHROMIUM=/usr/bin/google-chrome bin/test.
[ -n "${CHROMIUM:-}" ] || packages_test+=(chromium fonts-dejavu-core)
# The other two engines (tests/engines), and a screen for the one that needs one. FIREFOX names another, as above.
packages_test+=(libwebkit2gtk-4.1-0 webkit2gtk-driver xvfb)
[ -n "${FIREFOX:-}" ] || packages_test+=(firefox-esr)
node_20_version=20.20.2

say() { printf '== %s\n' "$*"; }

# Runs a command quietly; shows its output only when it fails.
quietly() {
  local log=build/last-step.log
  "$@" >"$log" 2>&1 || { local status=$?; cat "$log" >&2; echo "This step failed: $*" >&2; exit "$status"; }
}

# Installs the named Debian packages, and npm where Node is missing or old; or says how when this user may not.
need_packages() {
  local missing=() package npm=()
  has_node || npm=(npm)
  for package in "$@" "${npm[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are missing: ${missing[*]}" >&2
    echo "Install them with:  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 2
  fi
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  quietly apt-get update
  quietly apt-get install -y --no-install-recommends "${missing[@]}"
}

# Node 20 or newer, with npm.
has_node() {
  local version
  version=$(node --version 2>/dev/null || echo v0)
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] && command -v npm >/dev/null
}

# Node: the one on the machine, else the binary that an npm package carries.
need_node() {
  has_node && return 0
  local machine=x64
  if [ "$(uname -m)" = aarch64 ]; then machine=arm64; fi
  local package="node-linux-$machine" home="$root/.cache/node"
  if [ ! -x "$home/node_modules/$package/bin/node" ]; then
    say "Fetching Node $node_20_version"
    mkdir -p "$home"
    echo '{"private":true}' >"$home/package.json"
    (cd "$home" && npm install --ignore-scripts --no-audit --no-fund --silent "$package@$node_20_version")
  fi
  PATH="$home/node_modules/$package/bin:$PATH"
  has_node || { echo "Node 20 or newer is needed." >&2; exit 2; }
}

# node_modules as the lockfile says; skipped when nothing changed since the last time.
need_modules() {
  local stamp=node_modules/.trellis-lock
  cmp -s package-lock.json "$stamp" && return 0
  say "Installing npm packages from the lockfile"
  quietly npm ci --ignore-scripts --no-audit --no-fund
  cp package-lock.json "$stamp"
}

# build_preset NAME TARGET [CMAKE OPTION...]
build_preset() {
  local preset=$1 target=$2
  shift 2
  say "Building $preset ($target)"
  quietly cmake --preset "$preset" "$@"
  quietly cmake --build --preset "$preset" --target "$target" -j "$(nproc)"
}

# The web app and its one-file edition, when anything they are made of is newer than the last build.
build_web() {
  local stamp=build/web/.built
  if [ -f "$stamp" ] && [ -f build/one-file/trellis.html ] && [ -z "$(find web wasm/src content build/wasm/wasm package-lock.json -type f -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  say "Building the web app"
  quietly npm run --silent build:web
  quietly npm run --silent build:one-file
  touch "$stamp"
}

build_all() {
  build_preset native "${1:-trellis}" "${@:2}"
  build_preset wasm all
  build_web
}
