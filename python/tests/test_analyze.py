"""What goes in and what comes out: of every type the same figures, in the order of the rows."""

from __future__ import annotations

import copy
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

import textshift as ts


def same(one, other):
    assert np.array_equal(one.weights, other.weights) and np.array_equal(one.p_test, other.p_test)
    assert np.array_equal(one.p_test_train, other.p_test_train)
    assert one.auc == other.auc and one.verdict == other.verdict == "shift"


def test_figures_are_those_of_the_program(shift, train, test, files, tmp_path):
    done = subprocess.run(
        [ts.executable(), "analyze", files / "train.jsonl", files / "test.jsonl", "--output", tmp_path / "out", "-q"],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in (tmp_path / "out/train.weighted.jsonl").read_text().splitlines()]
    assert shift.weights.tolist() == [row["sample_weight"] for row in rows]
    assert shift.p_test_train.tolist() == [row["p_test"] for row in rows]
    rows = [json.loads(line) for line in (tmp_path / "out/test.scored.jsonl").read_text().splitlines()]
    assert shift.p_test.tolist() == [row["p_test"] for row in rows]
    report = json.loads((tmp_path / "out/report.json").read_text())
    assert shift.auc == report["separability"]["auc"] and shift.auc_interval == (
        report["separability"]["lower"], report["separability"]["upper"])
    assert shift.effective_rows == report["weights"]["effectiveRows"] and shift.trusted == report["trust"]["isTrusted"]
    drawn = [json.loads(line)["id"] for line in (tmp_path / "out/validation.jsonl").read_text().splitlines()]
    assert [train[row]["id"] for row in shift.validation()] == drawn
    same(ts.load(tmp_path / "out"), shift)


def test_a_row_that_looks_like_test_weighs_more(shift, train):
    from conftest import RARE

    rare = np.array([sum(word in RARE for word in row["text"].split()) for row in train])
    ranks = [np.argsort(np.argsort(values, kind="stable")) for values in (rare, shift.weights)]
    assert np.corrcoef(*ranks)[0, 1] > 0.5
    assert shift.weights[rare >= 4].mean() > 2 * shift.weights[rare <= 1].mean()
    assert abs(shift.weights.mean() - 1) < 1e-9
    # Weights grow with p_test, and the mean of test's is the higher one.
    order = np.argsort(shift.p_test_train)
    assert (np.diff(shift.weights[order]) >= 0).all()
    assert shift.p_test.mean() > shift.p_test_train.mean()


def test_frames_of_pandas(shift, train, test):
    pd = pytest.importorskip("pandas")
    frame, other = pd.DataFrame(train), pd.DataFrame(test)
    own = ts.analyze(frame, other)
    same(own, shift)
    weighted = own.weighted()
    assert isinstance(weighted, pd.DataFrame) and list(weighted.columns) == ["id", "text", "label", "topic", "sample_weight", "p_test"]
    assert "sample_weight" not in frame.columns
    assert np.array_equal(weighted["sample_weight"].to_numpy(), shift.weights)
    assert isinstance(own.terms, pd.DataFrame) and {"term", "toward", "train_rows"} <= set(own.terms.columns)
    examples = own.examples("test", 7)
    assert list(examples["p_test"]) == sorted(own.p_test, reverse=True)[:7]
    assert list(examples["id"]) == [test[row]["id"] for row in examples["row"]]
    # Whatever the index and the kind of the columns; an index that repeats is no name of a row.
    frame.index = [7] * len(frame)
    frame["text"] = frame["text"].astype("category")
    repeated = ts.analyze(frame, other)
    same(repeated, shift)
    assert np.array_equal(repeated.weighted()["sample_weight"].to_numpy(), shift.weights)
    # Texts alone are called "text", or as the series is.
    texts = ts.analyze(pd.Series([row["text"] for row in train]), pd.Series([row["text"] for row in test]))
    assert np.array_equal(texts.weights, shift.weights)


