#!/usr/bin/env python3
"""Reads corpora with Python's own json, csv and gzip, into the records that textshift should find.

    python3 readers.py FILE FORMAT        prints a JSON array of the records

FORMAT is one of textshift's: jsonl, json, csv, tsv, conll, squad or text.
"""

import csv
import gzip
import io
import json
import sys


def read_text(path):
    """The file's text: gzip is looked through, and what is no UTF-8 is GB18030."""
    with open(path, "rb") as file:
        content = file.read()
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def jsonl(text):
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def table(text, delimiter):
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def is_han(text):
    return "\u4e00" <= text <= "\u9fff"


def joined(tokens):
    """Chinese is written without spaces, other text with them. (Texts in which both are mixed have finer rules.)"""
    return ("" if any(map(is_han, "".join(tokens))) else " ").join(tokens)


def conll(text):
    records = []
    for sentence in text.replace("\r\n", "\n").split("\n\n"):
        rows = [line.split() for line in sentence.split("\n") if line.strip() and not line.startswith("-DOCSTART-")]
        if not rows:
            continue
        tokens = [row[0] for row in rows]
        record = {"text": joined(tokens), "tokens": tokens}
        if len(rows[0]) > 1:
            record["labels"] = [row[-1] for row in rows]
        records.append(record)
    return records


def squad(text):
    """One record a question. The fields that a question or paragraph does not have are not in its record."""
    document = json.loads(text)
    records = []
    for article in document["data"] if isinstance(document, dict) else document:
        for paragraph in article.get("paragraphs", [article]):
            for entry in paragraph["qas"]:
                record = {
                    "id": entry.get("id", entry.get("query_id")),
                    "title": paragraph.get("title", article.get("title")),
                    "context": paragraph.get("context", paragraph.get("context_text")),
                    "question": entry.get("question", entry.get("query_text")),
                    "answers": entry.get("answers"),
                    "is_impossible": entry.get("is_impossible"),
                }
                records.append({key: value for key, value in record.items() if value is not None})
    return records


READERS = {
    "jsonl": jsonl, "json": json.loads, "csv": lambda text: table(text, ","), "tsv": lambda text: table(text, "\t"),
    "conll": conll, "squad": squad, "text": lambda text: [{"text": line} for line in text.replace("\r\n", "\n").split("\n") if line.strip()],
}


def records(path, form):
    return READERS[form](read_text(path))


if __name__ == "__main__":
    json.dump(records(sys.argv[1], sys.argv[2]), sys.stdout)
