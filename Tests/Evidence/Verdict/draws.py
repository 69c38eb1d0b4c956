#!/usr/bin/env python3
"""What `analyze` says of many draws of one world: a rare topic that test is full of, a shift in few rows, and sides that are alike.

usage: draws.py TEXTSHIFT [--world NAME ...] [--draws 100] [--seed 3] [--jobs 1]

Topics over made-up words (worlds.py). `rare`: 3,000 and 1,500 rows, a topic has 2% of train and 40% of test; `small`: 150 rows a side, shares
turned around; `alike-N`: N rows a side and equal shares, so that whatever is found is chance. Printed: the share of draws with each finding; for the
rare topic the mean weight of its rows beside the true 20. Needs numpy.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import program  # noqa: E402
import worlds  # noqa: E402

RARE = (np.array([.5, .3, .18, .02]), np.array([.2, .2, .2, .4]))
WORLDS = {
    "rare": (3000, 1500, *RARE), "small": (150, 150, worlds.TRAIN, worlds.TRAIN[::-1]),
    **{f"alike-{rows}": (rows, rows, worlds.TRAIN, worlds.TRAIN) for rows in (150, 400, 1500)},
}


def once(job):
    executable, seed, name, draw = job
    rows, test_rows, train, test = WORLDS[name]
    world = worlds.Topics(seed)
    rng = np.random.default_rng([seed, draw, rows, len(name)])
    texts = world.draw(rows, train, rng)
    with tempfile.TemporaryDirectory() as folder:
        world.write(f"{folder}/train.jsonl", texts)
        world.write(f"{folder}/test.jsonl", world.draw(test_rows, test, rng))
        subprocess.run([executable, "analyze", f"{folder}/train.jsonl", f"{folder}/test.jsonl", "--output", f"{folder}/out", "--quiet", "--threads", "1"],
                       check=True, capture_output=True)
        report = program.report(pathlib.Path(folder, "out"))
        with open(f"{folder}/out/train.weighted.jsonl") as file:
            weights = np.array([json.loads(line)["sample_weight"] for line in file])
    true = world.ratio(texts, train, test)
    top = true > 0.5 * true.max()
    return dict(verdict=report["discriminator"]["verdict"], p=report["separability"]["pValue"], trusted=report["trust"]["isTrusted"],
                failures=[failure["condition"] for failure in report["trust"]["failures"]], top=weights[top].mean(), true=true[top].mean())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--world", nargs="+", choices=WORLDS, default=list(WORLDS))
    parser.add_argument("--draws", type=int, default=100)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    executable = str(pathlib.Path(options.textshift).resolve())
    print("| world | draws | shift | difference | p < 0.05 | trusted | support | balance | weight of the most test-like rows, true |\n|---|---|---|---|---|---|---|---|---|", flush=True)
    for name in options.world:
        with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
            results = list(pool.map(once, [(executable, options.seed, name, draw) for draw in range(options.draws)]))
        share = lambda test: f"{np.mean([test(r) for r in results]):.1%}"  # noqa: E731
        cells = [share(lambda r: r["verdict"] == "shift"), share(lambda r: r["verdict"] == "difference"), share(lambda r: r["p"] < .05),
                 share(lambda r: r["trusted"]), share(lambda r: "support" in r["failures"]), share(lambda r: "balance" in r["failures"]),
                 f"{np.mean([r['top'] for r in results]):.1f}, {np.mean([r['true'] for r in results]):.1f}"]
        print(f"| {name} | {options.draws} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
