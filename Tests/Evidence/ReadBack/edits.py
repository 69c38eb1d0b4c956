#!/usr/bin/env python3
"""Edit report.json at random, and read it back with every verb: nothing may trap, hang, or leave a half-written file.

usage: edits.py TEXTSHIFT [--runs 5000] [--seed 1] [--corpora corpora]

Each run takes a fresh report of a small pair, changes one to three of its values (another kind, an extreme number, a hostile text, nothing,
an emptied, doubled or deeply nested list, a value from elsewhere in the report) and runs one of `report`, `check`, `split`, `estimate`,
`diagnose`, `conformal` under one gigabyte of memory. What must hold: exit 0, 1 (`check` alone) or 2 with a sentence; ten seconds at most; no
backtrace; no `.partial` file left; and report.html, report.md and other results either as they were or whole. Exit 1 where anything did not.
"""
import argparse
import json
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

EXTREMES = [0, -0.0, -1, 1, 2, 0.5, 1.5, 1e-300, -1e-300, 1e300, -1e300, 2**31, -2**31, 2**53, 2**63 - 1, -2**63, 2**63, 2**64, 1e15, 1e16,
            True, False, None, "", "0", "NaN", "<script>alert(1)</script>", "../../etc/passwd", "\u202e\u0000\u001b[31m", "a" * 100_000, [], {},
            [[]], [0] * 1000, {"a": {}}]
LIMIT = 1 << 30


def leaves(value, path=()):
    """The paths of all values, containers included."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from leaves(value[key], path + (key,))
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from leaves(value[place], path + (place,))


def edit(report, rng, paths):
    path = rng.choice(paths)
    at = report
    try:
        for key in path[:-1]:
            at = at[key]
        if not path:
            return "whole"
        old = at[path[-1]]
    except (KeyError, IndexError, TypeError):
        return "gone"
    kind = rng.randrange(5)
    if kind == 0 and isinstance(at, dict):
        del at[path[-1]]
        return f"{path} deleted"
    if kind == 1 and isinstance(old, list):
        at[path[-1]] = rng.choice([[], old[:1], old + old, old[::-1]])
        return f"{path} of another length"
    if kind == 2:
        other = rng.choice(paths)
        found = report
        try:
            for key in other:
                found = found[key]
        except (KeyError, IndexError, TypeError):
            found = None
        at[path[-1]] = json.loads(json.dumps(found))
        return f"{path} from {other}"
    if kind == 3:
        deep = rng.choice(EXTREMES)
        for _ in range(rng.choice([1, 30, 400, 2000])):
            deep = [deep] if rng.random() < 0.5 else {"a": deep}
        at[path[-1]] = deep
        return f"{path} nested"
    at[path[-1]] = rng.choice(EXTREMES)
    return f"{path} = {str(at[path[-1]])[:40]}"


def main():
    sys.setrecursionlimit(20_000)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpora", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[3] / "corpora")
    options = parser.parse_args()
    executable = str(pathlib.Path(options.textshift).resolve())
    wrong = 0
    codes = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        train, test = [], []
        for name, rows in (("train", train), ("test", test)):
            lines = (options.corpora / f"{name}.jsonl").read_text().splitlines()
            rows += [dict(json.loads(line), row=place) for place, line in enumerate(lines[:400])]
            (folder / f"{name}.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        (folder / "scores.jsonl").write_text("".join(json.dumps({"correct": place % 3 > 0, "score": place / 400}) + "\n" for place in range(len(train))))
        subprocess.run([executable, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "whole", "--quiet"], check=True)
        whole = json.loads((folder / "whole" / "report.json").read_text())
        paths = list(leaves(whole))
        commands = [("report", []), ("check", ["--trusted"]), ("split", ["--output", "made", "--force"]),
                    ("estimate", ["scores.jsonl", "--metric", "correct", "--force", "--replicates", "20"]), ("diagnose", ["--label", "label"]),
                    ("conformal", ["scores.jsonl", "--score", "score"])]
        for run in range(options.runs):
            rng = random.Random(f"{options.seed} {run}")
            report = json.loads(json.dumps(whole))
            done = [edit(report, rng, paths) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
            verb, more = rng.choice(commands)
            shutil.rmtree(folder / "out", ignore_errors=True)
            shutil.copytree(folder / "whole", folder / "out")
            (folder / "out" / "report.json").write_text(json.dumps(report))
            start = time.monotonic()
            try:
                result = subprocess.run(
                    [executable, verb, "out", *more], cwd=folder, capture_output=True, text=True, errors="replace", timeout=60,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT)))
                code, said = result.returncode, result.stderr
            except subprocess.TimeoutExpired:
                code, said = "no end", ""
            seconds = time.monotonic() - start
            codes[code] = codes.get(code, 0) + 1
            left = [str(path) for path in folder.rglob("*.partial")]
            page = (folder / "out" / "report.md").read_text() + (folder / "out" / "report.html").read_text()
            faults = []
            if code not in ((0, 1, 2) if verb == "check" else (0, 2)):
                faults.append(f"exit {code}")
            if code == 2 and len(said.strip()) < 20:
                faults.append("no sentence")
            if "Fatal error" in said or "backtrace" in said.lower():
                faults.append("a trap")
            if seconds > 10:
                faults.append(f"{seconds:.0f} s")
            if left:
                faults.append("left " + ", ".join(left))
            if "<script>alert" in page:
                faults.append("markup got through")
            if faults:
                wrong += 1
                print(f"run {run}: {verb}, {'; '.join(done)}: {', '.join(faults)}: {said.strip()[-300:]}", flush=True)
                for path in left:
                    pathlib.Path(path).unlink(missing_ok=True)
    print(f"{options.runs} runs, {wrong} wrong; by exit code: {dict(sorted(codes.items(), key=str))}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