def test_other_frames(shift, train, test):
    found = []
    try:
        import polars as pl

        own = ts.analyze(pl.DataFrame(train), pl.DataFrame(test))
        assert isinstance(own.weighted(), pl.DataFrame) and isinstance(own.terms, pl.DataFrame)
        assert own.weighted()["p_test"].to_list() == shift.p_test_train.tolist() and own.examples("train", 3).height == 3
        found.append(own)
    except ImportError:
        pass
    try:
        import pyarrow as pa

        table = pa.Table.from_pylist(train)
        own = ts.analyze(table, pa.Table.from_pylist(test))
        assert own.weighted().column("sample_weight").to_pylist() == shift.weights.tolist() and own.terms.num_rows > 0
        found.append(own)
    except ImportError:
        pass
    try:
        import datasets

        own = ts.analyze(datasets.Dataset.from_list(train), datasets.Dataset.from_list(test))
        assert own.weighted()["sample_weight"][:] == shift.weights.tolist() and len(own.examples("test", 4)) == 4
        shuffled = datasets.Dataset.from_list(train).shuffle(seed=1)
        other = ts.analyze(shuffled, datasets.Dataset.from_list(test))
        assert dict(zip(shuffled["id"], other.weights)) == dict(zip([row["id"] for row in train], shift.weights))
        with pytest.raises(ts.Error, match="one of its splits"):
            ts.analyze(datasets.DatasetDict({"train": shuffled}), test)
        found.append(own)
    except ImportError:
        pass
    for own in found:
        same(own, shift)


def test_files(shift, train, files, tmp_path):
    own = ts.analyze(files / "train.jsonl", str(files / "te*.jsonl"))
    same(own, shift)
    assert own.weighted()[3] == {**train[3], "sample_weight": shift.weights[3], "p_test": shift.p_test_train[3]}
    assert [row["id"] for row in own.examples("train", 2)] == [row["id"] for row in shift.examples("train", 2)]
    assert np.array_equal(own.split(30).validation, shift.split(30).validation)
    # One side from memory, the other from a file.
    same(ts.analyze(train, files / "test.jsonl"), shift)
    assert own.summary["inputs"]["train"]["name"] == "train.jsonl" and shift.summary["inputs"]["train"]["name"] == "train"


def test_parquet_and_arrow(shift, train, test, tmp_path):
    pa = pytest.importorskip("pyarrow")
    import pyarrow.feather
    import pyarrow.parquet

    for name, rows in (("train", train), ("test", test)):
        table = pa.Table.from_pylist(rows)
        pa.parquet.write_table(table.slice(0, 50), tmp_path / f"{name}-0.parquet", row_group_size=7)
        pa.parquet.write_table(table.slice(50), tmp_path / f"{name}-1.parquet")
        pa.feather.write_feather(table, str(tmp_path / f"{name}.feather"), compression="uncompressed")
    own = ts.analyze(tmp_path / "train-*.parquet", tmp_path / "test-*.parquet")
    same(own, shift)
    assert own.weighted().column("sample_weight").to_pylist() == shift.weights.tolist()
    same(ts.analyze(tmp_path / "train.feather", tmp_path / "test.feather"), shift)


def test_columns_that_are_named(shift, train, test):
    same(ts.analyze([{"body": row["text"], "label": row["label"]} for row in train], [{"body": row["text"]} for row in test], text="body"),
         shift)
    named = ts.analyze(
        [{"q": row["text"], "noise": "x" * row["topic"], "group": row["id"]} for row in train],
        [{"question": row["text"], "group": row["id"]} for row in test], text=["q"], test_text={"q": "question"}, group="group")
    assert named.fields == ["q"] and named.verdict == "shift"


def test_generators_and_arrays(shift, train, test):
    texts = [[row["text"] for row in side] for side in (train, test)]
    own = ts.analyze((text for text in texts[0]), iter(texts[1]))
    assert np.array_equal(own.weights, shift.weights)
    assert np.array_equal(ts.analyze(np.array(texts[0]), np.array(texts[1], object)).weights, shift.weights)
    assert own.weighted()[0] == {"text": texts[0][0], "sample_weight": own.weights[0], "p_test": own.p_test_train[0]}


def test_values_that_are_missing_or_odd(train, test):
    np_ = np
    rows = [dict(row) for row in train]
    rows[0]["note"], rows[1]["note"], rows[2]["note"] = float("nan"), None, float("inf")
    rows[3]["note"] = {"nested": [1, None, float("nan"), np_.float32(2), np_.int64(3), np_.bool_(True)]}
    rows[4]["note"] = np_.array(["a", "b"])
    rows[5]["note"], rows[6]["note"] = "half a pair \ud83d of surrogates", "100% \"quoted\"\n\x00 text"
    rows[7]["text"] = None
    own = ts.analyze(rows, test)
    assert own.verdict == "shift" and own.weights.shape == (len(train),)
    assert own.weighted()[3]["note"] is rows[3]["note"]
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(train)
    frame["when"] = pd.NaT
    frame.loc[3:5, "when"] = pd.Timestamp("2024-01-02 03:04")
    frame["maybe"] = pd.array([None] * 100 + [True, False] * 150, "boolean")
    frame["mixed"] = [1, "one", None, 2.5, pd.NA] * 80
    frame["text"] = frame["text"].astype("string")
    assert np.array_equal(ts.analyze(frame, pd.DataFrame(test)).weights, ts.analyze(train, test).weights)


