"""The samples in `formats/`: small corpora in the forms in which public ones are published, made of the phrases of the
demonstration corpus.

`files()` gives every file's name and bytes. Train and test sides differ in their shares of topics and aspects alone; labels are
in the train side only, as in a competition.
"""

import json
import re
import struct
import zlib

import phrases_en
import phrases_zh
from composing import compose, pick

SEED = 20200928

TOPICS = ["books", "hotels", "kettles", "noodles", "phones", "shoes"]
# Shares of the topics, in per cent, and of what a text dwells on.
SHARES = {"train": [25, 35, 12, 10, 8, 10], "test": [10, 8, 12, 30, 30, 10]}
ASPECTS = {"train": [20, 35, 45], "test": [50, 30, 20]}

# What the phrases' slots are as entities; the longest match wins.
CLASSES = {"brand": "brand", "author": "person", "city": "place", "price": "price", "kind": "product", "genre": "product",
           "dish": "product", "room": "product", "thing": "part", "part": "part", "extra": "part"}

RELATIONS = {"part": "has part", "price": "costs", "place": "located in", "person": "written by", "brand": "made by"}
RELATIONS_ZH = {"part": "部分", "price": "价格", "place": "所在地", "person": "作者", "brand": "品牌"}

QUESTIONS = {
    "en": {"brand": "Which brand is it?", "person": "Who wrote it?", "place": "In which city was the stay?",
           "price": "How much did the writer pay?", "product": "What is the text about?",
           "part": "Which part does the writer mention?"},
    "zh": {"brand": "是什么牌子的？", "person": "作者是谁？", "place": "住的地方在哪个城市？", "price": "花了多少钱？",
           "product": "这段话说的是什么东西？", "part": "提到了哪个部分？"},
}


def weighted(rng, values, shares):
    point = rng.random() * sum(shares)
    for value, share in zip(values, shares):
        point -= share
        if point < 0:
            return value
    return values[-1]


class Text:
    """One text with its topic, its mood, and the entities in it as (start, end, class), ends not included."""

    def __init__(self, rng, side, language):
        self.language = language
        self.topic = weighted(rng, TOPICS, SHARES[side])
        aspect = weighted(rng, ["app", "price", "staff"], ASPECTS[side])
        self.positive = rng.random() < 0.55
        self.title, self.text = compose(rng, language, self.topic, aspect, self.positive)
        self.entities = self.find(rng)

    def find(self, rng):
        words = (phrases_zh if self.language == "zh" else phrases_en).TOPICS[self.topic]
        surfaces = [(s, kind) for slot, kind in CLASSES.items() for s in words.get(slot, [])]
        surfaces.sort(key=lambda pair: (-len(pair[0]), pair))
        found = []
        for surface, kind in surfaces:
            border = "" if self.language == "zh" else r"\b"
            for match in re.finditer(border + re.escape(surface) + border, self.text):
                if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                    found.append((match.start(), match.end(), kind))
        return sorted(found)


def texts(rng, side, language, count):
    """Texts with at least two entities, the first named product among them or not."""
    result = []
    while len(result) < count:
        text = Text(rng, side, language)
        if len({kind for _, _, kind in text.entities}) >= 2:
            result.append(text)
    return result


