#!/usr/bin/env python3
"""How often `textshift diagnose` names the right kind of shift, over draws of pairs whose kind is known.

usage: kinds.py OUT --textshift PATH [--data DIR] [--draws 10] [--case NAME ...]

OUT/CASE/DRAW/ gets the pair, the analysis (shift/) and both diagnoses: plain.json, and labelled.json with the test rows'
labels. A diagnosis that is there is not made again. Prints a table for docs/trust.md.

  null-shop   reviews, dealt to the sides at random                                     no shift
  null-rc     contexts with their questions, dealt at random                            no shift
  labels      reviews; only the share of positive ones differs (a half to 1/4 or 3/4)   class-prior shift
  zh-shop     reviews in ten categories whose shares differ                             input shift
  en-rc       questions on Wikipedia and Reddit in other shares                         input shift
  en-ie       sentences of Wikipedia and tweets in other shares, labelled with spans   input shift; the sources' schemes differ
  en-ie-text  the same; the spans are those of the capitalised words                   input shift: the text gives the label
  zh-rc       CMRC 2018 dev against trial, four fifths of the contexts of either        annotation shift
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import pairs  # noqa: E402

RIGHT = {
    "null-shop": "noShift", "null-rc": "noShift", "labels": "classPriorShift", "zh-shop": "inputShift", "en-rc": "inputShift",
    "en-ie": "inputShift", "en-ie-text": "inputShift", "zh-rc": "annotationShift",
}
KEY = {"en-ie": "spans", "en-ie-text": "spans", "null-rc": "answers", "en-rc": "answers", "zh-rc": "answers"}


def contexts(rows, share, rng):
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    return [row for group in rng.sample(sorted(groups), int(share * len(groups))) for row in groups[group]]


def other_label_shares(rows, rng):
    """A half of train is positive, of test a quarter or three quarters; and the true ratio of either class."""
    positive, negative = ([row for row in rows if row.record["label"] == label] for label in (1, 0))
    share = rng.choice([0.25, 0.75])
    count = int(share * 4000)
    train = positive[:6000] + negative[:6000]
    test = positive[6000:6000 + count] + negative[6000:6000 + 4000 - count]
    rng.shuffle(train)
    rng.shuffle(test)
    return train, test, {"1": share / 0.5, "0": (1 - share) / 0.5}


def capitalised(row):
    """The row, labelled with its capitalised words."""
    found = re.finditer(r"\b[A-Z][a-z]+\b", row.record["text"])
    spans = [[word.start(), word.end(), "long" if len(word.group()) > 6 else "short"] for word in found]
    return row._replace(record={**row.record, "spans": spans})


def deal(data, case, rng):
    """Train rows, test rows, and for the case `labels` the true class ratios."""
    if case in ("null-shop", "labels", "zh-shop"):
        rows = data.shopping()
        rng.shuffle(rows)
    if case == "null-shop":
        return rows[:12000], rows[12000:17000], None
    if case == "labels":
        return other_label_shares(rows, rng)
    if case == "zh-shop":
        train, test = pairs.draw(rows, {}, pairs.random_shares(rows, rng), 5000, rng)
        return train[:15000], test, None
    if case == "null-rc":
        return *pairs.wiki_at_random(data, rng), None
    if case == "en-rc":
        return *pairs.wiki_and_reddit(data, rng), None
    if case in ("en-ie", "en-ie-text"):
        rows = data.entities("en")
        return *pairs.english_entities([capitalised(row) for row in rows] if case == "en-ie-text" else rows, rng), None
    development, trial = pairs.two_annotations(data, rng)
    return contexts(development, 0.8, rng), contexts(trial, 0.8, rng), None


def write_sides(folder, train, test):
    folder.mkdir(parents=True, exist_ok=True)
    for side, rows in (("train", train), ("test", test)):
        corpora.write_lines(folder / f"{side}.jsonl", pairs.identified(side, rows))


def diagnose(data, case, draw, out, textshift):
    """Both diagnoses, and the true class ratios or None."""
    folder = out / case / str(draw)
    key = KEY.get(case, "label")
    truth = folder / "truth.json"
    if not truth.exists():
        train, test, ratios = deal(data, case, random.Random(f"{case}/{draw}"))
        write_sides(folder, train, test)
        truth.write_text(json.dumps(ratios))
    if not (folder / "shift" / "report.json").exists():
        subprocess.run([textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "shift",
                        "-q"], check=True)
    found = []
    for name, more in (("plain", []), ("labelled", ["--labelled-test", folder / "test.jsonl"])):
        kept = folder / f"{name}.json"
        if not kept.exists():
            made = subprocess.run([textshift, "diagnose", folder / "shift", "--label", key, "--json", *more],
                                  check=True, capture_output=True)
            kept.write_bytes(made.stdout)
        found.append(json.loads(kept.read_text()))
    return found, json.loads(truth.read_text())


def named(verdicts, right, draws):
    return ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common()) + f" | {verdicts[right]} of {draws}"


def span(gains):
    gains = [gain for gain in gains if gain is not None]
    return f"{min(gains):+.4f} to {max(gains):+.4f}" if gains else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    corpora.add_option(parser)
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--case", nargs="+", default=list(RIGHT), choices=list(RIGHT))
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | right | without labelled test rows | right | with them | right | label given inputs, nats "
          "| inputs given label, nats |\n|---|---|---|---|---|---|---|---|")
    for case in options.case:
        verdicts = [collections.Counter(), collections.Counter()]
        gains, others, inside = [], [], collections.Counter()
        for draw in range(1, options.draws + 1):
            found, ratios = diagnose(data, case, draw, options.out, options.textshift)
            for counter, diagnosis in zip(verdicts, found):
                counter[diagnosis["verdict"]] += 1
            gains.append(found[1]["labelled"]["labelGivenInput"]["mean"])
            others.append((found[1]["labelled"].get("inputGivenLabel") or {}).get("mean"))
            for of_class in found[0]["priors"]["classes"] if ratios else []:
                for method in ("likelihood", "blackBox"):
                    ratio = of_class.get(method)
                    inside[method] += bool(ratio and ratio["lower"] <= ratios[of_class["name"]] <= ratio["upper"])
                inside["of"] += 1
        cells = [named(counter, RIGHT[case], options.draws) for counter in verdicts] + [span(gains), span(others)]
        print(f"| {case} | {RIGHT[case]} | " + " | ".join(cells) + " |", flush=True)
        if inside:
            print(f"\ntrue class ratio inside the 95% interval: likelihood {inside['likelihood']} of {inside['of']}, "
                  f"black box {inside['blackBox']} of {inside['of']}\n", flush=True)


if __name__ == "__main__":
    main()
