"""What the tests of the package share: small corpora, and analyses of them that are made once.

The package under test is the installed one; TEXTSHIFT names the program where it was not installed with it.
"""

from __future__ import annotations

import json
import pathlib
import random

import pytest

import textshift as ts

ROOT = pathlib.Path(__file__).parents[2]
COMMON = "river stone bridge cloud meadow harvest lantern copper 桥梁 收获".split()
RARE = "rocket server kernel packet laser orbit python socket 火箭 内核".split()


def made(side, count, share, seed=0):
    """Rows of words of which a share is of the rare kind."""
    draws = random.Random(f"{side}/{seed}")
    rows = []
    for row in range(count):
        words = [draws.choice(RARE if draws.random() < share else COMMON) for _ in range(8)]
        rows.append({"id": f"{side}-{row}", "text": " ".join(words) + f" {draws.randrange(10**6)}", "label": row % 2, "topic": row % 3})
    return rows


TRAIN, TEST = made("train", 400, 0.35), made("test", 300, 0.5)


@pytest.fixture(scope="session")
def train():
    return TRAIN


@pytest.fixture(scope="session")
def test():
    return TEST


@pytest.fixture(scope="session")
def shift():
    """An analysis of lists of dictionaries."""
    return ts.analyze(TRAIN, TEST)


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """The same rows as files."""
    folder = tmp_path_factory.mktemp("files")
    for name, rows in (("train", TRAIN), ("test", TEST)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return folder
