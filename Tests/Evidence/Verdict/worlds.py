"""Pairs with a known q/p: topics over a Zipf vocabulary of made-up words, mixed in other shares on either side."""
import json

import numpy as np

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
TRAIN = np.array([.4, .3, .2, .1])


class Topics:
    """Four topics over 1,500 words; sixty words of each are ten times as likely; texts of 4 + Poisson(16) words."""

    def __init__(self, seed, words=1500, topics=4, own=60, boost=10.0, length=16):
        rng = np.random.default_rng(seed)
        made = set()
        while len(made) < words:
            made.add("".join(rng.choice(SYLLABLES, rng.integers(2, 5))))
        self.words = np.array(sorted(made))
        self.length = length
        base = rng.permutation(1 / np.arange(1, words + 1))
        rows = []
        for _ in range(topics):
            chance = base.copy()
            chance[rng.choice(words, own, replace=False)] *= boost
            rows.append(chance / chance.sum())
        self.chance = np.array(rows)
        self.log = np.log(self.chance)

    def draw(self, count, shares, rng):
        """Texts as arrays of word numbers."""
        topics = rng.choice(len(shares), count, p=shares)
        return [rng.choice(len(self.words), 4 + rng.poisson(self.length), p=self.chance[k]) for k in topics]

    def ratio(self, texts, train, test):
        """q/p of each text."""
        log = np.array([[self.log[k][t].sum() for k in range(len(train))] for t in texts])
        chance = np.exp(log - log.max(1, keepdims=True))
        return (chance @ test) / (chance @ train)

    def best_area(self, train, test, count=4000, seed=1):
        """The AUC of the true ratio."""
        rng = np.random.default_rng(seed)
        scores = np.r_[self.ratio(self.draw(count, train, rng), train, test), self.ratio(self.draw(count, test, rng), train, test)]
        return area(scores, np.r_[np.zeros(count), np.ones(count)])

    def shares(self, wanted):
        """The test shares between those of train and their reverse, or beyond, whose best AUC is `wanted`."""
        far = np.array([.02, .03, .15, .8])
        low, high = 0.0, 1.0
        for _ in range(12):
            middle = (low + high) / 2
            shares = (1 - middle) * TRAIN + middle * far
            low, high = (middle, high) if self.best_area(TRAIN, shares) < wanted else (low, middle)
        return shares

    def write(self, path, texts):
        with open(path, "w") as file:
            for text in texts:
                file.write(json.dumps({"text": " ".join(self.words[text])}) + "\n")


def area(scores, is_test):
    """The AUC, without ties."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    test = is_test.sum()
    return (ranks[is_test > 0].sum() - test * (test + 1) / 2) / (test * (len(scores) - test))
