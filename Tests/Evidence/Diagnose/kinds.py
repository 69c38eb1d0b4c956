#!/usr/bin/env python3
"""How often `textshift diagnose` names the right kind of shift, over draws of pairs whose kind is known.

usage: kinds.py BENCH OUT --textshift PATH [--draws 10] [--case NAME ...]

BENCH is the folder with pairs.py. OUT/CASE/DRAW/ gets the pair, the analysis (shift/) and both diagnoses: plain.json, and
labelled.json with the test rows' labels. A diagnosis that is there is not made again. Prints a table for docs/trust.md.

  null-shop   reviews, dealt to the sides at random                                     no shift
  null-rc     contexts with their questions, dealt at random                            no shift
  labels      reviews; only the share of positive ones differs (a half to 1/4 or 3/4)   class-prior shift
  zh-shop     reviews in ten categories whose shares differ                             input shift
  en-rc       questions on Wikipedia and Reddit in other shares                         input shift
  en-ie       sentences of Wikipedia and tweets in other shares, labelled with spans   input shift, but the sources' schemes differ
  en-ie-text  the same; the spans are those of the capitalised words                   input shift: the label is made of the text
  zh-rc       CMRC 2018 dev against trial, four fifths of the contexts of either        annotation shift
"""
import argparse, collections, importlib.util, json, pathlib, random, re, subprocess

RIGHT = {"null-shop": "noShift", "null-rc": "noShift", "labels": "classPriorShift", "zh-shop": "inputShift", "en-rc": "inputShift",
         "en-ie": "inputShift", "en-ie-text": "inputShift", "zh-rc": "annotationShift"}
KEY = {"en-ie": "spans", "en-ie-text": "spans", "null-rc": "answers", "en-rc": "answers", "zh-rc": "answers"}


def load(bench):
    spec = importlib.util.spec_from_file_location("pairs", bench / "pairs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def contexts(rows, share, rng):
    groups = collections.defaultdict(list)
    for r in rows:
        groups[r["group"]].append(r)
    return [r for g in rng.sample(sorted(groups), int(share * len(groups))) for r in groups[g]]


def make(pairs, case, rng):
    """Train rows, test rows, and for the case `labels` the true class ratios."""
    if case in ("null-shop", "labels", "zh-shop"):
        rows = pairs.shopping()
        rng.shuffle(rows)
    if case == "null-shop":
        return rows[:12000], rows[12000:17000], None
    if case == "labels":
        positive = [r for r in rows if r["record"]["label"] == 1]
        negative = [r for r in rows if r["record"]["label"] == 0]
        share = rng.choice([0.25, 0.75])
        k = int(share * 4000)
        train = positive[:6000] + negative[:6000]
        test = positive[6000:6000 + k] + negative[6000:6000 + 4000 - k]
        rng.shuffle(train); rng.shuffle(test)
        return train, test, {"1": share / 0.5, "0": (1 - share) / 0.5}
    if case == "zh-shop":
        domains = sorted({r["domain"] for r in rows})
        g = [rng.gammavariate(0.7, 1) for _ in domains]
        train, test = pairs.draw(rows, {}, {d: x / sum(g) for d, x in zip(domains, g)}, 5000, rng)
        return train[:15000], test, None
    if case == "null-rc":
        return *pairs.draw(pairs.squad("squadshifts_new_wiki", "wiki"), {}, {"wiki": 1.0}, 3000, rng), None
    if case == "en-rc":
        rows = pairs.squad("squadshifts_new_wiki", "wiki") + pairs.squad("squadshifts_reddit", "reddit")
        return *pairs.draw(rows, {"wiki": 1.0, "reddit": 0.25}, {"wiki": 0.25, "reddit": 0.75}, 5000, rng), None
    if case in ("en-ie", "en-ie-text"):
        rows = pairs.entities("en")
        for r in rows if case == "en-ie-text" else []:
            found = re.finditer(r"\b[A-Z][a-z]+\b", r["record"]["text"])
            r["record"]["spans"] = [[m.start(), m.end(), "long" if len(m.group()) > 6 else "short"] for m in found]
        q = {"tweets": 0.8, "wiki-politics": 0.1, "wiki-ai": 0.1}
        return *pairs.draw(rows, {"tweets": 0.15}, q, 3000, rng), None
    return contexts(pairs.squad("cmrc2018_dev", "dev"), 0.8, rng), contexts(pairs.squad("cmrc2018_trial", "trial"), 0.8, rng), None


def diagnose(pairs, case, draw, out, textshift):
    folder = out / case / str(draw)
    folder.mkdir(parents=True, exist_ok=True)
    key = KEY.get(case, "label")
    truth = folder / "truth.json"
    if not truth.exists():
        train, test, ratios = make(pairs, case, random.Random(f"{case}/{draw}"))
        for side, rows in (("train", train), ("test", test)):
            with open(folder / f"{side}.jsonl", "w", encoding="utf-8") as f:
                for i, r in enumerate(rows):
                    f.write(json.dumps(dict(id=f"{side}-{i}", **r["record"]), ensure_ascii=False) + "\n")
        truth.write_text(json.dumps(ratios))
    if not (folder / "shift" / "report.json").exists():
        subprocess.run([textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "shift", "-q"], check=True)
    found = []
    for name, more in (("plain", []), ("labelled", ["--labelled-test", folder / "test.jsonl"])):
        if not (folder / f"{name}.json").exists():
            made = subprocess.run([textshift, "diagnose", folder / "shift", "--label", key, "--json", *more], check=True, capture_output=True)
            (folder / f"{name}.json").write_bytes(made.stdout)
        found.append(json.loads((folder / f"{name}.json").read_text()))
    return found, json.loads(truth.read_text())


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
    a.add_argument("--draws", type=int, default=10); a.add_argument("--case", nargs="+", default=list(RIGHT), choices=list(RIGHT))
    o = a.parse_args()
    pairs = load(o.bench)
    print("| pair | right | without labelled test rows | right | with them | right | label given inputs, nats | inputs given label, nats |\n|---|---|---|---|---|---|---|---|")
    for case in o.case:
        verdicts = [collections.Counter(), collections.Counter()]
        gains, others, inside = [], [], collections.Counter()
        for draw in range(1, o.draws + 1):
            found, ratios = diagnose(pairs, case, draw, o.out, o.textshift)
            for n, f in enumerate(found):
                verdicts[n][f["verdict"]] += 1
            gains.append(found[1]["labelled"]["labelGivenInput"]["mean"])
            others.append((found[1]["labelled"].get("inputGivenLabel") or {}).get("mean"))
            if ratios:
                for c in found[0]["priors"]["classes"]:
                    for method in ("likelihood", "blackBox"):
                        r = c.get(method)
                        inside[method] += bool(r and r["lower"] <= ratios[c["name"]] <= r["upper"])
                    inside["of"] += 1
        def cell(v):
            return ", ".join(f"{k} {n}" for k, n in v.most_common()) + f" | {v[RIGHT[case]]} of {o.draws}"
        def span(xs):
            xs = [x for x in xs if x is not None]
            return f"{min(xs):+.4f} to {max(xs):+.4f}" if xs else ""
        print(f"| {case} | {RIGHT[case]} | {cell(verdicts[0])} | {cell(verdicts[1])} | {span(gains)} | {span(others)} |", flush=True)
        if inside:
            print(f"\ntrue class ratio inside the 95% interval: likelihood {inside['likelihood']} of {inside['of']}, black box {inside['blackBox']} of {inside['of']}\n", flush=True)


if __name__ == "__main__":
    main()
