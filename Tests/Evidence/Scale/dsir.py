#!/usr/bin/env python3
"""DSIR's hashed n-gram importance weights of RAW towards TARGET: fit and compute, as its README has it.

usage: dsir.py RAW TARGET CACHE
"""
import os
import sys
import time

from data_selection import HashedNgramDSIR

if __name__ == "__main__":
    raw, target, cache = sys.argv[1:]
    text = lambda record: record["text"]
    start = time.monotonic()
    dsir = HashedNgramDSIR([raw], [target], cache_dir=cache, raw_parse_example_fn=text, target_parse_example_fn=text,
        num_proc=os.cpu_count(), min_example_length=0)
    dsir.fit_importance_estimator(num_tokens_to_fit="auto")
    fitted = time.monotonic()
    dsir.compute_importance_weights()
    print(f"fit {fitted - start:.1f} s, weigh {time.monotonic() - fitted:.1f} s", file=sys.stderr)
