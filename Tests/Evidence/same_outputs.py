#!/usr/bin/env python3
"""Whether two builds of textshift do the same: every verb, byte for byte.

usage: same_outputs.py BEFORE AFTER [--pairs DIR] [--jobs N] [--keep DIR]

BEFORE and AFTER are programs. Each command runs once with either, in a folder of its own: standard output, standard error, exit
status and every file that is written must be equal, timings.json aside. Compared on `corpora/` of this repository and, with
--pairs, on every folder of DIR that holds train.jsonl and test.jsonl. Prints what differs; exit status 1 if anything does.
"""
import argparse, concurrent.futures, difflib, hashlib, json, os, pathlib, re, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPORA = ROOT / "corpora"
VERBS = "analyze report split estimate diagnose conformal audit check fit score model hash".split()
# What may differ: which commit was built.
COMMIT = re.compile(rb"commit [0-9a-f]+\+?, ")


def scores_of(train, folder):
    """Scores of the training rows that depend on the row's place alone: files for estimate, conformal, diagnose and audit."""
    with open(train, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    has_id = all("id" in row for row in rows)
    labels = sorted({str(row.get("label")) for row in rows})
    with open(folder / "scores.jsonl", "w", encoding="utf-8") as out, open(folder / "models.jsonl", "w", encoding="utf-8") as models:
        for number, row in enumerate(rows):
            key = {"id": row["id"]} if has_id else {"row": number}
            hit = (number * 7919 + len(json.dumps(row, ensure_ascii=False))) % 10 < 7
            part = {**key, "accuracy": int(hit), "loss": (number * 31 % 97) / 40, "score": (number * 17 % 101) / 100,
                    "confidence": 0.5 + (number * 13 % 50) / 100}
            if len(labels) < 30:
                part["prediction"] = row.get("label") if hit else labels[number % len(labels)]
                part["probability"] = (number * 29 % 100) / 100
            out.write(json.dumps(part) + "\n")
            for model in ("small", "large"):
                models.write(json.dumps({**key, "model": model, "f1": ((number + len(model)) * 37 % 90) / 100}) + "\n")
    return len(labels) < 30 and labels != ["None"]


def confidences_of(test, path):
    with open(test, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for number, line in enumerate(lines):
            row = json.loads(line)
            out.write(json.dumps({**({"id": row["id"]} if "id" in row else {"row": number}), "confidence": 0.5 + (number * 11 % 50) / 100}) + "\n")


def of_pair(train, test, inputs, is_small):
    """The commands of one pair, in order; names in braces are files that `inputs` has."""
    has_classes = scores_of(train, inputs)
    confidences_of(test, inputs / "confidences.jsonl")
    scores, models, confidences = inputs / "scores.jsonl", inputs / "models.jsonl", inputs / "confidences.jsonl"
    both = [train, test]
    yield ["analyze", *both]
    yield ["analyze", *both, "--output", "a", "--export", "lightgbm", "--export", "sklearn", "--export", "id-weight"]
    yield ["analyze", *both, "--output", "a"]
    yield ["analyze", *both, "--output", "zh", "--language", "zh", "--seed", "7", "--threads", "1"]
    for number, weight in enumerate(["relative:0.5", "relative:0.01", "clip:10", "clip:2", "discriminator"]):
        yield ["analyze", *both, "--output", f"w{number}", "--weight", weight]
    yield ["analyze", *both, "--output", "streamed", "--fit-rows", "700", "--gzip"]
    yield ["analyze", *both, "--output", "half", "--fit-rows", "1500", "--validation-size", "300", "--pool", "0.4"]
    if has_classes:
        yield ["analyze", *both, "--output", "tools", "--export", "vw", "--export", "fasttext"]
        yield ["diagnose", "a", "--label", "label"]
        yield ["diagnose", "a", "--label", "label", "--json", "--language", "zh", "--weights", "-"]
        yield ["diagnose", "a", "--label", "label", "--labelled-test", test]
    if is_small:
        yield ["analyze", *both, "--drop-shifted", "0.6", "--output", "dropped"]
        yield ["split", "dropped", "--compare", "--output", "dropped-split"]
        yield ["analyze", *both, "--permutations", "3", "--folds", "3"]
        yield ["audit", train, "--draws", "1", "--rows", "1000", "--json"]
        yield ["audit", train, "--draws", "1", "--rows", "1000", "--language", "zh", "--like", "a"]
        yield ["audit", train, "--draws", "1", "--rows", "1000", "--scores", scores]
        yield ["estimate", "a", scores, "--refit-bootstrap", "2", "--output", "refits.json"]
    yield ["report", "a", "--language", "zh"]
    yield ["report", "a"]
    for method in ["resample", "weighted", "without-replacement", "top", "kfold"]:
        yield ["split", "a", "--method", method, "--output", f"split-{method}"]
    yield ["split", "a", "--compare", "--language", "zh"]
    yield ["split", "a", "--method", "label-first", "-n", "50", "--output", "to-label"]
    yield ["split", "a", "--method", "no-support", "-n", "5", "--output", "to-label-2"]
    yield ["split", "streamed", "--method", "weighted", "--output", "split-streamed"]
    yield ["estimate", "a", scores]
    yield ["estimate", "a", models, "--language", "zh"]
    yield ["estimate", "a", models, "--language", "zh", "--force"]
    yield ["estimate", "w2", scores, "--confidence", "confidence", "--test-confidences", confidences]
    yield ["estimate", "streamed", scores, "--metric", "accuracy"]
    yield ["conformal", "a", scores]
    yield ["conformal", "streamed", scores, "--language", "zh", "--alpha", "0.2"]
    yield ["check", "a", "--max-auc", "0.6", "--min-ess", "30%", "--max-no-support", "5%", "--max-duplicates", "0", "--trusted", "--junit", "gates.xml"]
    yield ["check", "w0", "--min-ess", "500", "--trusted", "--language", "zh"]
    yield ["fit", *both, "--model", "m.model"]
    yield ["fit", *both, "--model", "s.model", "--weight", "clip:3", "--fit-rows", "500"]
    yield ["model", "m.model"]
    yield ["model", "s.model", "--json"]
    yield ["score", "--model", "m.model", test]
    yield ["score", "--model", "s.model", train, "--only-scores"]
    yield ["hash", "--field", json.load(open(inputs / "fields.json"))[0], test]
    yield ["analyze", *both, "--output", "a", "--force", "--weight", "clip:10"]
    yield ["estimate", "a", scores, "--drawn"]


def of_formats():
    """The commands on corpora/ and its formats, and what goes wrong on purpose."""
    formats = CORPORA / "formats"
    for verb in VERBS:
        yield [verb, "--help"]
        yield [verb]
        yield [verb, "--no-such-option"]
    yield ["--help"]
    yield ["--version"]
    yield ["frobnicate"]
    for train in sorted(formats.glob("*-train.*")):
        test = train.with_name(train.name.replace("-train", "-test"))
        folder = train.name.replace(".", "-")
        extra = ["--write", "csv"] if train.suffix == ".csv" else ["--write", "squad"] if train.name.startswith(("squad", "cmrc")) else []
        yield ["analyze", train, test, "--output", folder, *extra]
        yield ["analyze", train, test, "--output", folder + "-s", *extra, "--fit-rows", "20"]
        yield ["report", folder, "--language", "zh"]
        yield ["hash", "--field", "text", train]
        yield ["score", "--model", f"{folder}/model.textshift", test]
        yield ["analyze", train, CORPORA / "test.jsonl"]
    train, test = CORPORA / "train.jsonl", CORPORA / "test.jsonl"
    yield ["analyze", train, "no-such.jsonl"]
    yield ["analyze", train, CORPORA]
    yield ["analyze", train, test, "--weight", "heavy"]
    yield ["analyze", train, test, "--weight", "relative:2"]
    yield ["analyze", train, test, "--field", "nothing"]
    yield ["analyze", train, test, "--group", "nothing"]
    yield ["analyze", train, test, "--id", "nothing"]
    yield ["analyze", train, test, "--output", "x", "--export", "vw", "--label", "nothing"]
    yield ["analyze", train, test, "--output", "x", "--write", "csv"]
    yield ["analyze", train, test, "--exclude", train]
    yield ["analyze", train, test, "--group", "topic", "--timings-not"]
    yield ["report", "no-such-folder"]
    yield ["check", "no-such-folder", "--trusted"]
    yield ["estimate", "no-such-folder", train]
    yield ["score", "--model", train, test]
    yield ["model", "no-such.model"]
    yield ["audit", train, "--label", "nothing"]
    yield ["diagnose", "no-such-folder", "--label", "x"]


def run(program, commands, folder):
    """What each command says, and the digests of the files that it wrote or changed."""
    folder.mkdir(parents=True)
    said, known = [], {}
    for command in commands:
        done = subprocess.run([program, *map(str, command)], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
        written = {}
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "timings.json"):
            status = path.stat()
            if known.get(path) != (status.st_mtime_ns, status.st_ino):
                known[path] = (status.st_mtime_ns, status.st_ino)
                written[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
        said.append((" ".join(map(str, command)), COMMIT.sub(b"", done.stdout), done.stderr, done.returncode, written))
    return said


def excerpt(a, b):
    lines = [x.decode("utf-8", "replace").splitlines() for x in (a, b)]
    return "\n".join("      " + line[:240] for line in list(difflib.unified_diff(*lines, lineterm="", n=0))[2:14])


def differences(before, after):
    for one, other in zip(before, after):
        if one[3] != other[3]:
            yield f"{one[0]}\n    exit status {one[3]} before, {other[3]} after"
        for name, a, b in (("standard output", one[1], other[1]), ("standard error", one[2], other[2])):
            if a != b:
                yield f"{one[0]}\n    {name} differs\n{excerpt(a, b)}"
        paths = [path for path in sorted(set(one[4]) | set(other[4])) if one[4].get(path) != other[4].get(path)]
        if paths:
            yield f"{one[0]}\n    files differ: {', '.join(paths)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", type=pathlib.Path, help="where to work; else a temporary folder")
    options = parser.parse_args()
    work = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="same-outputs-"))
    programs = {"before": str(pathlib.Path(options.before).resolve()), "after": str(pathlib.Path(options.after).resolve())}
    tasks = {"formats": list(of_formats())}
    pairs = {"corpora": CORPORA}
    if options.pairs:
        pairs |= {p.parent.name: p.parent for p in sorted(options.pairs.resolve().glob("*/train.jsonl"))}
    for name, folder in pairs.items():
        inputs = work / "inputs" / name
        inputs.mkdir(parents=True)
        with open(folder / "train.jsonl", encoding="utf-8") as lines:
            fields = [key for key, value in json.loads(next(lines)).items() if isinstance(value, str) and key not in ("id", "label")]
        (inputs / "fields.json").write_text(json.dumps(fields))
        size = (folder / "train.jsonl").stat().st_size
        tasks[name] = list(of_pair(folder / "train.jsonl", folder / "test.jsonl", inputs, size < 3_000_000))
    count, found = 0, 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        jobs = {(name, side): pool.submit(run, program, commands, work / side / name)
                for name, commands in tasks.items() for side, program in programs.items()}
        for name, commands in tasks.items():
            count += len(commands)
            for difference in differences(jobs[name, "before"].result(), jobs[name, "after"].result()):
                found += 1
                print(f"{name}: {difference}")
    print(f"{count} commands on {len(tasks)} sets of files: {found} differences")
    if not options.keep:
        shutil.rmtree(work)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
