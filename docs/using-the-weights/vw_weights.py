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
with open(f"{folder}/report.json", encoding="utf-8") as file:
    fields = [field["name"] for field in json.load(file)["fields"] if field["isUsed"]]


def words(record):
    """The words of a record's text as the export writes them."""
    text = " ".join(str(record.get(field) or "") for field in fields)
    text = re.sub(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])", r" \1 ", text)
    return " ".join(text.split()).translate({ord("|"): "｜", ord(":"): "："})


def labels(record):
    """The labels of a record, one or a list, as the export spells them."""
    label = record["label"]
    return [str(json.dumps(one) if isinstance(one, bool) else one) for one in (label if isinstance(label, list) else [label])]


# Each number that the file has for a label, and the label.
with open(f"{folder}/train.remaining.vw.labels", encoding="utf-8") as file:
    names = {int(number): label for number, label in (line.rstrip("\n").split("\t") for line in file)}

# Two classes are -1 and 1, more are 1 to k.
task = "--loss_function logistic" if len(names) == 2 else f"--oaa {len(names)}"
model = vowpalwabbit.Workspace(f"--quiet {task} --ngram f2 -b 22")
with open(f"{folder}/train.remaining.vw", encoding="utf-8") as file:
    lines = [line.rstrip("\n") for line in file]
for _ in range(5):
    for line in lines:
        model.learn(line)

right = total = 0
with open(f"{folder}/validation.jsonl", encoding="utf-8") as file:
    for record in map(json.loads, file):
        predicted = model.predict(f"|f {words(record)}")
        number = (1 if predicted > 0 else -1) if len(names) == 2 else int(predicted)
        right += names.get(number) in labels(record)
        total += 1
model.finish()
print(f"accuracy {right / total:.3f}")