@pytest.mark.parametrize("train, test, sentence", [
    ([], ["a"], "train: error: the file holds no records"),
    (["a", 3], ["b"], "train: row 1 is a int"),
    (["a", None], ["b"], "train: row 1 is None"),
    (7, ["b"], "train is a int"),
    ({"a": 1}, ["b"], "train is a dict"),
    (np.zeros((2, 2)), ["b"], "2 dimensions"),
    ("no/such/file.jsonl", ["b"], "there is no such file"),
    ("this is one text, not a list of texts", ["b"], "give a list of texts"),
    ([{"text": "a"}], [{"other": "b"}], "no"),
])
def test_what_is_refused(train, test, sentence):
    with pytest.raises(ts.Error, match=sentence) as refused:
        ts.analyze(train, test)
    assert isinstance(refused.value, ValueError)
    if "row 1" in sentence:
        assert refused.value.row == 1
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)


def test_errors_of_the_program_have_their_place(monkeypatch, train, test):
    rows = [dict(row) for row in train]
    rows[17]["text"] = ["x" * 3_000_000]
    with pytest.raises(ts.Error) as refused:
        ts.analyze(rows, test, arguments=["--max-record", "1MiB"])
    assert (refused.value.file, refused.value.row) == ("train", 17)
    monkeypatch.setenv("TEXTSHIFT_LANG", "zh")
    with pytest.raises(ts.Error, match="没有"):
        ts.analyze("nowhere.jsonl", test)
    with pytest.raises(ts.Error) as refused:
        ts.analyze(train, test, folds=1)
    assert refused.value.kind == "usage" and "--folds" in str(refused.value) and "\n" not in str(refused.value)


def test_rows_that_would_be_left_out(train, test, tmp_path):
    rows = [dict(row) for row in train]
    rows[17]["text"] = "x" * 3_000_000
    with pytest.raises(ts.Error, match="1 rows were left out"):
        ts.analyze(rows, test, on_error="skip", arguments=["--max-record", "1MiB"])
    # Of files they are left out: what is no record has no figures.
    lines = [json.dumps(row) for row in train]
    (tmp_path / "train.jsonl").write_text("\n".join([*lines[:9], "{broken", *lines[9:]]))
    own = ts.analyze(tmp_path / "train.jsonl", test, on_error="skip")
    assert len(own.weights) == len(train) and [row["id"] for row in own.weighted()] == [row["id"] for row in train]
    assert len(ts.load(own.save(tmp_path / "saved"), test=test).weighted()) == len(train)


def test_columns_twice(train, test):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(train)
    frame = pd.concat([frame, frame[["topic"]]], axis=1)
    with pytest.raises(ts.Error, match='"topic" occurs twice'):
        ts.analyze(frame, pd.DataFrame(test))
    assert ts.analyze(frame, pd.DataFrame(test), text="text", group="none").verdict == "shift"


def test_keys_that_are_taken(train, test):
    rows = [{**row, "p_test": 5} for row in train]
    own = ts.analyze(rows, test)
    with pytest.raises(ts.Error, match="p_test"):
        own.weighted()
    assert own.weighted(overwrite=True)[0]["p_test"] == own.p_test_train[0]
    with pytest.raises(ValueError):
        own.weights[0] = 3


def test_splits(shift, train):
    whole = shift.split()
    rows = np.arange(len(train))
    assert not set(whole.validation) & set(whole.remaining)
    assert sorted(set(whole.remaining) | set(rows) - set(whole.remaining)) == rows.tolist()
    assert abs(whole.remaining_weights.mean() - 1) < 1e-9 and whole.validation_weights is None
    assert np.array_equal(shift.validation(), whole.validation)
    half = shift.split(0.5, seed=3)
    assert 0.3 < 1 - len(half.remaining) / len(train) < 0.7 and shift.split(41).validation.shape == (41,)
    assert np.array_equal(half.validation, shift.split(0.5, seed=3).validation)
    weighted = shift.split(method="weighted")
    assert abs(weighted.validation_weights.mean() - 1) < 1e-9
    for refused in (0, 1.5, True):
        with pytest.raises(ts.Error):
            shift.split(refused)


