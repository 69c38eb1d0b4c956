#!/usr/bin/env python3
"""Coverage where weights are not to be trusted: en-rc of draws.py with every Reddit passage taken out of train.

usage: unsupported.py OUT --textshift PATH [--seed N ...]

Prints, for each draw, whether the analysis trusts its weights, the error, and the share of the zoo's intervals that hold the
truth.
"""
import argparse
import pathlib
import subprocess
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import program  # noqa: E402


def without_reddit(pair, folder):
    """The pair and its scores without the rows of which test has more."""
    ratio = corpora.read_truth(pair)["true_w"]
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("train.jsonl", "scores.0.jsonl"):
        rows = corpora.read_lines(pair / name)
        corpora.write_lines(folder / name, (row for row in rows if (ratio[row["id"]] or 0) < 1))
    (folder / "test.jsonl").write_bytes((pair / "test.jsonl").read_bytes())


def judged(models, name):
    """Error and coverage of an estimator; `models` has what was estimated and the truth."""
    off = [said[name]["value"] - true for said, true in models]
    inside = [said[name]["low"] <= true <= said[name]["high"] for said, true in models if said[name].get("low") is not None]
    coverage = np.mean(inside) if inside else float("nan")
    return f"{name} error {100 * np.mean(np.abs(off)):.2f} coverage {coverage:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3])
    options = parser.parse_args()
    for seed in options.seed:
        pair, folder = options.out / str(seed) / "en-rc", options.out / "unsupported" / str(seed)
        without_reddit(pair, folder)
        command = program.analysis(options.textshift, folder, folder / "shift", corpora.read_truth(pair))
        subprocess.run([*command, "--force"], check=True)
        true = np.load(pair / "zoo.npz")["T_0"].mean(0)
        found = program.estimate(options.textshift, folder)["models"]
        models = [(model["metrics"][0], true[int(model["name"][1:])]) for model in found]
        report = program.report(folder / "shift")
        print(f"{seed}: trusted {report['trust']['isTrusted']}, no support {report['overlap']['noSupportShare']:.2f}; "
              + "; ".join(judged(models, name) for name in ("unweighted", "selfNormalised", "doublyRobust")), flush=True)


if __name__ == "__main__":
    main()
