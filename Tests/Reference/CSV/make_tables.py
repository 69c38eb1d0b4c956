"""Writes tables.jsonl: random tables as Python's csv module writes and reads them.

    python3 make_tables.py > tables.jsonl
"""
import csv
import io
import json
import random
import sys

random.seed(7)
PIECES = ["a", "bc", "中文", "é", "😀", " ", ",", "\t", '"', '""', "\n", "\r\n", "1", "-", "'", "\\", "\u2028", ""]


def cell(delimiter):
    text = "".join(random.choice(PIECES) for _ in range(random.randint(0, 6)))
    # In tab-separated files a quoted cell with both a tab and a line's end is read as unquoted, on purpose.
    if delimiter == "\t":
        drop = "\t" if random.random() < 0.5 else "\r\n"
        text = text.translate({ord(character): None for character in drop})
    return text


for number in range(120):
    delimiter = ",\t"[number % 2]
    columns = random.randint(2, 4)
    header = [f"c{column}" + random.choice(["", " x", '"', ",", "文"]) for column in range(columns)]
    rows = [header] + [[cell(delimiter) for _ in range(columns)] for _ in range(random.randint(1, 6))]
    out = io.StringIO(newline="")
    writer = csv.writer(
        out, delimiter=delimiter, lineterminator=random.choice(["\n", "\r\n"]),
        quoting=random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer.writerows(rows)
    text = out.getvalue()
    if random.random() < 0.3:
        text = text.rstrip("\r\n") if not rows[-1][-1].endswith(("\r", "\n")) else text
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert read == rows, (text, read, rows)
    # Rows of blanks alone are no rows here.
    rows = [row for row in rows if set("".join(row)) - {" "} or len(row) > 1]
    json.dump({"delimiter": delimiter, "text": text, "rows": rows}, sys.stdout, ensure_ascii=False)
    print()
