#!/usr/bin/env python3
"""Make the program's calls fail one by one, in the manner of SQLite's tests, and look at what is left.

usage: inject.py TEXTSHIFT [--verb VERB] [--kind KIND] [--start 1] [--first 2000] [--spread 2000] [--lasting] [--seed 1]

A small analysis, a split and an estimate are run with the Nth allocation, mapping, read, write, open, rename, sync, close, or folder change (mkdir,
unlink) failing: the first calls of a kind, then as many more spread evenly over the rest (without those that a kind does not have). With
--lasting the later ones fail as well. Counting begins when the program is loaded, so calls of the C library's loader and of Swift's and ICU's
start are among them; standard error alone always works. Each run is made over the results of an earlier one, of another seed.

What must hold: exit 2 with a sentence and the earlier results as they were, byte for byte (or those of a whole run, where the summary, which
is printed once the results are there, is what failed); or, where the call did not matter, exit 0 and the results of a whole run. After anything but a failed allocation no hidden file is left; after one the next run takes them away. Prints a row of a
Markdown table for each verb and kind, and what went wrong; exits 1 if anything did. Needs a C compiler and Linux on x86-64 with glibc.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ["allocation", "mapping", "read", "write", "open", "rename", "sync", "close", "folder"]
WORDS = {"train": "the a river stone bridge meadow copper lantern quiet harvest 桥梁 收获".split(),
         "test": "the a rocket server kernel packet laser orbit socket python 火箭 内核".split()}


def corpus(side, rows, rng):
    other = {"train": "test", "test": "train"}[side]
    lines = []
    for row in range(rows):
        words = [rng.choice(WORDS[side if rng.random() < 0.7 else other]) for _ in range(8)]
        lines.append(json.dumps({"id": f"{side}-{row}", "text": " ".join(words) + f" {rng.randrange(10**6)}"}, ensure_ascii=False) + "\n")
    return "".join(lines)


def files(path):
    """Names that do not hide, with their bytes; timings.json differs from run to run."""
    if path.is_file():
        return {path.name: path.read_bytes()}
    return {one.name: one.read_bytes() if one.name != "timings.json" else b"" for one in path.iterdir()
            if not one.name.startswith(".")} if path.is_dir() else {}


def hidden(folder):
    return [str(path.relative_to(folder)) for path in folder.rglob(".*")]


class Verb:
    """A command, its results of an earlier run and of a whole one."""

    def __init__(self, program, folder, name, arguments, result, options):
        self.program, self.folder, self.name, self.arguments, self.options = program, folder, name, arguments, options
        self.result = folder / result
        self.earlier = folder / f"earlier-{name}"
        subprocess.run(self.command(options[0]), cwd=folder, check=True, capture_output=True)
        (shutil.copytree if self.result.is_dir() else shutil.copy)(self.result, self.earlier)
        self.before = files(self.result)
        subprocess.run(self.command(options[1]), cwd=folder, check=True, capture_output=True)
        self.whole = files(self.result)
        assert list(self.before) and self.before != self.whole
        self.restore()

    def command(self, option):
        return [self.program, *self.arguments, *option, "--force", "--threads", "1"]

    def restore(self):
        if self.earlier.is_dir():
            shutil.rmtree(self.result, ignore_errors=True)
            shutil.copytree(self.earlier, self.result)
        else:
            shutil.copy(self.earlier, self.result)

    def run(self, plan, shim, counts=None):
        environment = {**os.environ, "LD_PRELOAD": str(shim), "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"}
        if plan:
            environment["INJECT"] = plan
        if counts:
            environment["INJECT_COUNTS"] = str(counts)
        return subprocess.run(self.command(self.options[1]), cwd=self.folder, capture_output=True, env=environment, timeout=120)


def judge(verb, kind, done):
    """What came of a run, and what is wrong with it; nil if nothing is."""
    said = done.stderr.decode(errors="replace")
    now = files(verb.result)
    left = hidden(verb.folder)
    if done.returncode == 0:
        wrong = None if now == verb.whole else "exit 0 without whole results"
        outcome = "did not matter"
    elif done.returncode == 2:
        # The summary is made and printed once the results are there.
        allowed = [verb.before] + [verb.whole] * ("standard output: error: " in said or "out of memory" in said)
        wrong = None if now in allowed else "exit 2, and the earlier results are not as they were"
        if not wrong and ("error" not in said.lower() or "Fatal error" in said or len(said.strip()) < 20):
            wrong = "no sentence"
        outcome = "refused"
    else:
        # Before the program's own code begins, the loader of the C library and the starts of libraries end as they do.
        wrong, outcome = f"exit {done.returncode}", "ended otherwise"
    if not wrong and left and kind not in ("allocation", "folder"):
        wrong = "left " + ", ".join(left)
    return outcome, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--verb", choices=["analyze", "split", "estimate"], action="append")
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--first", type=int, default=2000)
    parser.add_argument("--start", type=int, default=1, help="the first call that is made to fail")
    parser.add_argument("--spread", type=int, default=2000)
    parser.add_argument("--lasting", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = str(pathlib.Path(options.textshift).resolve())
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        shim = folder / "inject.so"
        subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-w", "-o", shim, HERE / "inject.c", "-ldl"], check=True)
        rng = random.Random(options.seed)
        for side, rows in (("train", 80), ("test", 60)):
            (folder / f"{side}.jsonl").write_text(corpus(side, rows, rng))
        (folder / "scores.jsonl").write_text("".join(json.dumps({"correct": row % 3 > 0}) + "\n" for row in range(80)))
        subprocess.run([program, "analyze", "train.jsonl", "test.jsonl", "--output", "out", "--quiet"], cwd=folder, check=True)
        verbs = [
            ("analyze", ["analyze", "train.jsonl", "test.jsonl", "--output", "made"], "made", [["--seed", "7"], ["--seed", "42"]]),
            ("split", ["split", "out", "--output", "sets"], "sets", [["--seed", "7"], ["--seed", "42"]]),
            ("estimate", ["estimate", "out", "scores.jsonl", "--metric", "correct", "--quick"], "out/estimates.json",
             [["--replicates", "40"], ["--replicates", "20"]]),
        ]
        print("| verb | call | of | made to fail | what happened |\n|---|---|---|---|---|", flush=True)
        for name, arguments, result, variants in verbs:
            if options.verb and name not in options.verb:
                continue
            verb = Verb(program, folder, name, arguments, result, variants)
            counted = verb.run(None, shim, folder / "counts")
            assert counted.returncode == 0, counted.stderr
            counts = {line.split()[0]: int(line.split()[1]) for line in (folder / "counts").read_text().splitlines()}
            verb.restore()
            for kind in options.kind or KINDS:
                total = counts[kind]
                numbers = list(range(options.start, min(total, options.start + options.first - 1) + 1))
                last = options.start + len(numbers) - 1
                rest = total - last
                if rest > 0 and options.spread:
                    step = max(rest / options.spread, 1)
                    numbers += sorted({last + int(step * (place + rng.random())) + 1 for place in range(min(options.spread, rest))})
                outcomes = collections.Counter()
                for done_before, number in enumerate(numbers):
                    if done_before % 500 == 499:
                        print(f"{name} {kind}: {done_before + 1} of {len(numbers)}", file=sys.stderr, flush=True)
                    plan = f"{kind}:{number}" + ("+" if options.lasting else "")
                    try:
                        outcome, wrong = judge(verb, kind, done := verb.run(plan, shim))
                    except subprocess.TimeoutExpired:
                        outcome, wrong, done = "no end", "no end after 120 s", None
                    outcomes[outcome] += 1
                    if wrong:
                        failed += 1
                        said = done.stderr.decode(errors="replace").strip()[-200:] if done else ""
                        print(f"FAILED {name} {plan}: {wrong}: {said!r}", file=sys.stderr, flush=True)
                    if files(verb.result) != verb.before or hidden(folder):
                        for path in hidden(folder):
                            (folder / path).unlink(missing_ok=True) if not (folder / path).is_dir() else shutil.rmtree(folder / path)
                        verb.restore()
                made = ", ".join(f"{outcome}: {count}" for outcome, count in sorted(outcomes.items()))
                print(f"| `{name}` | {kind} | {total} | {len(numbers)} | {made} |", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
