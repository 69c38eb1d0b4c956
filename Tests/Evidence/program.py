"""Running textshift, and reading what it writes."""
import json
import pathlib
import subprocess
import sys

import corpora

LAUNCH = str(pathlib.Path(__file__).resolve().with_name("launch.py"))


class Failed(Exception):
    """A command ended with another status than 0; says why in one line."""


def measured(command):
    """Seconds of the wall clock and peak MiB of a command, a process of its own."""
    done = subprocess.run([sys.executable, "-S", LAUNCH, *map(str, command)], capture_output=True, text=True, errors="replace")
    used = json.loads(done.stdout) if done.returncode == 0 else {"status": done.returncode}
    if used["status"]:
        said = done.stderr.strip().splitlines() or [f"status {used['status']}"]
        raise Failed(said[-1])
    return used["seconds"], used["mebibytes"]


def selection(truth):
    """The options that name a pair's fields and its group."""
    options = [word for field in truth["fields"] for word in ("--field", field)]
    return options + (["--group", truth["group"]] if truth["group"] else [])


def analysis(textshift, folder, output, truth, train="train.jsonl"):
    """The command that analyzes the pair in `folder`."""
    return [textshift, "analyze", folder / train, folder / "test.jsonl", "--output", output, "--quiet", *selection(truth)]


def analyze_once(textshift, folder, output, truth, train="train.jsonl"):
    if not (output / "report.json").exists():
        subprocess.run(analysis(textshift, folder, output, truth, train), check=True)


def report(analysis):
    return json.loads((analysis / "report.json").read_text())


def weights(analysis):
    """Training ids and their weights, in the order of the file."""
    return {row["id"]: row["sample_weight"] for row in corpora.read_lines(analysis / "train.weighted.jsonl")}


def probabilities(analysis):
    """Ids of both sides and their p_test."""
    return {row["id"]: row["p_test"] for name in ("train.weighted", "test.scored")
            for row in corpora.read_lines(analysis / f"{name}.jsonl")}


def version(textshift):
    return subprocess.run([textshift, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def estimate(textshift, folder, split=0):
    """What `estimate` says of all models of scores.SPLIT.jsonl, each a metric of its own.

    The folder has the pair, the scores and the analysis (shift/)."""
    scores = folder / f"scores.{split}.jsonl"
    with open(scores) as lines:
        models = [key for key in json.loads(next(lines)) if key != "id"]
    metrics = [word for model in models for word in ("--metric", f"{model}/accuracy={model}")]
    subprocess.run([textshift, "estimate", folder / "shift", scores, "--quiet", "--force", "--train", folder / "train.jsonl",
                    "--test", folder / "test.jsonl", *metrics], check=True)
    return json.loads((folder / "shift" / "estimates.json").read_text())
