"""Train Vowpal Wabbit on the weighted rows and score it on the validation set.

    textshift analyze train.jsonl test.jsonl --output shift --export vw
    python vw_weights.py shift

The program does the same: vw -d shift/train.remaining.vw --loss_function logistic --ngram f2 -b 22 -f model.vw
"""

import json
import re
import sys

import vowpalwabbit

folder = sys.argv[1]


def words(record):
    """The words of a record's text as the export writes them."""
    text = " ".join(record[field] for field in ("title", "text"))
    text = re.sub(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])", r" \1 ", text)
    return " ".join(text.split()).translate({ord("|"): "｜", ord(":"): "："})


with open(f"{folder}/train.remaining.vw.labels", encoding="utf-8") as file:
    numbers = {label: int(number) for number, label in (line.rstrip("\n").split("\t") for line in file)}

model = vowpalwabbit.Workspace("--quiet --loss_function logistic --ngram f2 -b 22")
with open(f"{folder}/train.remaining.vw", encoding="utf-8") as file:
    lines = [line.rstrip("\n") for line in file]
for _ in range(5):
    for line in lines:
        model.learn(line)

right = total = 0
with open(f"{folder}/validation.jsonl", encoding="utf-8") as file:
    for record in map(json.loads, file):
        right += (model.predict(f"|f {words(record)}") > 0) == (numbers[record["label"]] > 0)
        total += 1
model.finish()
print(f"accuracy {right / total:.3f}")
