#!/usr/bin/env python3
"""What `textshift split --method no-support` draws where a known source is missing in train.

usage: no_support.py OUT --textshift PATH [--data DIR] [--seed N ...] [--pair en-rc|en-ie ...] [-n 200]

en-rc without its Reddit passages in train, en-ie without its tweets: the domain that test has more of is taken out of train.
Prints for each seed the share of test that is of the missing domain, the share of test that the analysis calls unsupported, the
share of the drawn rows that is of the missing domain, and the same of rows drawn by label-first.
"""
import argparse
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import pairs  # noqa: E402
import program  # noqa: E402


def drawn(textshift, folder, method, count):
    """The ids of the rows that a method draws."""
    subprocess.run([textshift, "split", folder / "unsupported", "--method", method, "-n", str(count),
                    "--output", folder / method, "--force"], check=True, stdout=subprocess.DEVNULL)
    return [row["id"] for row in corpora.read_lines(folder / method / "label-first.jsonl")]


def shares(folder, textshift, count):
    truth = corpora.read_truth(folder)
    ratio = truth["true_w"]
    most = max(value for value in ratio.values() if value is not None)
    train = corpora.read_lines(folder / "train.jsonl")
    corpora.write_lines(folder / "train.supported.jsonl", (row for row in train if (ratio[row["id"]] or 0) < most))
    program.analyze_once(textshift, folder, folder / "unsupported", truth, train="train.supported.jsonl")

    def missing(ids):
        return sum(ratio[row] == most for row in ids) / len(ids)
    return [
        missing([row for row in ratio if row.startswith("test")]),
        program.report(folder / "unsupported")["overlap"]["noSupportShare"],
        missing(drawn(textshift, folder, "no-support", count)),
        missing(drawn(textshift, folder, "label-first", count)),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    corpora.add_option(parser)
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("-n", type=int, default=200)
    parser.add_argument("--pair", nargs="+", default=["en-rc", "en-ie"], choices=["en-rc", "en-ie"])
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | seed | missing domain, share of test | no support, share of test | of the rows drawn by no-support "
          "| by label-first |\n|---|---|---|---|---|---|")
    for pair in options.pair:
        for seed in options.seed:
            folder = options.out / str(seed) / pair
            pairs.make_once(folder, seed, data)
            found = shares(folder, options.textshift, options.n)
            print(f"| {pair} | {seed} | " + " | ".join(f"{100 * share:.1f}%" for share in found) + " |", flush=True)


if __name__ == "__main__":
    main()
