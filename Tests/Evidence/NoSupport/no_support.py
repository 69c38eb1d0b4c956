#!/usr/bin/env python3
"""What `textshift split --method no-support` draws where a known source is missing in train.

usage: no_support.py BENCH OUT --textshift PATH [--seed N ...] [--pair en-rc|en-ie ...] [-n 200]

BENCH is the folder with pairs.py. en-rc without its Reddit passages in train, en-ie without its tweets: the domain that test has
more of is taken out of train. Prints for each seed the share of test that is of the missing domain, the share of test that the
analysis calls unsupported, the share of the drawn rows that is of the missing domain, and the same of rows drawn by label-first.
"""
import argparse, json, pathlib, subprocess, sys

a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
a.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3]); a.add_argument("-n", type=int, default=200)
a.add_argument("--pair", nargs="+", default=["en-rc", "en-ie"], choices=["en-rc", "en-ie"])
o = a.parse_args()
print("| pair | seed | missing domain, share of test | no support, share of test | of the rows drawn by no-support | by label-first |\n|---|---|---|---|---|---|")
for pair in o.pair:
    for seed in o.seed:
        folder = o.out / str(seed) / pair
        if not (folder / "truth.json").exists():
            subprocess.run([sys.executable, o.bench / "pairs.py", folder.parent, "--seed", str(seed), "--pair", pair], check=True, stdout=subprocess.DEVNULL)
        truth = json.loads((folder / "truth.json").read_text()); ratio = truth["true_w"]
        most = max(r for r in ratio.values() if r is not None)
        train = folder / "train.supported.jsonl"
        train.write_text("".join(l for l in open(folder / "train.jsonl", encoding="utf-8") if (ratio[json.loads(l)["id"]] or 0) < most), encoding="utf-8")
        fields = [x for f in truth["fields"] for x in ("--field", f)] + (["--group", truth["group"]] if truth["group"] else [])
        if not (folder / "unsupported" / "report.json").exists():
            subprocess.run([o.textshift, "analyze", train, folder / "test.jsonl", "--output", folder / "unsupported", "-q", *fields], check=True)
        def missing(ids):
            ids = list(ids)
            return sum(ratio[i] == most for i in ids) / len(ids)
        def drawn(method):
            subprocess.run([o.textshift, "split", folder / "unsupported", "--method", method, "-n", str(o.n), "--output", folder / method, "--force"],
                           check=True, stdout=subprocess.DEVNULL)
            return missing(json.loads(l)["id"] for l in open(folder / method / "label-first.jsonl", encoding="utf-8"))
        share = json.loads((folder / "unsupported" / "report.json").read_text())["overlap"]["noSupportShare"]
        shares = [missing(i for i in ratio if i.startswith("test")), share, drawn("no-support"), drawn("label-first")]
        print(f"| {pair} | {seed} | " + " | ".join(f"{100 * s:.1f}%" for s in shares) + " |", flush=True)
