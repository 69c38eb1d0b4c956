#!/usr/bin/env python3
"""Writes train.jsonl, test.jsonl and truth.json, reviews in English and Chinese with a shift of known size, and the
samples in formats/, of which samples.py tells.

    python3 generate.py [FOLDER]

Train and test are independent draws from one and the same family of reviews; only the shares differ, by topic
(and language) and by what the review dwells on. A review is composed from `phrases_en` and `phrases_zh` given
its language, topic, aspect and label, in the same way on both sides. So p(text | topic, aspect) and p(label | text)
are equal on both sides, and the density ratio of a review is

    q(x) / p(x)  =  (q_topic / p_topic) * (q_aspect / p_aspect),      between 0.25 and 4.

The output is the same, byte for byte, on every Python from 3.8 on: the only randomness is `Random.random()`, whose
sequence for a seed Python guarantees, and files are written as UTF-8 with "\n".
"""

import json
import pathlib
import random
import sys

import samples
from composing import compose

SEED = 20200927
TRAIN_ROWS = 1200
TEST_ROWS = 500

# (language, topic): per mille of train, per mille of test, share of positive reviews (the same on both sides).
TOPICS = {
    ("en", "books"): (160, 80, 0.80),
    ("en", "hotels"): (125, 50, 0.75),
    ("en", "kettles"): (75, 75, 0.50),
    ("en", "noodles"): (60, 120, 0.40),
    ("en", "phones"): (50, 125, 0.30),
    ("en", "shoes"): (55, 55, 0.55),
    ("zh", "books"): (60, 120, 0.55),
    ("zh", "hotels"): (130, 65, 0.80),
    ("zh", "kettles"): (80, 80, 0.50),
    ("zh", "noodles"): (50, 125, 0.35),
    ("zh", "phones"): (100, 50, 0.70),
    ("zh", "shoes"): (55, 55, 0.55),
}

# aspect: per mille of train, per mille of test; drawn independently of the topic.
ASPECTS = {"app": (250, 400), "price": (350, 350), "staff": (400, 250)}

TRAIN, TEST = 0, 1


def draw(rng, table, side):
    """A key of `table`, by the share of `side` in per mille."""
    point = rng.random() * 1000
    for key, shares in table.items():
        point -= shares[side]
        if point < 0:
            return key
    return key


def corpus(rng, side, rows):
    """`rows` reviews of one side, each as (title, text, label, ratio)."""
    for _ in range(rows):
        key = draw(rng, TOPICS, side)
        aspect = draw(rng, ASPECTS, side)
        in_train, in_test, positive_share = TOPICS[key]
        positive = rng.random() < positive_share
        title, text = compose(rng, key[0], key[1], aspect, positive)
        ratio = in_test * ASPECTS[aspect][TEST] / (in_train * ASPECTS[aspect][TRAIN])
        yield title, text, "positive" if positive else "negative", round(ratio, 6)


def line(record):
    return json.dumps(record, ensure_ascii=False) + "\n"


def write(path, lines):
    path.write_bytes("".join(lines).encode("utf-8"))


def main(folder):
    rng = random.Random(SEED)
    ratio, label = {}, {}
    train, test = [], []
    for number, (title, text, answer, true_ratio) in enumerate(corpus(rng, TRAIN, TRAIN_ROWS), 1):
        key = "train-%04d" % number
        train.append(line({"id": key, "title": title, "text": text, "label": answer}))
        ratio[key] = true_ratio
    for number, (title, text, answer, true_ratio) in enumerate(corpus(rng, TEST, TEST_ROWS), 1):
        key = "test-%04d" % number
        test.append(line({"id": key, "title": title, "text": text}))
        ratio[key] = true_ratio
        label[key] = answer
    write(folder / "train.jsonl", train)
    write(folder / "test.jsonl", test)
    truth = {"seed": SEED, "ratio": ratio, "test_label": label}
    write(folder / "truth.json", [json.dumps(truth, indent=0, ensure_ascii=False), "\n"])

    (folder / "formats").mkdir(exist_ok=True)
    for name, content in samples.files(random.Random):
        (folder / "formats" / name).write_bytes(content)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent))
