#!/usr/bin/env python3
"""Make pairs of a training and a test set whose shift is known, of public corpora.

usage: pairs.py OUT [--data DIR] [--seed N] [--pair NAME ...]

OUT/NAME/ gets train.jsonl, test.jsonl and truth.json. The last holds `fields` (those to compare), `group` (the key of what
stays together, or null) and `true_w` (for each id the true ratio q(x)/p(x), null for a row of a source that train has nothing
of). It is a file of its own, so that no program that is measured can read it. A seed gives the same bytes everywhere.

Each row is of a source: a category, a site. Both sides take the sources in shares of their own, and rows of one source at
random, by whole groups. Where a text tells its source, q/p is the ratio of the two shares. Few texts tell it fully, so no
method can reach the true ratio: compare methods with each other.

  zh-shop    product reviews of ten categories; test takes them in random shares
  en-rc      questions on Wikipedia and on Reddit; test has three quarters of Reddit
  zh-rc      CMRC 2018, development against trial set, as they are: the ratio is not known
  null-rc    questions on Wikipedia, contexts dealt at random: no shift
  null-shop  product reviews dealt at random: no shift
  en-ie      sentences with entities of Wikipedia and tweets; test has four fifths of tweets
  zh-ie      sentences with entities of news and Weibo; test has seven tenths of Weibo
"""
import argparse
import collections
import json
import pathlib
import random

import corpora

# The largest part of a source that may go to test.
MOST_TO_TEST = 0.6


def take(groups, count):
    """Whole groups from the end of the list, until there are `count` rows or more."""
    rows = []
    while groups and len(rows) < count:
        rows.extend(groups.pop())
    return rows


def draw(rows, train_shares, test_shares, test_count, rng):
    """Deal the rows to train and test, by whole groups.

    A source gives test its share of `test_count` rows, and train its share of what is left: all of it, where none is given.
    """
    sources = collections.defaultdict(lambda: collections.defaultdict(list))
    for number, row in enumerate(rows):
        sources[row.domain][number if row.group is None else row.group].append(row)
    train, test = [], []
    for domain in sorted(sources):
        groups = list(sources[domain].values())
        rng.shuffle(groups)
        count = sum(map(len, groups))
        test += take(groups, min(test_shares.get(domain, 0) * test_count, MOST_TO_TEST * count))
        left = sum(map(len, groups))
        train += take(groups, left * train_shares.get(domain, 1.0))
    rng.shuffle(train)
    rng.shuffle(test)
    return train, test


def random_shares(rows, rng):
    """A share for each source, some near nothing."""
    domains = sorted({row.domain for row in rows})
    sizes = [rng.gammavariate(0.7, 1) for _ in domains]
    return {domain: size / sum(sizes) for domain, size in zip(domains, sizes)}


def wiki_and_reddit(data, rng):
    rows = data.questions("squadshifts_new_wiki", "wiki") + data.questions("squadshifts_reddit", "reddit")
    return draw(rows, {"wiki": 1.0, "reddit": 0.25}, {"wiki": 0.25, "reddit": 0.75}, 5000, rng)


def english_entities(rows, rng):
    return draw(rows, {"tweets": 0.15}, {"tweets": 0.8, "wiki-politics": 0.1, "wiki-ai": 0.1}, 3000, rng)


def chinese_entities(data, rng):
    return draw(data.entities("zh"), {"weibo": 0.5}, {"weibo": 0.7, "news": 0.3}, 1500, rng)


def wiki_at_random(data, rng):
    return draw(data.questions("squadshifts_new_wiki", "wiki"), {}, {"wiki": 1.0}, 3000, rng)


def reviews_of_other_categories(data, rng):
    rows = data.shopping()
    return draw(rows, {}, random_shares(rows, rng), 8000, rng)


def reviews_at_random(data, rng):
    rows = data.shopping()
    rng.shuffle(rows)
    return rows[:20_000], rows[20_000:30_000]


def two_annotations(data, rng):
    return data.questions("cmrc2018_dev", "dev"), data.questions("cmrc2018_trial", "trial")


# Name: how it is dealt, and whether rows are questions on a context.
PAIRS = {
    "zh-shop": (reviews_of_other_categories, False),
    "en-rc": (wiki_and_reddit, True),
    "zh-rc": (two_annotations, True),
    "null-rc": (wiki_at_random, True),
    "null-shop": (reviews_at_random, False),
    "en-ie": (lambda data, rng: english_entities(data.entities("en"), rng), False),
    "zh-ie": (chinese_entities, False),
}
WITHOUT_TRUTH = {"zh-rc"}


def identified(side, rows):
    return [{"id": f"{side}-{number}", **row.record} for number, row in enumerate(rows)]


def ratios(train, test):
    """For each source, its share of test over its share of train; None where train has nothing of it."""
    in_train, in_test = (collections.Counter(row.domain for row in rows) for rows in (train, test))
    return {domain: (in_test[domain] / len(test)) / (in_train[domain] / len(train)) if in_train[domain] else None
            for domain in in_train | in_test}


def write(folder, train, test, truth):
    """Both sides as JSON lines with an id, and the truth beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    corpora.write_lines(folder / "train.jsonl", identified("train", train))
    corpora.write_lines(folder / "test.jsonl", identified("test", test))
    (folder / "truth.json").write_text(json.dumps(truth))


def make(name, seed, out, data):
    """Write OUT/NAME, what `pairs.py OUT --seed SEED --pair NAME` writes; the rows of train and of test."""
    deal, is_questions = PAIRS[name]
    train, test = deal(data, random.Random(f"{name}/{seed}"))
    true_ratios = None
    if name not in WITHOUT_TRUTH:
        of = ratios(train, test)
        true_ratios = {f"{side}-{number}": of[row.domain]
                       for side, rows in (("train", train), ("test", test)) for number, row in enumerate(rows)}
    write(out / name, train, test, {
        "fields": ["question", "context"] if is_questions else ["text"],
        "group": "context" if is_questions else None,
        "true_w": true_ratios,
    })
    return train, test


def summary(name, train, test):
    """How many rows of each source either side has."""
    def side(title, rows):
        counts = sorted(collections.Counter(row.domain for row in rows).items())
        return f"{len(rows)} rows of {title} (" + ", ".join(f"{domain} {count}" for domain, count in counts) + ")"
    return f"{name}: {side('train', train)} and {side('test', test)}"


def make_once(folder, seed, data):
    """The pair that the folder is named after, unless it is there."""
    if not (folder / "truth.json").exists():
        make(folder.name, seed, folder.parent, data)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    corpora.add_option(parser)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pair", action="append", choices=PAIRS)
    options = parser.parse_args()
    data = corpora.found(options)
    for name in options.pair or PAIRS:
        print(summary(name, *make(name, options.seed, options.out, data)), flush=True)


if __name__ == "__main__":
    main()
