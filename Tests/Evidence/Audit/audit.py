#!/usr/bin/env python3
"""Does what `textshift audit TRAIN` predicts agree with what pairs of a known ratio show?

usage: audit.py OUT --textshift PATH [--data DIR] [--seed N ...] [--pair NAME ...] [--draws 2]

OUT/SEED/PAIR/ gets the pair, the per-row results of a zoo of models on train and on test (zoos.py for zh-shop and en-rc; for
en-ie and zh-ie, what the labelled spans of a sentence are), the analysis (shift/) and audit.json. What is there is not made
again.

Shown: with the analysis' weights, the mean distance of the weighted mean of a result over train from its mean over test, and
correlation and root mean square log error against the true ratio. Predicted: the same for the shift that the audit plants by
the ratio that the analysis estimated (--like), with results of training rows only. All are means over the seeds.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import metrics  # noqa: E402
import pairs  # noqa: E402
import program  # noqa: E402
import zoos  # noqa: E402

TYPES = {
    "en-ie": ("person", "location", "organisation", "misc", "scientist", "politician"),
    "zh-ie": ("per", "loc", "org", "gpe", ".nam", ".nom"),
}


def span_results(rows, pair):
    def results(row):
        found = [str(span[2]).lower() for span in row["spans"]]
        return [len(found) > count for count in (0, 1, 2, 4)] + [any(kind in f for f in found) for kind in TYPES[pair]]
    return np.array([results(row) for row in rows], float)


def zoo_of(pair, train, test):
    if pair == "zh-shop":
        return zoos.classifier_zoo(train, test, 0)
    if pair == "en-rc":
        return zoos.retriever_zoo(train, test)
    return [row["id"] for row in train], span_results(train, pair), span_results(test, pair)


def make(folder, pair, seed, data):
    pairs.make_once(folder, seed, data)
    if not (folder / "scores.0.jsonl").exists() or not (folder / "zoo.npz").exists():
        ids, on_train, on_test = zoo_of(pair, *corpora.read_pair(folder))
        zoos.write_scores(folder / "scores.0.jsonl", ids, on_train)
        np.savez_compressed(folder / "zoo.npz", ids_0=ids, V_0=on_train, T_0=on_test)


def shown(folder):
    truth = corpora.read_truth(folder)["true_w"]
    weight = program.weights(folder / "shift")
    w, t = np.array(list(weight.values())), np.array([truth[row] or 0 for row in weight])
    t /= t.mean()
    some = t > 0
    zoo = np.load(folder / "zoo.npz")
    ids, on_train, on_test = [str(row) for row in zoo["ids_0"]], zoo["V_0"], zoo["T_0"].mean(0)

    def error(weights):
        of_rows = np.array([weights[row] or 0 for row in ids], float)
        return np.abs(metrics.weighted_mean(of_rows, on_train) - on_test).mean()
    return program.report(folder / "shift")["separability"]["auc"], [
        error(weight), error(dict.fromkeys(ids, 1)), error(truth), np.corrcoef(w, t)[0, 1],
        np.sqrt(np.mean((np.log(w[some]) - np.log(t[some])) ** 2))]


def predicted(audit):
    found = next(shift for shift in audit["shifts"] if shift["kind"] == "found")
    errors = [found["errors"][kind] for kind in ("weighted", "unweighted", "trueRatio")]
    return [*errors, found["correlation"], found["logError"]]


def cells(figures):
    return " | ".join([f"{100 * error:.2f}" for error in figures[:3]] + [f"{figure:.2f}" for figure in figures[3:]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    corpora.add_option(parser)
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--draws", type=int, default=2)
    parser.add_argument("--pair", nargs="+", default=["en-ie", "en-rc", "zh-shop"],
                        choices=["en-ie", "en-rc", "zh-ie", "zh-shop"])
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | AUC | | weighted off by | unweighted off by | true ratio off by | correlation | rms log error |")
    print("|---|---|---|---|---|---|---|---|")
    for pair in options.pair:
        real, said = [], []
        for seed in options.seed:
            folder = options.out / str(seed) / pair
            make(folder, pair, seed, data)
            truth = corpora.read_truth(folder)
            program.analyze_once(options.textshift, folder, folder / "shift", truth)
            if not (folder / "audit.json").exists():
                made = subprocess.run(
                    [options.textshift, "audit", folder / "train.jsonl", "--scores", folder / "scores.0.jsonl",
                     "--rows", "200000", "--draws", str(options.draws), "--like", folder / "shift", "--json",
                     *program.selection(truth)],
                    check=True, capture_output=True)
                (folder / "audit.json").write_bytes(made.stdout)
            auc, figures = shown(folder)
            real.append([auc, *figures])
            said.append(predicted(json.loads((folder / "audit.json").read_text())))
        real, said = np.mean(real, 0), np.mean(said, 0)
        ratios = [max(x / y, y / x) for x, y in zip(said, real[1:])]
        print(f"| {pair} | {real[0]:.3f} | shown | {cells(real[1:])} |\n| | | predicted | {cells(said)} |")
        print("| | | apart by a factor of | " + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " |", flush=True)


if __name__ == "__main__":
    main()
