#!/usr/bin/env python3
"""Compares textshift's reading of public corpora with Python's, record by record.

    python3 check.py TEXTSHIFT FOLDER

TEXTSHIFT is the program and FOLDER has the public files, as far as they are at hand: cmrc2018_dev.json.gz,
cmrc2018_trial.json.gz, squadshifts_new_wiki.json.gz, squadshifts_reddit.json.gz, online_shopping_10_cats.zip (or .csv),
entities_en.jsonl.gz, entities_zh.jsonl.gz, lines_en.txt.gz, lines_zh.txt.gz. Each is read by `textshift analyze`, and what
train.weighted.jsonl holds, without the two keys that were added, must be what `readers.py` finds: as many records, in
order, all fields equal. Every answer's offset must point, in code points, at its answer wherever it does so in the file, and the
counts are those that are known of the corpora. Exits 1 if anything differs.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

from readers import records

# File: textshift's format, records, and (questions only) distinct contexts and paragraphs.
CORPORA = {
    "cmrc2018_dev.json.gz": ("squad", 3219, 848, 848),
    "cmrc2018_trial.json.gz": ("squad", 1002, 256, 256),
    "squadshifts_new_wiki.json.gz": ("squad", 7938, 1581, None),
    "squadshifts_reddit.json.gz": ("squad", 9803, 2033, 2035),
    "online_shopping_10_cats.csv": ("csv", 62774, None, None),
    "entities_en.jsonl.gz": ("jsonl", 14667, None, None),
    "entities_zh.jsonl.gz": ("jsonl", 8844, None, None),
    "lines_en.txt.gz": ("text", None, None, None),
    "lines_zh.txt.gz": ("text", None, None, None),
}


def read_with_textshift(program, path, form, folder):
    """The records that textshift finds, and the format that it found them in."""
    # The rest is not of interest: a small fit.
    run = subprocess.run(
        [program, "analyze", str(path), str(path), "--output", folder, "--fit-rows", "500", "--folds", "2", "--quiet"],
        capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr.strip())
    with open(folder + "/report.json", encoding="utf-8") as file:
        found = json.load(file)["inputs"]["train"]["format"]
    result = []
    with open(folder + "/train.weighted.jsonl", encoding="utf-8") as file:
        for line in file.read().split("\n")[:-1]:
            record = json.loads(line)
            del record["sample_weight"], record["p_test"]
            result.append(record)
    return result, found


def answers(question):
    return [answer for answer in question.get("answers", []) if isinstance(answer, dict)]


def is_in_place(question, answer):
    start = answer["answer_start"]
    return start >= 0 and question["context"].startswith(answer["text"], start)


def compare(program, path, expectation):
    """Prints one line on a corpus; the number of differences."""
    form, count, contexts, paragraphs = expectation
    expected = records(path, form)
    began = time.time()
    with tempfile.TemporaryDirectory() as folder:
        own, found = read_with_textshift(program, path, form, folder)
    seconds = time.time() - began
    faults = []
    if found != form:
        faults.append("read as %s, not %s" % (found, form))
    if count is not None and len(expected) != count:
        faults.append("Python finds %d records, %d are known" % (len(expected), count))
    if len(own) != len(expected):
        faults.append("%d records, Python finds %d" % (len(own), len(expected)))
    differing = [row for row, pair in enumerate(zip(own, expected)) if pair[0] != pair[1]]
    if differing:
        row = differing[0]
        faults.append("%d records differ, first %d: %r, Python finds %r" % (len(differing), row, own[row], expected[row]))
    line = "%d records" % len(own)
    if contexts is not None:
        distinct = len({question["context"] for question in own})
        if distinct != contexts:
            faults.append("%d distinct contexts, %d are known" % (distinct, contexts))
        if paragraphs is not None and paragraphs_of(path) != paragraphs:
            faults.append("%d paragraphs, %d are known" % (paragraphs_of(path), paragraphs))
        there = moved = 0
        for question, before in zip(own, expected):
            for answer, original in zip(answers(question), answers(before)):
                there += is_in_place(before, original)
                moved += is_in_place(before, original) and not is_in_place(question, answer)
        if moved:
            faults.append("%d answers are not where they were" % moved)
        total = sum(len(answers(question)) for question in own)
        line += " over %d contexts, %d of %d answers at their offset in both" % (distinct, there - moved, total)
    print("%-32s %-6s %s, %.1f s%s" % (path.name, found, line, seconds, "".join("\n  DIFFERS: " + f for f in faults)))
    return len(faults)


def paragraphs_of(path):
    from readers import read_text
    return sum(len(article["paragraphs"]) for article in json.loads(read_text(path))["data"])


def main(program, folder):
    folder = pathlib.Path(folder)
    program = str(pathlib.Path(program).resolve())
    faults = seen = 0
    with tempfile.TemporaryDirectory() as unpacked:
        for name, expectation in CORPORA.items():
            path = folder / name
            archive = folder / name.replace(".csv", ".zip")
            if not path.exists() and archive.suffix == ".zip" and archive.exists():
                with zipfile.ZipFile(archive) as packed:
                    packed.extract(name, unpacked)
                path = pathlib.Path(unpacked) / name
            if not path.exists():
                print("%-32s not there, left out" % name)
                continue
            seen += 1
            faults += compare(program, path, expectation)
    print("%d corpora read, %d differences" % (seen, faults))
    return 1 if faults or not seen else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
