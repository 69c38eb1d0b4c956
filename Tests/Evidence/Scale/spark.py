#!/usr/bin/env python3
"""usage: spark.py PROGRAM MODEL CORPUS. Two executors of a core each; the plain filter has as many threads."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "python"))
from pyspark.sql import SparkSession  # noqa: E402

import textshift.spark as shift  # noqa: E402

program, model, corpus = map(os.path.abspath, sys.argv[1:])
size = os.path.getsize(corpus) / 1e6
folder = tempfile.mkdtemp()
os.environ["SPARK_WORKER_DIR"] = folder + "/work"


def timed(body):
    start = time.monotonic()
    body()
    return time.monotonic() - start


def plain():
    with open(folder + "/plain", "wb") as out:
        subprocess.run([program, "score", "--model", model, "--threads", "2", "--quiet", corpus], stdout=out, check=True)


spark = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
spark.range(100).repartition(4).mapInArrow(lambda batches: batches, "id long").count()  # starts the executors and their Python
runs = []
for number in range(3):
    a = timed(plain)
    b = timed(lambda: shift.write(
        shift.score(spark, shift.read(spark, corpus), model, program), f"{folder}/out{number}", "jsonl"))
    runs.append((a, b))
    print(json.dumps({"plain_seconds": round(a, 2), "spark_seconds": round(b, 2), "ratio": round(b / a, 3)}))
spark.stop()
shutil.rmtree(folder, ignore_errors=True)
best = min(b for _, b in runs)
rate = size / best / 2
print(json.dumps({"mb_per_second_and_core_under_spark": round(rate, 2)}))
print(json.dumps({
    "estimate": "1 TB of this text on 100 executors of 4 such cores, no allowance for stragglers or the storage",
    "hours": round(1e6 / rate / 400 / 3600, 2)}))
