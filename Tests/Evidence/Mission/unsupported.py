#!/usr/bin/env python3
"""Coverage where weights are not to be trusted: en-rc of draws.py with every Reddit passage taken out of train.

usage: unsupported.py OUT --textshift PATH [--seed N ...]

Prints, for each draw, whether the analysis trusts its weights, the error, and the share of the zoo's intervals that hold the truth.
"""
import argparse, json, pathlib, subprocess
import numpy as np
from estimates import run

a = argparse.ArgumentParser(description=__doc__); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
a.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3]); o = a.parse_args()
for seed in o.seed:
    pair = o.out / str(seed) / "en-rc"; folder = o.out / "unsupported" / str(seed); folder.mkdir(parents=True, exist_ok=True)
    truth = json.loads((pair / "truth.json").read_text())["true_w"]
    keep = lambda line: (truth[json.loads(line)["id"]] or 0) < 1  # Wikipedia, which test has less of
    for name in ("train.jsonl", "scores.0.jsonl"):
        (folder / name).write_text("".join(l for l in open(pair / name, encoding="utf-8") if keep(l)), encoding="utf-8")
    (folder / "test.jsonl").write_bytes((pair / "test.jsonl").read_bytes())
    subprocess.run([o.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--field", "question", "--field", "context",
                    "--group", "context", "--output", folder / "shift", "--force", "--quiet"], check=True)
    found = run(o.textshift, folder, 0); T = np.load(pair / "zoo.npz")["T_0"].mean(0)
    own = [(m["metrics"][0], T[int(m["name"][1:])]) for m in found["models"]]
    report = json.loads((folder / "shift" / "report.json").read_text())
    line = f"{seed}: trusted {report['trust']['isTrusted']}, no support {report['overlap']['noSupportShare']:.2f}"
    for k in ("unweighted", "selfNormalised", "doublyRobust"):
        d = [m[k]["value"] - t for m, t in own]; held = [m[k]["low"] <= t <= m[k]["high"] for m, t in own if m[k].get("low") is not None]
        line += f"; {k} error {100 * np.mean(np.abs(d)):.2f} coverage {np.mean(held) if held else float('nan'):.2f}"
    print(line, flush=True)
