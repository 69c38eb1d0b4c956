#!/usr/bin/env python3
"""Writes the inputs that fuzzing starts from, a folder a target: seeds.py OUT. Everything is made here; no corpus is used."""
import gzip
import io
import json
import pathlib
import struct
import sys
import zipfile

TEXTS = [
    "The battery lasts two days, and the screen is bright.", "这家店的面条很好吃，老板也热情。", "中文 and English，全角ＡＢＣ１２３",
    "e\u0301\u0308 ﬁ Straße İ ǅ", "ไทยภาษาไทย ភាសាខ្មែរ မြန်မာ ພາສາ", "ひらがなカタカナ漢字かな交じり文ー", "한국어 \u1112\u1161\u11ab",
    "👩‍👩‍👧‍👦 🇨🇳🇨 👍🏽 ❤️", "שלום ‏RTL‏ مرحبا \u202eoverride\u202c", "a\u0000b\u0007\u001b[31mred\u001b[0m", "it's 3.14, e.g. U.S.A. 1,000:00",
    "\u200b\ufeff\u2060\u00ad\U000e0041", "\U00020000\U0002a6d6\U0010fffd\ue000", "=cmd|' /C calc'!A0", "x" * 70, "\r\n\r\t\v\f\u0085\u2028 ",
]


def lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def model():
    """As ModelFile writes one, but for the length and the checksum, which the target puts right."""
    header = {
        "version": "1", "icuVersion": "72.1", "fields": ["text"], "fieldKeys": [["text"]], "isShift": True, "folds": 2, "intercepts": [0.5, -1.25],
        "calibration": [{"knots": [-1, 1], "floor": 0, "increments": [0.5, 0.25]}] * 2, "weighting": "ratio",
        "normaliser": [1.01, 1], "seed": 42, "gramBucketBits": 22, "groupConstants": [],
        "trainRows": 2, "testRows": 1,
    }
    sections = [
        json.dumps(header).encode(), struct.pack("<2Q", 3, 2**64 - 1), struct.pack("<2f", 1, 2.5),
        struct.pack("<4f", 0.1, 0.2, -3, 4), struct.pack("<i", 7), struct.pack("<f", 1.5), struct.pack("<2f", -0.5, 0.5),
        b"", struct.pack("<2Q", 1, 9), bytes([0, 1]),
    ]
    body = b"textshift model\n" + struct.pack("<12Q", 2, 0, *map(len, sections))
    for part in sections:
        body += bytes(-len(body) % 64) + part
    return body + bytes(-len(body) % 8 + 8)


def zstd(data):
    """A frame of raw blocks."""
    return struct.pack("<IBI", 0xFD2FB528, 0b10100000, len(data)) + struct.pack("<I", len(data) << 3 | 1)[:3] + data


