#!/usr/bin/env python3
"""Run textshift on made-up pairs that do not differ: how often is a difference of form found, or a cluster, or form named a reason?

usage: nulls.py TEXTSHIFT [--draws 100] [--rows 150 400]

Each text has its own form by chance, on both sides alike: entities, tags, capitals, full-width letters, traditional characters, emoji, blanks
and line ends around it, a signature, a length of its own. English and Chinese take turns, and every third pair has five rows a group.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import program  # noqa: E402

WORDS = ("river stone market engine doctor garden winter signal paper silver bridge forest cloud window letter music harbour copper valley "
         "pocket candle mirror orange thunder basket ladder meadow kettle anchor velvet pepper saddle").split()
HAN = "河流石头市场引擎医生花园冬天信号纸张银色桥梁森林云朵窗户书信音乐港口铜器价格地址楼层电梯采光学校地铁公交医院车位装修"
TRADITIONAL = str.maketrans("头场医园号纸张银桥云书乐铜价楼层电采学铁车装", "頭場醫園號紙張銀橋雲書樂銅價樓層電採學鐵車裝")


def text(rng, is_chinese):
    """A text with a form of its own."""
    if is_chinese:
        made = "".join(rng.choice(HAN) for _ in range(rng.randrange(8, 60)))
        if rng.random() < 0.1:
            made = made.translate(TRADITIONAL)
        made += rng.choice(["。", "！", "!", "", "，好", ",好"])
        if rng.random() < 0.1:
            made += "ＡＢＣ"
    else:
        made = " ".join(rng.choice(WORDS) for _ in range(rng.randrange(5, 40)))
        made = rng.choice([made, made.capitalize(), made.capitalize(), made.upper(), made.title()]) + rng.choice([".", "!", ""])
    for share, mark in [(0.2, "&#39;"), (0.1, "<br />"), (0.1, "\\n"), (0.15, "😀"), (0.05, "😀😀😀"), (0.05, "â€™"), (0.05, "\ufffd")]:
        if rng.random() < share:
            made += mark + (rng.choice(HAN) if is_chinese else " " + rng.choice(WORDS))
    if rng.random() < 0.2:
        made += "。来自我的手机客户端发布" if is_chinese else " sent from my phone today"
    return rng.choice(["", " "]) + made + rng.choice(["", "", "\n", " "])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--draws", type=int, default=100)
    parser.add_argument("--rows", type=int, nargs="+", default=[150, 400])
    options = parser.parse_args()
    for rows in options.rows:
        found, clusters, reasons, kinds = 0, 0, 0, {}
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            for draw in range(options.draws):
                rng = random.Random(f"form nulls {rows} {draw}")
                size = 5 if draw % 3 == 2 else 1
                for side in ("train", "test"):
                    records = []
                    for group in range(rows // size):
                        # The rows of a group are one another's rewritings: they share their form.
                        own = text(rng, draw % 2 == 1)
                        records += [{"text": own if size == 1 else f"{own.rstrip()} {rng.randrange(10 ** 6)}{own[len(own.rstrip()):]}",
                                     "document": f"{side}{group}"} for _ in range(size)]
                    with open(folder / f"{side}.jsonl", "w", encoding="utf-8") as file:
                        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
                group = ["--group", "document"] if size > 1 else []
                subprocess.run([options.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--quiet", "--force",
                                "--field", "text", *group, "--output", folder / "out", "--seed", str(draw)], check=True)
                report = program.report(folder / "out")
                own = [finding["kind"] for finding in report["form"]["findings"]]
                found += bool(own)
                clusters += "clusters" in report
                reasons += any(failure["condition"] == "form" for failure in report["trust"]["failures"])
                for kind in own:
                    kinds[kind] = kinds.get(kind, 0) + 1
        print(f"{rows} rows a side, {options.draws} draws: a finding in {found}, clusters in {clusters}, form a reason in {reasons}; {kinds}",
              flush=True)


if __name__ == "__main__":
    main()
