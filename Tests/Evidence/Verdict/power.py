#!/usr/bin/env python3
"""How often is p < 0.05 where there is a shift of a known size, and where there is none? Beside it a kernel two-sample test.

usage: power.py TEXTSHIFT [--rows 100 200 400] [--area 0.71] [--draws 100] [--seed 3] [--jobs 1] [--permutations B]

Topics over made-up words (worlds.py), mixed on the test side so that the AUC of the true q/p is --area; 0.5 is no shift. The kernel test is the
unbiased MMD² (Gretton et al. 2012) of a Gaussian kernel (median distance) on the TF-IDF of the words, by 200 permutations. With --permutations
the share of draws found by B refits is shown too. Needs numpy and scikit-learn.
"""
import argparse
import concurrent.futures
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import program  # noqa: E402
import worlds  # noqa: E402


def kernel_p(texts, is_test, rng, permutations=200):
    from sklearn.feature_extraction.text import TfidfVectorizer
    vectors = TfidfVectorizer(analyzer=lambda text: text, sublinear_tf=True).fit_transform([list(map(str, t)) for t in texts])
    square = np.maximum(2 - 2 * (vectors @ vectors.T).toarray(), 0)
    kernel = np.exp(-square / np.median(square[square > 0]))
    np.fill_diagonal(kernel, 0)

    def statistic(side):
        sign = np.where(side, 1 / side.sum(), -1 / (~side).sum())
        return sign @ kernel @ sign

    found = statistic(is_test)
    return (1 + sum(statistic(rng.permutation(is_test)) >= found for _ in range(permutations))) / (permutations + 1)


def once(job):
    executable, seed, draw, rows, shares, permutations = job
    world = worlds.Topics(seed)
    rng = np.random.default_rng([seed, draw, rows])
    train, test = world.draw(rows, worlds.TRAIN, rng), world.draw(rows, shares, rng)
    with tempfile.TemporaryDirectory() as folder:
        world.write(f"{folder}/train.jsonl", train)
        world.write(f"{folder}/test.jsonl", test)

        def report(*more):
            subprocess.run([executable, "analyze", f"{folder}/train.jsonl", f"{folder}/test.jsonl", "--output", f"{folder}/out", "--force",
                            "--quiet", "--threads", "1", *more], check=True, capture_output=True)
            return program.report(pathlib.Path(folder, "out"))

        first = report()
        refit = report("--permutations", str(permutations))["separability"]["pValue"] if permutations else None
    found = first["separability"]
    return dict(p=found["pValue"], auc=found["auc"], verdict=first["discriminator"]["verdict"], refit=refit,
                trusted=first["trust"]["isTrusted"], detectable=first["discriminator"].get("detectableAUC"),
                failures=[f["condition"] for f in first["trust"]["failures"]],
                kernel=kernel_p(train + test, np.arange(2 * rows) >= rows, rng))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--rows", type=int, nargs="+", default=[100, 200, 400])
    parser.add_argument("--area", type=float, default=0.71)
    parser.add_argument("--draws", type=int, default=100)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--permutations", type=int, default=0)
    options = parser.parse_args()
    world = worlds.Topics(options.seed)
    shares = world.shares(options.area) if options.area > 0.5 else worlds.TRAIN
    print(f"Test shares {np.round(shares, 3)}, best AUC {world.best_area(worlds.TRAIN, shares, seed=2):.3f}")
    print("| rows a side | mean AUC ± its error | p < 0.05 | by refits | kernel test | shift | not trusted | named as found 4 of 5 times |\n|---|---|---|---|---|---|---|---|", flush=True)
    executable = str(pathlib.Path(options.textshift).resolve())
    for rows in options.rows:
        jobs = [(executable, options.seed, draw, rows, shares, options.permutations) for draw in range(options.draws)]
        with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
            results = list(pool.map(once, jobs))
        share = lambda test: f"{np.mean([test(r) for r in results]):.2f}"  # noqa: E731
        areas = np.array([r["auc"] for r in results])
        named = [r["detectable"] for r in results if r["detectable"]]
        print(f"| {rows} | {areas.mean():.4f} ± {areas.std(ddof=1) / len(areas) ** .5:.4f} | {share(lambda r: r['p'] < .05)} | "
              f"{share(lambda r: r['refit'] < .05) if options.permutations else '-'} | {share(lambda r: r['kernel'] < .05)} | "
              f"{share(lambda r: r['verdict'] == 'shift')} | {share(lambda r: not r['trusted'])} | {np.mean(named) if named else 0:.3f} |", flush=True)


if __name__ == "__main__":
    main()