def test_folds(train, test):
    own = ts.analyze(train + train[:40], test)
    for n in (2, 5, 7):
        parts = own.folds(n)
        assert sorted(np.concatenate([scored for _, scored in parts]).tolist()) == list(range(440))
        fold = own.fold_of_row(n)
        # A row and its copy are one group.
        assert np.array_equal(fold[:40], fold[400:])
        assert all(not set(kept) & set(scored) and len(kept) + len(scored) == 440 for kept, scored in parts)
        sizes = [len(scored) for _, scored in parts]
        assert max(sizes) - min(sizes) < 440 / n
    assert np.array_equal(own.fold_of_row(5), own.cv_fold) and not np.array_equal(own.fold_of_row(5, seed=1), own.cv_fold)
    assert np.array_equal(own.fold_of_row(7, seed=1), own.fold_of_row(7, seed=1))
    for refused in (1, 1000):
        with pytest.raises(ts.Error):
            own.folds(refused)


def test_train_test_split_like(train, test):
    texts, labels = [row["text"] for row in train], np.array([row["label"] for row in train])
    kept, drawn, y, y_drawn, weights = ts.train_test_split_like(
        texts, [row["text"] for row in test], labels, test_size=0.4, random_state=7, return_weights=True)
    assert not set(kept) & set(drawn) and len(kept) == len(y) == len(weights) and len(drawn) == len(y_drawn)
    place = {text: row for row, text in enumerate(texts)}
    assert [labels[place[text]] for text in drawn] == y_drawn.tolist() and [labels[place[text]] for text in kept] == y.tolist()
    from conftest import RARE

    def rare(texts):
        return np.mean([sum(word in RARE for word in text.split()) for text in texts])

    assert rare(drawn) > rare(kept) and weights[np.argsort([rare([text]) for text in kept])[-10:]].mean() > 1
    with pytest.raises(ts.Error, match="expected 400"):
        ts.train_test_split_like(texts, test, [1, 2])


def test_check_report_save_load(shift, train, test, tmp_path):
    assert "max-auc" in shift.check(max_auc=1.0, min_effective="1%")
    with pytest.raises(ts.GateError, match="max-auc") as failed:
        shift.check(max_auc=0.51, trusted=False)
    assert isinstance(failed.value, AssertionError) and "| max-auc |" in failed.value.table
    with pytest.raises(ts.Error, match="at least one limit"):
        shift.check()
    page = shift.report(tmp_path / "shift.html")
    assert "<html" in open(page).read() and shift.report(tmp_path / "shift.md")
    with pytest.raises(ts.Error):
        shift.report(tmp_path / "shift.pdf")
    with pytest.raises(ts.Error):
        shift.report(page, overwrite=False)

    folder = shift.save(tmp_path / "bare")
    assert sorted(os.listdir(folder)) == ["figures.jsonl", "model.textshift", "report.html", "report.json", "report.md", "timings.json"]
    with pytest.raises(ts.Error, match="holds results"):
        shift.save(folder)
    bare = ts.load(folder)
    same(bare, shift)
    assert np.array_equal(bare.validation(), shift.validation()) and bare.summary == shift.summary
    assert np.array_equal(bare.fold_of_row(3), shift.fold_of_row(3))
    with pytest.raises(ts.Error, match="not at hand"):
        bare.split(0.3)
    expected = shift.split(0.3)
    for own in (ts.load(folder, train, test), ts.load(shift.save(tmp_path / "rows", rows=True))):
        assert np.array_equal(own.split(0.3).validation, expected.validation)
    assert subprocess.run([ts.executable(), "check", folder, "--max-auc", "1"], capture_output=True).returncode == 0
    for nothing in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ts.Error, match="report.json"):
            ts.load(nothing)


def test_values(shift):
    again = pickle.loads(pickle.dumps(shift))
    same(again, shift)
    assert again.split(40).validation.tolist() == shift.split(40).validation.tolist() and copy.deepcopy(shift) is shift
    page = shift._repr_html_()
    assert "<script" not in page and f"{shift.auc:.3f}" in page and "kernel" in page
    assert repr(shift).startswith("<textshift.Shift shift, auc=0.")
    assert shift.reasons == [] or all(reason.sentence for reason in shift.reasons)
    assert any("text" in note for note in shift.notes) and shift.p_value < 0.05


