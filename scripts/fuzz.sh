#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Searches for inputs that break the core: scripts/fuzz.sh [SECONDS EACH] [TARGET...]. What is new goes to build/fuzz/found;
# an input that breaks something is kept beside it and ends the run. Targets: request backup posting rules pack ladder
# second_view group_line.
source "$(dirname "$0")/setup.sh"

seconds=${1:-60}
shift || true
[ $# -gt 0 ] || set -- request backup posting rules pack ladder second_view group_line
for target in "$@"; do
  build_preset fuzz "fuzz_$target"
  mkdir -p "build/fuzz/found/$target"
  say "Fuzzing $target for $seconds s"
  status=0
  "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -print_final_stats=1 -max_len=8192 -rss_limit_mb=3000 \
    -artifact_prefix="build/fuzz/found/$target-" "build/fuzz/found/$target" "tests/fuzz/corpus/$target" \
    >"build/fuzz/$target.log" 2>&1 || status=$?
  grep -aE "^stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)|ERROR|SUMMARY|Test unit written" "build/fuzz/$target.log" || true
  [ "$status" -eq 0 ] || { echo "The fuzzer found something in $target: build/fuzz/$target.log" >&2; exit 1; }
done
