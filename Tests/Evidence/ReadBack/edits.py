#!/usr/bin/env python3
"""Edit what is read back at random, and read it back with every verb: nothing may trap, hang, or leave a half-written file.

usage: edits.py TEXTSHIFT [--runs 5000] [--start 0] [--seed 1] [--corpora corpora]

Each run takes the results of a small analysis, a split and an estimate, with scores, confidences, labelled rows and a review, changes one to three
values in one of these documents (another kind, an extreme number, a hostile text, nothing, an emptied, doubled or deeply nested list, a value from
elsewhere in the document) or cuts or damages its bytes, and runs a verb that reads it under one gigabyte of memory. What must hold: exit 0, 1 (`check`
alone) or 2 with a sentence; ten seconds of the processor at most, and an end within a minute; no backtrace and no error in other words than ours; no `.partial` file left; and report.html,
report.md and other results either as they were or whole. Exit 1 where anything did not.
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

EXTREMES = [0, -0.0, -1, 1, 2, 0.5, 1.5, float("nan"), float("inf"), -float("inf"), 1e-300, -1e-300, 1e300, -1e300, 2**31, -2**31, 2**53, 2**63 - 1, -2**63, 2**63, 2**64, 1e15, 1e16,
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


def damage(data, rng):
    """Bytes that are no document any more, or nearly one."""
    if rng.random() < 0.5:
        return data[: rng.randrange(len(data))], "cut"
    changed = bytearray(data)
    for _ in range(rng.choice([1, 1, 3, 20])):
        changed[rng.randrange(len(changed))] = rng.choice(b'\0\xff"{}[],:0-9eE\\\n')
    return bytes(changed), "damaged"


class Document:
    """A JSON document, or JSON lines, and the commands that read it."""

    def __init__(self, folder, name, commands):
        self.folder, self.name, self.commands = folder, name, commands
        self.data = (folder / name).read_bytes()
        self.is_lines = name.endswith(".jsonl")
        self.value = [json.loads(line) for line in self.data.splitlines()] if self.is_lines else json.loads(self.data)
        self.paths = list(leaves(self.value))

    def edited(self, rng):
        if rng.random() < 0.1:
            return damage(self.data, rng)
        value = json.loads(json.dumps(self.value))
        done = [edit(value, rng, self.paths) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        if not self.is_lines:
            return json.dumps(value).encode(), "; ".join(done)
        return b"".join(json.dumps(line).encode() + b"\n" for line in value), "; ".join(done)


def main():
    sys.setrecursionlimit(20_000)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--start", type=int, default=0, help="the first run, to go on from an earlier one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpora", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[3] / "corpora")
    options = parser.parse_args()
    executable = str(pathlib.Path(options.textshift).resolve())
    wrong = 0
    codes = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        sides = {}
        for name in ("train", "test"):
            lines = (options.corpora / f"{name}.jsonl").read_text().splitlines()
            sides[name] = [dict(json.loads(line), row=place) for place, line in enumerate(lines[:160])]
            write(folder / f"{name}.jsonl", sides[name])
        write(folder / "scores.jsonl", [{"row": place, "correct": place % 3 > 0, "score": place / 160, "sure": place % 50 / 50, "cv_fold": place % 5}
                                        for place in range(len(sides["train"]))])
        write(folder / "sure.jsonl", [{"row": place, "sure": place % 40 / 40} for place in range(len(sides["test"]))])
        quick = ["--metric", "correct", "--force", "--replicates", "20", "--quick"]
        by_confidence = ["--confidence", "sure", "--test-confidences", "sure.jsonl"]

        def run(*arguments):
            subprocess.run([executable, *arguments], cwd=folder, check=True, capture_output=True)
        run("analyze", "train.jsonl", "test.jsonl", "--output", "whole", "--quiet")
        run("split", "whole", "--output", "whole/sets")
        run("split", "whole", "--method", "label-first", "-n", "40", "--output", "drawn")
        write(folder / "labelled.jsonl", [dict(json.loads(line), correct=place % 2) for place, line in
                                          enumerate((folder / "drawn/label-first.jsonl").read_text().splitlines())])
        run("estimate", "whole", "scores.jsonl", *quick, *by_confidence, "--labelled-test", "labelled.jsonl")
        write(folder / "review.jsonl", [{"side": "train", "file": "train.jsonl", "line": line, "mark": "drop"} for line in range(1, 9)])
        estimate = ("estimate", ["scores.jsonl", *quick, *by_confidence])
        split = ("split", ["--output", "out/sets", "--force"])
        labelled = ("estimate", ["scores.jsonl", *quick, *by_confidence, "--labelled-test", "labelled.jsonl"])
        more = ("split", ["--method", "label-first", "-n", "60", "--labelled-test", "labelled.jsonl", "--output", "made", "--force"])
        sure = ("split", ["--method", "label-first", "-n", "60", "--confidence", "sure", "--test-confidences", "sure.jsonl", "--output", "made", "--force"])
        analyze = ("analyze", ["train.jsonl", "test.jsonl", "--exclude", "review.jsonl", "--quiet", "--force", "--output"])
        report = Document(folder, "whole/report.json", [
            ("report", []), ("check", ["--trusted"]), split, ("estimate", ["scores.jsonl", *quick]), ("diagnose", ["--label", "label"]),
            ("conformal", ["scores.jsonl", "--score", "score"])])
        documents = [report] * 6 + [
            Document(folder, "whole/timings.json", [split, estimate]), Document(folder, "whole/estimates.json", [estimate, ("report", [])]),
            Document(folder, "whole/sets/split.json", [split]),
            Document(folder, "scores.jsonl", [estimate, ("conformal", ["scores.jsonl", "--score", "score"])]),
            Document(folder, "sure.jsonl", [estimate, sure]), Document(folder, "labelled.jsonl", [labelled, more]),
            Document(folder, "review.jsonl", [analyze])]
        for number in range(options.start, options.start + options.runs):
            rng = random.Random(f"{options.seed} {number}")
            document = rng.choice(documents)
            content, done = document.edited(rng)
            verb, arguments = rng.choice(document.commands)
            shutil.rmtree(folder / "out", ignore_errors=True)
            shutil.copytree(folder / "whole", folder / "out")
            (folder / document.name.replace("whole/", "out/")).write_bytes(content)
            command = [verb, *arguments, "out"] if verb == "analyze" else [verb, "out", *arguments]
            start = used()
            try:
                result = subprocess.run(
                    [executable, *command], cwd=folder, capture_output=True, text=True, errors="replace", timeout=60,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT)))
                code, said = result.returncode, result.stderr
            except subprocess.TimeoutExpired:
                code, said = "no end", ""
            seconds = 60 if code == "no end" else used() - start
            codes[code] = codes.get(code, 0) + 1
            left = [str(path) for path in folder.rglob("*.partial")]
            page = (folder / "out" / "report.md").read_text() + (folder / "out" / "report.html").read_text()
            faults = []
            if code not in ((0, 1, 2) if verb == "check" else (0, 2)):
                faults.append(f"exit {code}")
            if code == 2 and len(said.strip()) < 20:
                faults.append("no sentence")
            if code == 2 and ("Debug description" in said or "Foundation" in said or "couldn\u2019t" in said):
                faults.append("not our words")
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
                print(f"run {number}: {verb}, {document.name}: {done}: {', '.join(faults)}: {said.strip()[-300:]}", flush=True)
                for path in left:
                    pathlib.Path(path).unlink(missing_ok=True)
            if number % 500 == 499:
                print(f"{number + 1} runs, {wrong} wrong", file=sys.stderr, flush=True)
            if document.is_lines:
                (folder / document.name).write_bytes(document.data)
    print(f"{options.runs} runs, {wrong} wrong; by exit code: {dict(sorted(codes.items(), key=str))}")
    sys.exit(1 if wrong else 0)


def used():
    """Seconds of the processor that all commands took so far: other programs that run meanwhile change them least."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def write(path, records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))


if __name__ == "__main__":
    main()