def test_text_of_the_corpus_is_escaped_in_a_notebook(test):
    rows = [{"<b>": row["text"].replace("river", "<script>alert(1)</script>")} for row in test]
    page = ts.analyze(rows, [{"<b>": row["text"]} for row in test])._repr_html_()
    assert "<script" not in page and "&lt;b&gt;" in page


def test_score_of_new_rows(shift, train, test):
    weights, p_test = shift.score(train)
    assert np.array_equal(p_test, shift.p_test_train) and np.allclose(weights, shift.weights, rtol=1e-12)
    weights, p_test = shift.score(["rocket server kernel packet", "river stone bridge cloud"])
    assert weights[0] > weights[1] and p_test[0] > 0.5 > p_test[1]
    own = ts.analyze([{"body": row["text"]} for row in train], [{"body": row["text"]} for row in test])
    assert np.array_equal(own.weights_of([row["text"] for row in train]), own.weights_of([{"body": row["text"]} for row in train]))


def test_nothing_of_the_corpus_is_in_a_file(tmp_path, monkeypatch, train, test):
    """What the call opens for writing: its own memory, pipes, and nothing that has a name and content."""
    secret = "zanzibar"
    rows = [{**row, "text": f"{secret} {row['text']}"} for row in train]
    seen = []
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", None)
    done = threading.Event()

    def watch():
        while not done.is_set():
            for folder, _, names in os.walk(tmp_path):
                for name in names:
                    path = os.path.join(folder, name)
                    try:
                        if not os.path.islink(path) and secret.encode() in open(path, "rb").read():
                            seen.append(path)
                    except OSError:
                        pass
            time.sleep(0.01)

    watcher = threading.Thread(target=watch)
    watcher.start()
    own = ts.analyze(rows, test, fit_memory="64KiB")
    own.split(0.3)
    done.set()
    watcher.join()
    assert not seen and not os.listdir(tmp_path)


def test_interrupting_ends_the_program(tmp_path):
    script = (
        "import os, threading, time, signal, sys, textshift as ts\n"
        "def rows():\n"
        "    for n in range(10**9):\n"
        "        if n == 5000: print('started', flush=True)\n"
        "        yield {'text': f'row {n}'}\n"
        "from textshift._rows import Rows\n"
        "class Endless(Rows):\n"
        "    def lines(self, names):\n"
        "        for n in range(10**9):\n"
        "            if n == 1000: print('started', flush=True)\n"
        "            yield b'{\"text\": \"row\"}\\n'\n"
        "try: ts.analyze(Endless([]), ['a'])\n"
        "except KeyboardInterrupt: print('interrupted', flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "started\n"
    children = subprocess.run(["ps", "--ppid", str(process.pid), "-o", "pid="], capture_output=True, text=True).stdout.split()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[0] == "interrupted\n"
    assert children
    for child in children:
        assert not os.path.exists(f"/proc/{child}/exe") or subprocess.run(["kill", "-0", child]).returncode != 0


def test_a_missing_extra_names_its_command():
    blocked = "import sys; sys.modules.update(dict.fromkeys(['pyarrow', 'sklearn', 'pyspark', 'pandas'])); import textshift as ts\n"
    for code, command in (
        ("ts.DensityRatioWeighter", "pip install 'textshift[sklearn]'"), ("import textshift.spark", "pip install 'textshift[spark]'"),
        ("open('x.parquet', 'wb').write(b'PAR1'); ts.analyze('x.parquet', ['a'])", "pip install 'textshift[parquet]'"),
    ):
        done = subprocess.run([sys.executable, "-c", blocked + code], capture_output=True, text=True, cwd=os.environ.get("TMPDIR", "/tmp"))
        assert command in done.stderr, done.stderr


def test_progress_is_shown_where_somebody_looks(train, test, monkeypatch, capsys):
    from textshift import _progress

    monkeypatch.setattr(_progress, "_PATIENCE", 0)
    monkeypatch.setattr(_progress, "_PAUSE", 0)
    ts.analyze(train, test)
    assert capsys.readouterr().err == ""
    ts.analyze(train, test, progress=True)
    assert "textshift: " in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    ts.analyze(train, test)
    shown = capsys.readouterr().err
    assert "textshift: " in shown and shown.endswith("\r\x1b[K")
    ts.analyze(train, test, progress=False)
    assert capsys.readouterr().err == ""
