#!/usr/bin/env python3
"""Does what `textshift audit TRAIN` predicts agree with what pairs of a known ratio show?

usage: audit.py BENCH OUT --textshift PATH [--seed N ...] [--pair NAME ...] [--draws 2]

BENCH is the folder with pairs.py. OUT/SEED/PAIR/ gets the pair, the per-row results of a zoo of models on train and on test
(Mission/draws.py for zh-shop and en-rc; for en-ie and zh-ie, what the labelled spans of a sentence are), the analysis (shift/) and
audit.json. What is there is not made again.

Shown: with the analysis' weights, the mean distance of the weighted mean of a result over train from its mean over test, and
correlation and root mean square log error against the true ratio. Predicted: the same for the shift that the audit plants by
the ratio that the analysis estimated (--like), with results of training rows only. All are means over the seeds.
"""
import argparse, importlib.util, json, pathlib, subprocess, sys
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def span_results(rows, pair):
    types = (("person", "location", "organisation", "misc", "scientist", "politician") if pair == "en-ie"
             else ("per", "loc", "org", "gpe", ".nam", ".nom"))
    def results(r):
        found = [str(s[2]).lower() for s in r["spans"]]
        return [len(found) > n for n in (0, 1, 2, 4)] + [any(t in f for f in found) for t in types]
    return np.array([results(r) for r in rows], float)


def make(bench, folder, pair, seed, zoo):
    if not (folder / "truth.json").exists():
        subprocess.run([sys.executable, bench / "pairs.py", folder.parent, "--seed", str(seed), "--pair", pair], check=True)
    if not (folder / "scores.0.jsonl").exists() or not (folder / "zoo.npz").exists():
        train, test = zoo.read(folder)
        ids, V, T = (zoo.classifier_zoo(train, test, 0) if pair == "zh-shop" else zoo.retriever_zoo(train, test) if pair == "en-rc"
                     else ([r["id"] for r in train], span_results(train, pair), span_results(test, pair)))
        with open(folder / "scores.0.jsonl", "w") as f:
            for i, row in zip(ids, V):
                f.write(json.dumps(dict(id=i, **{f"m{j}": int(v) for j, v in enumerate(row)})) + "\n")
        np.savez_compressed(folder / "zoo.npz", ids_0=ids, V_0=V, T_0=T)


def shown(folder):
    truth = json.loads((folder / "truth.json").read_text())["true_w"]
    rows = [json.loads(l) for l in open(folder / "shift" / "train.weighted.jsonl", encoding="utf-8")]
    weight = {r["id"]: r["sample_weight"] for r in rows}
    w = np.array([weight[r["id"]] for r in rows]); t = np.array([truth[r["id"]] or 0 for r in rows]); t /= t.mean()
    some = t > 0
    zoo = np.load(folder / "zoo.npz")
    ids, V, T = [str(i) for i in zoo["ids_0"]], zoo["V_0"], zoo["T_0"].mean(0)
    def error(weights):
        v = np.array([weights[i] or 0 for i in ids], float)
        return np.abs(v @ V / v.sum() - T).mean()
    auc = json.loads((folder / "shift" / "report.json").read_text())["separability"]["auc"]
    return auc, [error(weight), error({i: 1 for i in ids}), error(truth), np.corrcoef(w, t)[0, 1],
                 np.sqrt(np.mean((np.log(w[some]) - np.log(t[some])) ** 2))]


def predicted(audit):
    s = next(s for s in audit["shifts"] if s["kind"] == "found")
    return [s["errors"]["weighted"], s["errors"]["unweighted"], s["errors"]["trueRatio"], s["correlation"], s["logError"]]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
    a.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3]); a.add_argument("--draws", type=int, default=2)
    a.add_argument("--pair", nargs="+", default=["en-ie", "en-rc", "zh-shop"])
    o = a.parse_args()
    zoo = load(HERE.parent / "Mission" / "draws.py")
    print("| pair | AUC | | weighted off by | unweighted off by | true ratio off by | correlation | rms log error |\n|---|---|---|---|---|---|---|---|")
    for pair in o.pair:
        real, said = [], []
        for seed in o.seed:
            folder = o.out / str(seed) / pair
            make(o.bench, folder, pair, seed, zoo)
            truth = json.loads((folder / "truth.json").read_text())
            fields = [x for f in truth["fields"] for x in ("--field", f)] + (["--group", truth["group"]] if truth["group"] else [])
            if not (folder / "shift" / "report.json").exists():
                subprocess.run([o.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "shift", "-q", *fields], check=True)
            if not (folder / "audit.json").exists():
                made = subprocess.run([o.textshift, "audit", folder / "train.jsonl", "--scores", folder / "scores.0.jsonl", "--rows", "200000",
                                       "--draws", str(o.draws), "--like", folder / "shift", "--json", *fields], check=True, capture_output=True)
                (folder / "audit.json").write_bytes(made.stdout)
            auc, figures = shown(folder)
            real.append([auc, *figures]); said.append(predicted(json.loads((folder / "audit.json").read_text())))
        real, said = np.mean(real, 0), np.mean(said, 0)
        def cells(v):
            return " | ".join([f"{100 * x:.2f}" for x in v[:3]] + [f"{v[3]:.2f}", f"{v[4]:.2f}"])
        ratios = [max(x / y, y / x) for x, y in zip(said, real[1:])]
        print(f"| {pair} | {real[0]:.3f} | shown | {cells(real[1:])} |\n| | | predicted | {cells(said)} |\n| | | apart by a factor of | "
              + " | ".join(f"{x:.2f}" for x in ratios) + " |", flush=True)


if __name__ == "__main__":
    main()
