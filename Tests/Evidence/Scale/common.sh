# Shared by the scripts beside it. Sourced, not run.
# TEXTSHIFT: the optimised program. WORK: a folder with room for the corpora (10 GB). TEXTSHIFT_DATA: the public corpora.
set -eu
: "${TEXTSHIFT:?the path of the optimised program}" "${WORK:?a folder with room}"
: "${TEXTSHIFT_DATA:?the folder of the public corpora, see Tests/Evidence/README.md}"
PYTHON=${PYTHON:-python3}
SCALE=$(dirname "$0")/../scale.py
mkdir -p "$WORK"

# corpus NAME MEGABYTES [OPTIONS]: makes it where it is not there yet.
corpus() {
    [ ! -e "$WORK/$1" ] || return 0
    name=$1 size=$2
    shift 2
    "$PYTHON" "$SCALE" "$WORK/$name.part" "$size" --seed "$name" "$@" >&2
    mv "$WORK/$name.part" "$WORK/$name"
}

# measured LABEL BYTES COMMAND...: runs it and prints seconds, resident memory and MB/s of wall and of processor time.
measured() {
    label=$1 bytes=$2
    shift 2
    LABEL=$label BYTES=$bytes "$PYTHON" - "$@" <<'END'
import json, os, resource, subprocess, sys, time
start = time.monotonic()
with open(os.environ.get("OUT", os.devnull), "wb") as out:
    code = subprocess.run(sys.argv[1:], stdout=out).returncode
seconds = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
bytes_, cpu = int(os.environ["BYTES"]), used.ru_utime + used.ru_stime
print(json.dumps({"run": os.environ["LABEL"], "exit": code, "seconds": round(seconds, 3), "cpu_seconds": round(cpu, 3),
    "resident_mib": round(used.ru_maxrss / 1024, 1), "mb_per_second": round(bytes_ / 1e6 / seconds, 2),
    "mb_per_cpu_second": round(bytes_ / 1e6 / cpu, 2)}))
END
}

bytes_of() { wc -c < "$1" | tr -d ' '; }

# model: one fitted on 10 MB against 10 MB.
model() {
    corpus train10.jsonl 10 --language both
    corpus test10.jsonl 10 --language both --tilt 0.5
    [ -e "$WORK/m.model" ] ||
        "$TEXTSHIFT" fit "$WORK/train10.jsonl" "$WORK/test10.jsonl" --field text --model "$WORK/m.model" --quiet
}
