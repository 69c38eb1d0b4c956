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
import argparse, json, pathlib, subprocess
import numpy as np


def run(textshift, folder, s):
    command = [textshift, "estimate", folder / "shift", folder / f"scores.{s}.jsonl", "--quiet", "--force",
               "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"]
    models = json.loads(open(folder / f"scores.{s}.jsonl").readline())
    for m in models:
        if m != "id":
            command += ["--metric", f"{m}/accuracy={m}"]
    subprocess.run(command, check=True)
    return json.loads((folder / "shift" / "estimates.json").read_text())


def figures(folder, s, found, zoo, weights):
    """One row a model: true score, then name -> (value, low, high) of each estimator."""
    V, T, ids = zoo[f"V_{s}"], zoo[f"T_{s}"], zoo[f"ids_{s}"]
    own = {m["name"]: m["metrics"][0] for m in found["models"]}
    rows = []
    for j in range(V.shape[1]):
        m = own[f"m{j}"]; e = {}
        for k in ("unweighted", "selfNormalised", "clipped", "doublyRobust"):
            f = m[k]; e[k] = (f["value"], f.get("low"), f.get("high"))
        for k, w in weights.items():
            v = np.array([w[i] or 0 for i in ids]); e[k] = (float(v @ V[:, j] / v.sum()), None, None)
        rows.append((T[:, j].mean(), e, m["explained"]))
    return rows


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
    a.add_argument("--seed", type=int, nargs="+", default=list(range(1, 11)))
    a.add_argument("--pair", nargs="+", default=["en-rc", "zh-shop"]); a.add_argument("--splits", type=int, default=5); a.add_argument("--again", action="store_true")
    o = a.parse_args()
    for pair in o.pair:
        rows, each, best, given, explained = [], [], [], [], []
        for seed in o.seed:
            folder = o.out / str(seed) / pair
            if not (folder / "tuned.json").exists() or not (folder / "shift" / "report.json").exists():
                print(f"{pair} {seed}: not made, left out"); continue
            zoo = np.load(folder / "zoo.npz"); truth = json.loads((folder / "truth.json").read_text())["true_w"]
            weights = {"truth": truth}
            tuned = json.loads((folder / "tuned.json").read_text())
            if tuned: weights["tuned"] = tuned["train"]
            draw = []
            for s in range(min(o.splits, sum(k.startswith("V_") for k in zoo))):
                kept = folder / f"estimates.{s}.json"
                if o.again or not kept.exists():
                    kept.write_text(json.dumps(run(o.textshift, folder, s)))
                found = json.loads(kept.read_text())
                own = figures(folder, s, found, zoo, weights); draw += own
                true = np.array([r[0] for r in own]); ranking = found["rankings"][0]
                first = int(ranking["models"][0][1:]); best.append(true[first] >= true.max() - 1e-12); given.append(ranking["bestProbability"])
            rows += draw; each.append((seed, {k: 100 * np.mean([abs(r[1][k][0] - r[0]) for r in draw]) for k in draw[0][1]}, json.loads((folder / "shift" / "report.json").read_text())["trust"]["isTrusted"]))
        if not rows: continue
        names = list(rows[0][1])
        print(f"\n## {pair}: {len(each)} draws\n\n| draw | trusted | " + " | ".join(names) + " |\n|---|---|" + "---|" * len(names))
        for seed, e, trusted in each:
            print(f"| {seed} | {'yes' if trusted else 'no'} | " + " | ".join(f"{e[k]:.3f}" for k in names) + " |")
        print("\n| estimator | error | bias | coverage | width |\n|---|---|---|---|---|")
        for k in names:
            d = np.array([r[1][k][0] - r[0] for r in rows]); line = f"| {k} | {100 * np.abs(d).mean():.3f} | {100 * d.mean():+.3f} | "
            held = [(r[1][k][1] <= r[0] <= r[1][k][2], r[1][k][2] - r[1][k][1]) for r in rows if r[1][k][1] is not None]
            print(line + (f"{np.mean([h[0] for h in held]):.3f} | {100 * np.mean([h[1] for h in held]):.2f} |" if held else "- | - |"))
        per = lambda k: np.mean([e[k] for _, e, _ in each])
        if "tuned" in names:
            print(f"\ndoubly robust / self-normalised {per('doublyRobust') / per('selfNormalised'):.3f}, / tuned {per('doublyRobust') / per('tuned'):.3f}")
        print(f"explained {np.mean([r[2] for r in rows]):.3f}; first is best {np.mean(best):.2f}, given {np.mean(given):.2f}")


if __name__ == "__main__":
    main()