def lines(records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def gzip_stored(content):
    """`content` as gzip of one stored block (at most 65,535 bytes): the same bytes by every version of zlib."""
    assert len(content) < 1 << 16
    block = struct.pack("<BHH", 1, len(content), len(content) ^ 0xFFFF) + content
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block + struct.pack("<II", zlib.crc32(content), len(content))


def cell(text):
    return '"%s"' % text.replace('"', '""') if re.search('[",\r\n]', text) else text


def reviews(rng, side):
    """A table as competitions publish them: cells with commas, quotes and line breaks."""
    rows = [["cat", "label", "review"] if side == "train" else ["cat", "review"]]
    names = {"books": "书籍", "hotels": "酒店", "kettles": "水壶", "noodles": "面馆", "phones": "手机", "shoes": "鞋子"}
    for number, text in enumerate(texts(rng, side, "zh", 60 if side == "train" else 45)):
        review = text.text
        if number % 5 == 1:
            review = "“%s”\n%s" % (text.title, review)
        if number % 7 == 2:
            review += ' 总之就是"%s"两个字,没别的。' % ("满意" if text.positive else "失望")
        label = [str(int(text.positive))] if side == "train" else []
        rows.append([names[text.topic]] + label + [review])
    return "".join(",".join(map(cell, row)) + "\r\n" for row in rows)


def tags(text, tokens):
    """A BIO tag for each token, given as (start, end)."""
    result = []
    for start, end in tokens:
        inside = [(s, kind) for s, e, kind in text.entities if s <= start and end <= e]
        result.append("O" if not inside else ("B-" if inside[0][0] == start else "I-") + inside[0][1].upper())
    return result


def tokens(text):
    """Words and marks of English, characters of Chinese, as (start, end)."""
    pattern = r"\w+|[^\w\s]" if text.language == "en" else r"\S"
    return [match.span() for match in re.finditer(pattern, text.text)]


def tagged_zh(rng, side):
    """A character and its tag a line, a tab between them; the test side has no tags."""
    sentences = []
    for text in texts(rng, side, "zh", 50 if side == "train" else 36):
        spans = tokens(text)
        rows = [text.text[start:end] for start, end in spans]
        if side == "train":
            rows = ["%s\t%s" % pair for pair in zip(rows, tags(text, spans))]
        sentences.append("\n".join(rows) + "\n")
    return "\n".join(sentences)


def tagged_en(rng, side):
    """Four columns with spaces between them and documents apart, as in CoNLL-2003; both sides tagged."""
    sentences = ["-DOCSTART- -X- -X- O\n"]
    for text in texts(rng, side, "en", 50 if side == "train" else 36):
        spans = tokens(text)
        rows = zip((text.text[start:end] for start, end in spans), tags(text, spans))
        sentences.append("".join("%s -X- -X- %s\n" % row for row in rows))
    return "\n".join(sentences)


def questions(rng, text, most):
    """Up to `most` entities of different classes to ask for."""
    first = {}
    for entity in text.entities:
        first.setdefault(entity[2], entity)
    entities = list(first.values())
    while len(entities) > most:
        del entities[int(rng.random() * len(entities))]
    return entities


def squad(rng, side):
    """SQuAD 1.1; the test side has no answers."""
    articles = {}
    number = 0
    for text in texts(rng, side, "en", 20 if side == "train" else 15):
        asked = []
        for start, end, kind in questions(rng, text, 3):
            number += 1
            question = {"id": "%s-%03d" % (side, number), "question": QUESTIONS["en"][kind]}
            if side == "train":
                question["answers"] = [{"text": text.text[start:end], "answer_start": start}]
            asked.append(question)
        articles.setdefault(text.topic, []).append({"context": text.text, "qas": asked})
    data = [{"title": title, "paragraphs": paragraphs} for title, paragraphs in articles.items()]
    return json.dumps({"version": "1.1", "data": data}, ensure_ascii=False, indent=1) + "\n"


def cmrc(rng, side):
    """The flat form of CMRC 2018; the test side's answers are empty."""
    contexts = []
    for index, text in enumerate(texts(rng, side, "zh", 20 if side == "train" else 15)):
        key = "%s_%d" % (side.upper(), index)
        asked = [{"query_text": QUESTIONS["zh"][kind], "query_id": "%s_QUERY_%d" % (key, number),
                  "answers": [text.text[start:end]] if side == "train" else []}
                 for number, (start, end, kind) in enumerate(questions(rng, text, 3))]
        contexts.append({"context_id": key, "context_text": text.text, "qas": asked, "title": text.title})
    return json.dumps(contexts, ensure_ascii=False, indent=1) + "\n"


def spans(rng, side):
    """CLUENER: `label` has the entities by class and text, the ends included."""
    records = []
    for text in texts(rng, side, "zh", 50 if side == "train" else 36):
        record = {"text": text.text}
        if side == "train":
            record["label"] = {}
            for start, end, kind in text.entities:
                record["label"].setdefault(kind, {}).setdefault(text.text[start:end], []).append([start, end - 1])
        records.append(record)
    return lines(records)


def pairs(text):
    """(subject, relation's class, object): what the text is about, and what is said of it."""
    subjects = [entity for entity in text.entities if entity[2] == "product"]
    return [(subjects[0], kind, (start, end, kind)) for start, end, kind in text.entities
            if subjects and kind in RELATIONS]


def triples(rng, side):
    """DuIE: `spo_list` has the triples."""
    records = []
    for text in texts(rng, side, "zh", 50 if side == "train" else 36):
        record = {"text": text.text}
        if side == "train":
            record["spo_list"] = [
                {"predicate": RELATIONS_ZH[kind], "subject_type": "产品", "subject": text.text[s[0]:s[1]],
                 "object_type": {"@value": RELATIONS_ZH[kind]}, "object": {"@value": text.text[o[0]:o[1]]}}
                for s, kind, o in pairs(text)]
        records.append(record)
    return lines(records)


def token_lists(rng, side):
    """FewRel, one instance a line: `tokens`, head and tail with their places, and the relation."""
    records = []
    while len(records) < (50 if side == "train" else 36):
        text = Text(rng, side, "en")
        found = pairs(text)
        if not found:
            continue
        subject, kind, value = pick(rng, found)
        words = tokens(text)

        def mention(entity):
            inside = [index for index, (start, end) in enumerate(words) if entity[0] <= start and end <= entity[1]]
            return [text.text[entity[0]:entity[1]].lower(), entity[2], [inside]]

        record = {"tokens": [text.text[start:end] for start, end in words], "h": mention(subject), "t": mention(value)}
        if side == "train":
            record["relation"] = RELATIONS[kind]
        records.append(record)
    return lines(records)


def choices(rng, side):
    """C3 as an array of objects: the context is a list of sentences, the options are another."""
    records = []
    for index, text in enumerate(texts(rng, side, "zh", 24 if side == "train" else 18)):
        words = phrases_zh.TOPICS[text.topic]
        sentences = [sentence + mark for sentence, mark in re.findall("([^。！？]+)([。！？])", text.text)]
        for number, (start, end, kind) in enumerate(questions(rng, text, 2)):
            slot = next(slot for slot, name in CLASSES.items() if name == kind and text.text[start:end] in words.get(slot, []))
            options = sorted(set(words[slot][:4]) | {text.text[start:end]})[-4:]
            if text.text[start:end] not in options:
                options[0] = text.text[start:end]
            record = {"id": "%s-%d-%d" % (side, index, number), "context": sentences,
                      "question": QUESTIONS["zh"][kind], "choice": options}
            if side == "train":
                record["answer"] = text.text[start:end]
            records.append(record)
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


# By the name of the files; what follows the name is `-train` or `-test` and the extension.
FORMS = [("reviews", "csv", reviews), ("tagged-zh", "conll", tagged_zh), ("tagged-en", "conll", tagged_en),
         ("squad", "json", squad), ("cmrc", "json", cmrc), ("spans", "jsonl", spans), ("triples", "jsonl", triples),
         ("tokens", "jsonl", token_lists), ("choices", "json", choices)]


def files(make_generator):
    """(name, bytes) of every file. `make_generator(seed)` gives a source of random numbers."""
    for index, (name, extension, form) in enumerate(FORMS):
        rng = make_generator(SEED + index)
        for side in ["train", "test"]:
            text = form(rng, side)
            yield "%s-%s.%s" % (name, side, extension), text.encode("utf-8")
            if name == "reviews":
                yield "reviews-gb18030-%s.csv" % side, text.encode("gb18030")
                yield "reviews-%s.csv.gz" % side, gzip_stored(text.encode("utf-8"))
