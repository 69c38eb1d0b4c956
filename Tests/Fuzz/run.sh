#!/bin/sh
# Fuzzes every target in turn: run.sh [--minutes N] [TARGET...], N minutes in all. Exits 1 if a target failed, with the input kept.
# Corpora grow in .build/fuzz below the project's folder; remove it to start anew.
set -eu
cd "$(dirname "$0")"
root=$PWD/../..
minutes=5
if [ "${1:-}" = --minutes ]; then
    minutes=${2:-}
    case $minutes in '' | *[!0-9]*) echo "fuzz: --minutes needs a whole number" >&2; exit 2 ;; esac
    shift 2
fi

# libFuzzer brings the main function: -parse-as-library keeps Swift from making one. Targets look into the modules they test.
export TEXTSHIFT_FUZZ=1
build() { swift build --package-path "$root" --scratch-path "$root/.build-fuzz" -c release --product Fuzz "$@"; }
build --sanitize fuzzer -Xswiftc -parse-as-library -Xswiftc -enable-testing >&2
program=$(build --show-bin-path)/Fuzz
work=$root/.build/fuzz
python3 seeds.py "$work/seeds"
[ $# -gt 0 ] || set -- $(ls "$work/seeds")
for target in "$@"; do
    [ -d "$work/seeds/$target" ] || { echo "fuzz: no target \"$target\"; there are" $(ls "$work/seeds") >&2; exit 2; }
done
seconds=$((minutes * 60 / $#))
[ "$seconds" -gt 0 ] || seconds=1

failed=0
export SWIFT_BACKTRACE=enable=no
for target in "$@"; do
    mkdir -p "$work/corpus/$target" "$work/found"
    log=$work/$target.log
    ok=yes
    # A hang must not take the whole time: libFuzzer ends an input after 20 s, timeout the program.
    FUZZ_TARGET=$target timeout -k 10 $((seconds + 120)) "$program" -max_total_time="$seconds" -timeout=20 -max_len=1024 \
        -dict=tokens.dict -artifact_prefix="$work/found/$target-" -print_final_stats=1 \
        "$work/corpus/$target" "$work/seeds/$target" >"$log" 2>&1 || ok=no
    count=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
    if [ $ok = yes ]; then
        printf '%-12s %10s executions, nothing found\n' "$target" "${count:-0}"
    else
        failed=1
        printf '%-12s %10s executions, FAILED: see %s\n' "$target" "${count:-0}" "$log"
        grep -aE '^Fuzz/|ERROR:|Test unit written' "$log" || true
    fi
done
exit $failed
