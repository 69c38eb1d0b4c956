"""The public corpora that the evidence is made of, read from one folder.

The folder is that of `--data DIR`, else that of the environment variable TEXTSHIFT_DATA. README.md beside this file says which
files it holds, how each looks, and where the texts are published. None of them is in this repository.
"""
import csv
import gzip
import io
import json
import os
import pathlib
import sys
import zipfile
from typing import NamedTuple, Optional

HELP = "folder of the public corpora (default: the environment variable TEXTSHIFT_DATA)"


class Row(NamedTuple):
    """A record, the source that it is from, and what other rows must stay on its side: None for a row of its own."""

    domain: str
    group: Optional[str]
    record: dict


class Corpora:
    """Readers of the files of a folder; a file that is absent ends the program with the place to look for it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def path(self, name):
        path = self.folder / name
        if not path.exists():
            sys.exit(f"error: {self.folder} has no {name}; Tests/Evidence/README.md says where it is published")
        return path

    def text(self, name, encoding="utf-8"):
        return gzip.decompress(self.path(name).read_bytes()).decode(encoding)

    def shopping(self):
        """Chinese product reviews in ten categories, each positive (1) or negative (0)."""
        with zipfile.ZipFile(self.path("online_shopping_10_cats.zip")) as archive:
            table = archive.read("online_shopping_10_cats.csv").decode("utf-8-sig")
        return [Row(row["cat"], None, {"text": row["review"].lstrip("\ufeff"), "label": int(row["label"])})
                for row in csv.DictReader(io.StringIO(table)) if row["review"].strip()]

    def questions(self, name, domain):
        """A file in SQuAD's form, a row a question. Questions on one context form a group."""
        return [Row(domain, paragraph["context"],
                    {"context": paragraph["context"], "question": question["question"],
                     "answers": [answer["text"] for answer in question["answers"]]})
                for article in json.loads(self.text(f"{name}.json.gz", "utf-8-sig"))["data"]
                for paragraph in article["paragraphs"] for question in paragraph["qas"]]

    def entities(self, language):
        """Sentences of several sources with their spans [start, end, type], in code points."""
        rows = map(json.loads, self.lines(f"entities_{language}.jsonl.gz"))
        return [Row(row["domain"], None, {"text": row["text"], "spans": row["spans"]}) for row in rows]

    def sentences(self, language):
        """A list of lines of prose."""
        return self.text(f"lines_{language}.txt.gz").splitlines()

    def lines(self, name):
        """Lines that a line feed ends, and nothing else does."""
        return self.text(name).rstrip("\n").split("\n")


def add_option(parser):
    parser.add_argument("--data", metavar="DIR", help=HELP)


def found(options):
    """The corpora of the parsed command line."""
    folder = options.data or os.environ.get("TEXTSHIFT_DATA")
    if not folder:
        sys.exit("error: --data DIR names no folder of public corpora, and TEXTSHIFT_DATA is not set; "
                 "Tests/Evidence/README.md says where they are published")
    return Corpora(folder)


def read_lines(path):
    """The values of a file of JSON lines."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_lines(path, values):
    with open(path, "w", encoding="utf-8") as file:
        for value in values:
            file.write(json.dumps(value, ensure_ascii=False) + "\n")


def read_pair(folder):
    """The training rows and the test rows of a pair."""
    return tuple(read_lines(pathlib.Path(folder) / f"{side}.jsonl") for side in ("train", "test"))


def read_truth(folder):
    """What is known of a pair: its `fields`, its `group`, and `true_w`, a row's id to its true ratio q/p."""
    return json.loads((pathlib.Path(folder) / "truth.json").read_text())
