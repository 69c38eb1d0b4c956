#!/usr/bin/env python3
"""Hold `textshift estimate` against the true test scores of the zoos that draws.py made.

usage: estimates.py OUT --textshift PATH [--seed N ...] [--pair zh-shop|en-rc ...] [--splits N] [--again]

For each draw and split runs `textshift estimate` on all models of the zoo at once (kept in estimates.S.json; --again runs it
anew) and prints, for each pair and over all draws:
  error     mean |estimate - true test score| over draws, splits and models, in points of 100
  bias      mean (estimate - true)
  coverage  share of the models' 95% intervals that hold the true score, and the intervals' mean width
  rank      how often the first model is the best on test, and the mean probability that was given for that
`tuned` weighs with sklearn-tuned's weights (self-normalised), `truth` with the true ratio.
"""
import argparse
import json
import pathlib
import sys
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import metrics  # noqa: E402
import program  # noqa: E402

ESTIMATORS = ("unweighted", "selfNormalised", "clipped", "doublyRobust")


class Model(NamedTuple):
    """A model's true score on test; value, low and high of each estimator; the share of its score that features explain."""

    true: float
    estimates: dict
    explained: float

    def off(self, name):
        return self.estimates[name][0] - self.true


def models_of(split, found, zoo, weights):
    ids, on_train, on_test = (zoo[f"{name}_{split}"] for name in ("ids", "V", "T"))
    said = {model["name"]: model["metrics"][0] for model in found["models"]}
    by_weights = {name: metrics.weighted_mean(np.array([of_row[row] or 0 for row in ids]), on_train)
                  for name, of_row in weights.items()}
    models = []
    for number, true in enumerate(on_test.mean(0)):
        own = said[f"m{number}"]
        estimates = {name: (own[name]["value"], own[name].get("low"), own[name].get("high")) for name in ESTIMATORS}
        estimates.update((name, (float(means[number]), None, None)) for name, means in by_weights.items())
        models.append(Model(true, estimates, own["explained"]))
    return models


def held(folder, options):
    """For each split its models, whether the first one is best, and the probability that was given for that."""
    zoo = np.load(folder / "zoo.npz")
    weights = {"truth": corpora.read_truth(folder)["true_w"], "tuned": json.loads((folder / "tuned.json").read_text())["train"]}
    for split in range(min(options.splits, sum(name.startswith("V_") for name in zoo))):
        kept = folder / f"estimates.{split}.json"
        if options.again or not kept.exists():
            kept.write_text(json.dumps(program.estimate(options.textshift, folder, split)))
        found = json.loads(kept.read_text())
        models, ranking = models_of(split, found, zoo, weights), found["rankings"][0]
        true = np.array([model.true for model in models])
        yield models, true[int(ranking["models"][0][1:])] >= true.max() - 1e-12, ranking["bestProbability"]


def error(models, name):
    return 100 * np.mean([abs(model.off(name)) for model in models])


def print_draws(draws, names):
    print("\n| draw | trusted | " + " | ".join(names) + " |\n|---|---|" + "---|" * len(names))
    for seed, models, is_trusted in draws:
        cells = " | ".join(f"{error(models, name):.3f}" for name in names)
        print(f"| {seed} | {'yes' if is_trusted else 'no'} | {cells} |")


def print_estimators(models, names):
    print("\n| estimator | error | bias | coverage | width |\n|---|---|---|---|---|")
    for name in names:
        intervals = [(model.true, *model.estimates[name][1:]) for model in models if model.estimates[name][1] is not None]
        cells = "- | -"
        if intervals:
            coverage = np.mean([low <= true <= high for true, low, high in intervals])
            cells = f"{coverage:.3f} | {100 * np.mean([high - low for _, low, high in intervals]):.2f}"
        bias = 100 * np.mean([model.off(name) for model in models])
        print(f"| {name} | {error(models, name):.3f} | {bias:+.3f} | {cells} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    parser.add_argument("--seed", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--pair", nargs="+", default=["en-rc", "zh-shop"])
    parser.add_argument("--splits", type=int, default=5)
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    for pair in options.pair:
        draws, best, given = [], [], []
        for seed in options.seed:
            folder = options.out / str(seed) / pair
            if not (folder / "tuned.json").exists() or not (folder / "shift" / "report.json").exists():
                print(f"{pair} {seed}: not made, left out")
                continue
            of_draw = []
            for models, is_best, probability in held(folder, options):
                of_draw += models
                best.append(is_best)
                given.append(probability)
            draws.append((seed, of_draw, program.report(folder / "shift")["trust"]["isTrusted"]))
        if not draws:
            continue
        every = [model for _, models, _ in draws for model in models]
        names = list(every[0].estimates)
        print(f"\n## {pair}: {len(draws)} draws")
        print_draws(draws, names)
        print_estimators(every, names)
        means = {name: np.mean([error(models, name) for _, models, _ in draws]) for name in names}
        print(f"\ndoubly robust / self-normalised {means['doublyRobust'] / means['selfNormalised']:.3f}, "
              f"/ tuned {means['doublyRobust'] / means['tuned']:.3f}")
        explained = np.mean([model.explained for model in every])
        print(f"explained {explained:.3f}; first is best {np.mean(best):.2f}, given {np.mean(given):.2f}")


if __name__ == "__main__":
    main()
