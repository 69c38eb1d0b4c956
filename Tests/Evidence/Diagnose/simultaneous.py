#!/usr/bin/env python3
"""Run `diagnose` on made-up pairs whose classes do not differ: how often does any class seem to?

usage: simultaneous.py TEXTSHIFT [--draws 200] [--classes 24] [--rows 1200] [--skew 1]

Classes have shares that fall as 1 / rank^skew, words of their own and common ones; both sides are drawn alike. Printed: in how many draws
`priors.differ` holds, and any black-box interval excludes 1; both should be at most 5% beyond chance.
"""
import argparse
import json
import pathlib
import random
import subprocess
import tempfile


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--classes", type=int, default=24)
    parser.add_argument("--rows", type=int, default=1200)
    parser.add_argument("--skew", type=float, default=1)
    options = parser.parse_args()
    likelihood, black = 0, 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for draw in range(options.draws):
            rng = random.Random(f"simultaneous {draw}")
            shares = [1 / (rank + 1) ** options.skew for rank in range(options.classes)]
            for side in ("train", "test"):
                with open(folder / f"{side}.jsonl", "w", encoding="utf-8") as file:
                    for label in rng.choices(range(options.classes), shares, k=options.rows):
                        words = [f"topic{label}word{rng.randrange(12)}" if rng.random() < 0.4 else f"common{rng.randrange(150)}"
                                 for _ in range(10)]
                        record = {"text": " ".join(words), "label": f"class{label}"}
                        if side == "test":
                            del record["label"]
                        file.write(json.dumps(record) + "\n")
            subprocess.run([options.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--quiet", "--force",
                            "--output", folder / "out", "--seed", str(draw)], check=True)
            done = subprocess.run([options.textshift, "diagnose", folder / "out", "--label", "label", "--json"],
                                  check=True, capture_output=True, text=True)
            priors = json.loads(done.stdout)["priors"]
            likelihood += priors["differ"]
            intervals = [one["blackBox"] for one in priors["classes"] if "lower" in one.get("blackBox", {})]
            black += any(not one["lower"] <= 1 <= one["upper"] for one in intervals)
            if (draw + 1) % 50 == 0:
                print(f"{draw + 1} draws: {likelihood} differ by likelihood, {black} by black box", flush=True)
    print(f"{options.classes} classes, {options.rows} rows a side, {options.draws} draws: "
          f"differ in {likelihood} by likelihood, {black} by black box")


if __name__ == "__main__":
    main()
