#!/usr/bin/env python3
"""What other packages say of the same frames: lines of code, processor seconds, and what comes out.

usage: peers.py PAIRS NAME…    (pairs that Tests/Evidence/pairs.py made; PEER=textshift|skada|evidently|ft-drift|semhash for one of them)

Needs `pip install skada evidently ft-drift semhash "pandas<3"` beside textshift. semhash's encoder is one of our own here, hashed words, since it loads one
from a hub otherwise; ft-drift reads chats, so its model is given the texts.
"""
import inspect
import json
import os
import resource
import sys
import time

import numpy as np
import pandas as pd


def of_textshift(train, test):
    import textshift as ts

    shift = ts.analyze(train, test)
    return shift.weights, f"{shift.verdict}, AUC {shift.auc:.3f}, trusted {shift.trusted}"


def of_skada(train, test):
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from skada import DiscriminatorReweightAdapter

    texts = pd.concat([text_of(train), text_of(test)])
    X = make_pipeline(TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 2), max_features=20_000), TruncatedSVD(100)).fit_transform(texts)
    domain = np.repeat([1, -2], [len(train), len(test)])
    adapter = DiscriminatorReweightAdapter().fit(X, sample_domain=domain)
    found = adapter.compute_weights(X, sample_domain=domain)
    found = found["sample_weight"] if isinstance(found, dict) else found
    return np.asarray(found)[:len(train)], "weights alone"


def of_evidently(train, test):
    from evidently import DataDefinition, Dataset, Report
    from evidently.presets import DataDriftPreset

    definition = DataDefinition(text_columns=["text"])
    reference, current = (Dataset.from_pandas(text_of(frame).to_frame("text"), data_definition=definition) for frame in (train, test))
    found = Report([DataDriftPreset()]).run(current, reference).dict()["metrics"]
    return None, f"drift in {found[0]['value']['count']:.0f} of 1 column, AUC {found[1]['value']:.3f}"


def of_ft_drift(train, test):
    from ft_drift.model import model

    frame = pd.concat([text_of(train), text_of(test)]).to_frame("text").assign(label=np.repeat([0, 1], [len(train), len(test)]))
    return None, f"AUC {model(frame).roc_auc:.3f}"


def of_semhash(train, test):
    from semhash import SemHash
    from sklearn.feature_extraction.text import HashingVectorizer

    class Encoder:
        def encode(self, inputs, **_):
            return HashingVectorizer(n_features=256, analyzer="char_wb", ngram_range=(2, 3)).transform(inputs).toarray().astype(np.float32)

    index = SemHash.from_records(text_of(train).tolist(), model=Encoder())
    found = index.deduplicate(text_of(test).tolist())
    return None, f"{found.duplicate_ratio:.1%} of test is in train"


def text_of(frame):
    names = [name for name in ("context", "question", "text") if name in frame]
    return frame[names].agg(" ".join, axis=1)


def main():
    peers = {"textshift": of_textshift, "skada": of_skada, "evidently": of_evidently, "ft-drift": of_ft_drift, "semhash": of_semhash}
    for name in sys.argv[2:]:
        folder = os.path.join(sys.argv[1], name)
        train, test = (pd.read_json(os.path.join(folder, side + ".jsonl"), lines=True) for side in ("train", "test"))
        with open(os.path.join(folder, "truth.json")) as file:
            truth = json.load(file)
        ratio = np.array([truth["true_w"][key] for key in train["id"]], float)
        for peer, call in peers.items():
            if os.environ.get("PEER", peer) != peer:
                continue
            used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
            start = time.perf_counter()
            weights, said = call(train, test)
            wall = time.perf_counter() - start
            now = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
            cpu = sum(new.ru_utime + new.ru_stime - old.ru_utime - old.ru_stime for new, old in zip(now, used))
            row = {"pair": name, "peer": peer, "lines": len(inspect.getsource(call).strip().splitlines()) - 1, "wall": round(wall, 1),
                   "cpu": round(cpu, 1), "said": said}
            if weights is not None and np.std(ratio) > 0 and np.std(weights) > 0:
                ranks = [pd.Series(values).rank() for values in (weights, ratio)]
                row["rank_correlation_with_truth"] = round(float(np.corrcoef(*ranks)[0, 1]), 3)
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
