#!/usr/bin/env python3
"""textshift and its peers on the same pairs, in one run; a table for each pair.

usage: compare.py PAIRS_DIR [--pair NAME ...] [--tool NAME ...] [--textshift PATH] [--keep DIR] [--json FILE] [--record]

PAIRS_DIR is what pairs.py made. Each tool is a process of its own, from reading the files to writing the weights:

  wall s, peak MiB   of that process
  info    ln 2 minus the balanced log loss of the p_test out of fold, in nats: what was caught of the shift. 0: nothing;
          below 0: worse than no weights. A tool above the row `truth`, which is the true ratio, has seen rows that it scores.
  auc     of the same p_test
  rmse    root of the mean square of log weight minus log true ratio
  corr    correlation of weight and true ratio
  ess     effective sample size of the weights, as a share of the rows of train

--keep leaves the outputs in DIR: NAME.textshift/ and NAME.TOOL.json. --json writes the figures. --record writes them with the
machine and the versions to runs/ beside this file (record.py).
"""
import argparse
import json
import pathlib
import shutil
import sys
import tempfile

import corpora
import metrics
import peers
import program
import record

TOOLS = ["textshift", *peers.PEERS]
PEERS_SCRIPT = str(pathlib.Path(__file__).resolve().with_name("peers.py"))
COLUMNS = ["info", "auc", "rmse", "corr", "ess"]


def run_textshift(textshift, pair, truth, keep):
    """Weights, probabilities, seconds and MiB."""
    output = keep / f"{pair.name}.textshift"
    shutil.rmtree(output, ignore_errors=True)
    used = program.measured(program.analysis(textshift, pair, output, truth))
    return program.weights(output), program.probabilities(output), *used


def run_peer(name, pair, keep):
    path = keep / f"{pair.name}.{name}.json"
    used = program.measured([sys.executable, PEERS_SCRIPT, pair, name, path])
    found = json.loads(path.read_text())
    return found["train"], found["p_test"], *used


def true_figures(true_ratios):
    """The figures of the true ratio r, which says p_test = r / (1 + r)."""
    known = {row: ratio for row, ratio in true_ratios.items() if ratio is not None}
    return metrics.shift_figures({row: ratio for row, ratio in known.items() if row.startswith("train")},
                                 {row: ratio / (1 + ratio) for row, ratio in known.items()}, true_ratios)


def print_row(tool, figures):
    costs = [format(figures["wall"], ".2f"), format(figures["rss"], ".0f")] if "wall" in figures else ["-", "-"]
    cells = [format(figures[name], ".4f") if name in figures else "-" for name in COLUMNS]
    print(f"| {tool} | " + " | ".join(costs + cells) + " |", flush=True)


def compare(pair, tools, textshift, keep):
    """Tool to its figures; a tool that fails has a row of the table and no figures."""
    truth = corpora.read_truth(pair)
    print(f"\n## {pair.name}\n\n| tool | wall s | peak MiB | " + " | ".join(COLUMNS) + " |\n|" + "---|" * (3 + len(COLUMNS)))
    every = {}
    if truth["true_w"]:
        every["truth"] = true_figures(truth["true_w"])
        print_row("truth", every["truth"])
    for tool in tools:
        try:
            weights, p_test, seconds, mebibytes = (
                run_textshift(textshift, pair, truth, keep) if tool == "textshift" else run_peer(tool, pair, keep))
        except program.Failed as failure:
            print(f"| {tool} | failed: {failure} |", flush=True)
            continue
        every[tool] = {**metrics.shift_figures(weights, p_test, truth["true_w"]), "wall": seconds, "rss": mebibytes}
        print_row(tool, every[tool])
    return every


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("--pair", action="append")
    parser.add_argument("--tool", action="append", choices=TOOLS)
    parser.add_argument("--textshift", default="textshift", help="the program (default: that of PATH)")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    tools = options.tool or TOOLS
    pairs = [path.parent for path in sorted(options.pairs.glob("*/truth.json"))]
    pairs = [pair for pair in pairs if not options.pair or pair.name in options.pair]
    if not pairs:
        sys.exit(f"error: {options.pairs} has no such pair; pairs.py makes them")
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or pathlib.Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        every = {pair.name: compare(pair, tools, options.textshift, keep) for pair in pairs}
    if options.json:
        options.json.write_text(json.dumps(every, indent=1))
    if options.record:
        print(f"\nrecorded: {record.write(every, options.textshift if 'textshift' in tools else None)}")


if __name__ == "__main__":
    main()