def zipped(names, method, data=b"a,b\n1,2\n3,4\n"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def seeds():
    texts = [text.encode() for text in TEXTS]
    malformed = [
        b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"ab\xe4\xb8", b"\xff\xfe", b"\xf0\x80\x80\x80", b"\x80" * 5,
    ]
    objects = [
        {}, {"a": 1}, {"w": 1, "a": "x"}, {"a": {"w": [1, 2]}, "p": None, "w": "}"}, {"text": TEXTS[1], "label": 1, "n": [1.5e300, -0]},
        {"tokens": ["中", "国", "a"]}, {"b": [["x", "y"], ["z"]], "c": True},
    ]
    written = [json.dumps(value, ensure_ascii=index % 2 == 0).encode() for index, value in enumerate(objects)]
    written += [
        b'{"\\u0077": 1, "a" : "\\ud800" , "p":2}', b' { "w" : 1 , "w" : 2 } ', b'{"a": 1e999, "w": 01}', b'{"a": "\\ud83d\\ude00\\n"}',
        b"[" * 40 + b"]" * 40, b'{"a": ' * 30 + b"1" + b"}" * 30, b'{"a": 123456789012345678901234567890}', b'{"a": 1} {"b": 2}',
    ]
    table = "id,text,text,\n1,\"a, \"\"b\"\"\nc\",x,\n2,=1+1,\"中文\",z\n\n3,y\n4,\"open,,\n5,a,b,c\n"
    tokens = "中 B-LOC\n国 I-LOC\n\nThe O\ncat B-X\n\n-DOCSTART- O\n\nx y z\n\n B-X\n"
    question = {"id": "q1", "question": "谁？", "answers": [{"text": "甲", "answer_start": 0}], "is_impossible": False}
    squad = {"version": "v2.0", "data": [{"title": "t", "paragraphs": [{"context": "甲乙\n丙", "qas": [question, {"question": "b"}]}]}]}
    flat = [{"context_id": "c", "context_text": TEXTS[1], "qas": [{"query_id": 1, "query_text": "x", "answers": ["面条"]}]}]
    rows = lines(objects) + b"not json\n" + lines(objects[:2]) + b'{"cut": "'
    array = json.dumps(objects[1:], ensure_ascii=False, indent=1).encode()
    gzips = [gzip.compress(b"", mtime=0), gzip.compress(rows, mtime=0) + gzip.compress(b"x", mtime=0) + bytes(3), gzip.compress(b"a" * 9000, mtime=0)]
    chinese = [text.encode("gb18030") for text in TEXTS[1:3] + TEXTS[12:13]]
    wide = [text.encode(name) for text in TEXTS[:3] + TEXTS[7:8] for name in ("utf-16", "utf-16-le", "utf-16-be")]
    # The first byte says how such a file is read: 0 as it is, 8 with rows that the corpus does not have, 4 with rows that come twice.
    scored = [lines([{"id": str(n), "correct": n % 2, "loss": n / 8, "prediction": str(n % 2), "probability": 0.5} for n in range(6)]),
              lines([{"row": n, "model": "ab"[n % 2], "f1": 0.25 * n, "label": "x", "prediction": "y"} for n in range(5)]),
              b"sure,correct\n" + b"".join(b"%d,true\n" % n for n in range(12)), b"row\tacc\n0\t1.0\n1\tnan\n",
              lines([{"id": 3, "prediction": ["a", {"b": 1}], "label": [["a"], "c"]}])]
    drawn = [lines([{"id": str(n), "label_stratum": n % 2, "label_stratum_rows": 6, "inclusion_probability": 0.5, "correct": n % 3 > 0} for n in range(6)]),
             b"row,inclusion_probability,correct\n0,0.25,1\n1,1e-12,0\n2,1,0\n"]
    marks = [lines([{"side": "train", "file": "train", "line": n, "mark": "drop", "id": str(n - 1)} for n in range(1, 5)]),
             lines([{"file": "train", "line": 7, "mark": "drop"}, {"file": "x", "line": -1, "mark": "keep"}]), b""]
    # Three bytes an edit of the document: its place, what happens there, and with what.
    edits = [bytes([n, n * 37 % 256, n * 11 % 256] * 2) + b"text\0" for n in range(0, 250, 9)]
    return {
        "json-value": written + [array, rows], "report": edits, "estimates": edits,
        "scores": [how + one for one in scored for how in (b"\0", b"\x0c", b"\x20")], "labelled": [how + one for one in drawn + scored[:2] for how in (b"\0", b"\x0c")],
        "confidences": [b"\0" + one for one in scored], "review": marks,
        "json-splice": written,
        "json-lines": [rows, b"\xef\xbb\xbf" + rows.replace(b"\n", b"\r\n")] + written,
        "json-array": [array, b"[]", b"[{}, 1, \"a\", [2], {\"a\": \"]\"}", json.dumps(objects).encode()],
        "squad": [json.dumps(squad).encode(), json.dumps(flat, indent=1).encode(), json.dumps(squad["data"]).encode(), b'{"data": []}'],
        "csv": [table.encode(), table.replace("\n", "\r\n").encode(), b"a,b\n\"x\"y,2\n", b"\"a\"\n\"\"\"\"\n", b"a,a,a.1\n1,2,3", b'v,"a","w"\r\n1,"x\ny",2\r\n,,\r\n', b"w\n1\n2"],
        "tsv": [table.replace(",", "\t").encode(), b'a\tb\n"So what," he said\t1\n"x\ty"\t2\n', b"a\n\n \nb\n", b'w\ta\n1\t"2"\n'],
        "conll": [tokens.encode(), tokens.replace(" ", "\t").replace("\n", "\r\n").encode(), "a\nb\n\n中\n文\n".encode()],
        "conllu": [
            "# newdoc id = d\n# sent_id = s1\n1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\n1\tzu\tzu\tADP\t_\t_\t0\troot\t_\t_\n2\tdem\tder\tDET\t_\t_\t1\tdet\t_\t_\n2.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n\n1\tab\tab\tX\t_\t_\t0\troot\t_\t_\n".encode(),
            "1 字 字 N N _ 0 ROOT _ _\n2 符 符 N N _ 1 dep _ _\n\n".encode(),
        ],
        "fasttext": [b"__label__a one two\n__label__b __label__c three\n", "__label__甲 面条\n  __label__b\n".encode()],
        "json-document": [
            json.dumps({"version": 1, "data": objects}).encode(), json.dumps({"a": {"b": {"c": objects}}, "x": [1]}, indent=1).encode(),
            json.dumps({f"k{n}": value for n, value in enumerate(objects)}, ensure_ascii=False).encode(),
            json.dumps({"rows": [{"row": value} for value in objects]}).encode(), json.dumps({"t": ["a", "b", "c"], "u": [1, None, {}]}).encode(),
            json.dumps({"t": {"0": "a", "1": "b"}, "u": {"0": 1}}).encode(), b'["a", "b\\n", 3]', b'{\n "a": 1}\n{\n "a": NaN}\n',
        ],
        "zstd": [zstd(b""), zstd(rows) + zstd(b"x"), struct.pack("<II", 0x184D2A50, 3) + b"abc" + zstd(table.encode())] + texts[:3],
        "zip": [
            zipped(["a.csv"], zipfile.ZIP_DEFLATED), zipped(["__MACOSX/._a.csv", "a.csv", ".DS_Store"], zipfile.ZIP_STORED),
            zipped(["a.csv", "b.csv"], zipfile.ZIP_DEFLATED), zipped([], zipfile.ZIP_STORED), zipped(["xl/workbook.xml"], zipfile.ZIP_STORED),
        ],
        "any-format": [rows, array, table.encode(), tokens.encode(), json.dumps(squad).encode()] + texts[:3] + gzips + chinese + wide,
        "gzip": gzips + texts,
        "encodings": texts + chinese + wide + malformed + [b"\x84\x31\x95\x33\x81\x30\x81\x30", b"\x81\x30\x84\x37\xfe\x39\xfe\x39"],
        "utf8": texts + malformed, "words": texts + malformed, "folding": texts + malformed, "display": texts + malformed,
        "model": [model(), b"textshift model\n", b""],
    }


for target, inputs in seeds().items():
    folder = pathlib.Path(sys.argv[1]) / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(inputs):
        (folder / f"seed-{number:02}").write_bytes(content)
