"""Train fastText on the weighted rows, which stand as often as they weigh, and score it on the validation set.

    textshift analyze train.jsonl test.jsonl --output shift --export fasttext
    python fasttext_weights.py shift
"""

import json
import re
import sys
import tempfile
from urllib.parse import quote

import fasttext

folder = sys.argv[1]
with open(f"{folder}/report.json", encoding="utf-8") as file:
    fields = [field["name"] for field in json.load(file)["fields"] if field["isUsed"]]


def words(record):
    """The words of a record's text as the export writes them."""
    text = " ".join(str(record.get(field) or "") for field in fields)
    text = re.sub(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])", r" \1 ", text)
    return " ".join(text.split())


def labels(record):
    """The labels of a record, one or a list, as the export writes them: blanks and % are percent-encoded."""
    label = record["label"]
    spelled = [str(json.dumps(one) if isinstance(one, bool) else one) for one in (label if isinstance(label, list) else [label])]
    return " ".join("__label__" + re.sub(r"[\s%]", lambda found: quote(found.group()), one) for one in spelled)


model = fasttext.train_supervised(
    f"{folder}/train.remaining.fasttext.txt", wordNgrams=2, epoch=25, lr=0.5, dim=50, bucket=200_000, thread=1, verbose=0
)
with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
    for line in open(f"{folder}/validation.jsonl", encoding="utf-8"):
        record = json.loads(line)
        file.write(f"{labels(record)} {words(record)}\n")
    file.flush()
    total, precision, _ = model.test(file.name)
print(f"accuracy {precision:.3f} of {total}")
