"""Composes reviews from the phrases in `phrases_en` and `phrases_zh`.

The only randomness is `Random.random()`, whose sequence for a seed is the same on every Python.
"""

import re

import phrases_en
import phrases_zh

LANGUAGES = {"en": phrases_en, "zh": phrases_zh}

SLOT = re.compile(r"\{(\w+)\}")


def pick(rng, phrases):
    """One of `phrases`, each equally likely."""
    return phrases[int(rng.random() * len(phrases))]


# Slots that each sentence draws anew; every other slot keeps its value throughout a review.
PER_SENTENCE = {"part", "thing", "number", "ordinal", "span", "minutes", "when", "extra", "person"}


def fill(rng, phrase, bound, vocabulary):
    """`phrase` with its slots filled. What is `bound` keeps its value, so that one review speaks of one book."""
    sentence = {}

    def replacement(match):
        name = match.group(1)
        values = sentence if name in PER_SENTENCE else bound
        if name not in values:
            values[name] = pick(rng, vocabulary[name])
        return values[name]

    return SLOT.sub(replacement, phrase)


def compose(rng, language, topic, aspect, positive):
    """Title and text of one review."""
    module = LANGUAGES[language]
    words = module.TOPICS[topic]
    vocabulary = {**module.COMMON, **words}
    mood = "positive" if positive else "negative"
    bound = {}

    sentences = [pick(rng, words["opening"])]
    middle = [pick(rng, words[mood]), pick(rng, module.ASPECTS[aspect][mood])]
    if rng.random() < 0.35:
        another = pick(rng, words[mood])
        if another not in middle:
            middle.insert(1, another)
    if rng.random() < 0.4:
        middle.reverse()
    sentences += middle
    if rng.random() < 0.35:
        sentences.append(pick(rng, module.CLOSINGS[mood]))

    text = ("" if language == "zh" else " ").join(fill(rng, s, bound, vocabulary) for s in sentences)
    title = fill(rng, pick(rng, words["title"][mood]), bound, vocabulary)
    return title[0].upper() + title[1:], text[0].upper() + text[1:]
