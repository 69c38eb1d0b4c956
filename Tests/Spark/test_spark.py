#!/usr/bin/env python3
"""textshift.spark on real executors (local-cluster), against the program alone: the same numbers, whatever the partitions.

usage: test_spark.py PROGRAM    (./dev test-spark sets everything up and runs it)
"""
import collections
import json
import math
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "python"))
PROGRAM = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "textshift"

# The executors' Python is this one, and the hosts' names are not looked up.
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
FOLDER = tempfile.mkdtemp(prefix="textshift-spark-")
os.environ["SPARK_WORKER_DIR"] = FOLDER + "/work"
os.chdir(FOLDER)

from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

import textshift.spark as shift  # noqa: E402

TRAIN, TEST = (str(ROOT / "corpora" / f"{side}.jsonl") for side in ("train", "test"))


def program(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True).stdout


def kill_executor_once(marker):
    """Passes batches on; the first task to come by kills the executor that runs it after its first batch."""

    def ancestor(pid):
        while pid > 1:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if b"CoarseGrainedExecutorBackend" in file.read():
                    return pid
            with open(f"/proc/{pid}/stat") as file:
                pid = int(file.read().rpartition(")")[2].split()[1])
        raise AssertionError("no executor above this task")

    def run(batches):
        for batch in batches:
            yield batch
            try:
                os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(ancestor(os.getpid()), signal.SIGKILL)

    return run


class SparkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]").appName("textshift tests")
            .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100").getOrCreate())
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.model = FOLDER + "/m.model"
        program("fit", TRAIN, TEST, "--model", cls.model, "--quiet")
        cls.plain = program("score", "--model", cls.model, "--quiet", TRAIN).decode().splitlines()

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(FOLDER, ignore_errors=True)

    def lines(self, partitions):
        return shift.read(self.spark, TRAIN).repartition(partitions)

    def scored(self, partitions=4):
        if partitions not in self.kept:
            self.kept[partitions] = shift.score(self.spark, self.lines(partitions), self.model, PROGRAM).cache()
        return self.kept[partitions]

    kept = {}

    def test_lines_are_those_of_the_program_whatever_the_partitions(self):
        one = shift.score(self.spark, shift.read(self.spark, TRAIN).coalesce(1), self.model, PROGRAM)
        rows = one.collect()
        self.assertEqual([row.value for row in rows], self.plain)
        numbers = [json.loads(line) for line in self.plain]
        self.assertEqual([(row.sample_weight, row.p_test) for row in rows], [(n["sample_weight"], n["p_test"]) for n in numbers])
        for partitions in (4, 32):
            self.assertEqual(sorted(row.value for row in self.scored(partitions).collect()), sorted(self.plain))

    def test_a_killed_executor_neither_loses_nor_repeats_rows(self):
        marker = FOLDER + "/killed"
        data = shift.score(self.spark, self.lines(8), self.model, PROGRAM)
        data = data.mapInArrow(kill_executor_once(marker), data.schema)
        out = FOLDER + "/survived"
        shift.write(data, out, "jsonl")
        self.assertTrue(os.path.exists(marker))
        written = [line for path in pathlib.Path(out).glob("part-*") for line in path.read_text().splitlines()]
        self.assertEqual(sorted(written), sorted(self.plain))

    def test_columns_keep_their_types_and_get_the_same_numbers(self):
        table = FOLDER + "/train.parquet"
        self.spark.read.json(TRAIN).withColumn("n", F.lit(None).cast("bigint")).write.parquet(table)
        data = shift.read(self.spark, table)
        scored = shift.score(self.spark, data.repartition(3), self.model, PROGRAM)
        self.assertEqual(scored.columns, data.columns + ["sample_weight", "p_test"])
        self.assertEqual(scored.schema.fields[:-2], data.schema.fields)
        expected = {(n["id"], n["sample_weight"], n["p_test"]) for n in map(json.loads, self.plain)}
        self.assertEqual({(row.id, row.sample_weight, row.p_test) for row in scored.collect()}, expected)

    def test_the_cluster_fits_the_model_of_one_machine(self):
        one, cluster = FOLDER + "/one.model", FOLDER + "/cluster.model"
        options = ["--field", "title", "--field", "text"]
        program("fit", TRAIN, TEST, "--model", one, "--fit-rows", "300", "--quiet", *options)
        sides = [shift.read(self.spark, path).repartition(5) for path in (TRAIN, TEST)]
        shift.fit(self.spark, *sides, cluster, PROGRAM, ["title", "text"], rows=300)
        self.assertEqual(pathlib.Path(cluster).read_bytes(), pathlib.Path(one).read_bytes())

    def test_draws_are_exact_seeded_and_the_same_whatever_the_partitions(self):
        data, again = self.scored(4), self.scored(32)
        drawn = [row.value for row in shift.draw(data, 600).collect()]
        self.assertEqual(len(drawn), 600)
        self.assertEqual(sorted(drawn), sorted(row.value for row in shift.draw(again, 600).collect()))
        copies = [row.value for row in shift.draw(data, 600, method="poisson").collect()]
        other = [row.value for row in shift.draw(again, 600, seed=7, method="poisson").collect()]
        self.assertNotEqual(sorted(copies), sorted(other))
        self.assertLess(abs(len(copies) - 600), 5 * math.sqrt(600))
        # A drawn row's weight has the mean Σw²/Σw.
        weights = {line: json.loads(line)["sample_weight"] for line in self.plain}
        total = sum(weights[line] for line in self.plain)
        mean = sum(weights[line] ** 2 for line in self.plain) / total
        variance = sum(weights[line] ** 3 for line in self.plain) / total - mean**2
        for sample in (drawn, copies, other):
            self.assertLess(abs(sum(weights[line] for line in sample) / len(sample) - mean), 5 * math.sqrt(variance / 500))

    def test_poisson_numbers_have_their_distribution(self):
        for mean in (0.3, 2.5, 40.0):
            counts = collections.Counter(shift.poisson(mean, 1, str(number)) for number in range(20000))
            average = sum(k * n for k, n in counts.items()) / 20000
            spread = sum(k * k * n for k, n in counts.items()) / 20000 - average**2
            self.assertLess(abs(average - mean), 5 * math.sqrt(mean / 20000))
            self.assertLess(abs(spread - mean), 5 * mean * math.sqrt((2 + 1 / mean) / 20000))

    def test_the_pool_is_of_whole_groups(self):
        data = self.scored(4)
        pool, rest = shift.split(self.spark, data, self.model, PROGRAM, 0.2)
        pool, rest = [row.value for row in pool.collect()], [row.value for row in rest.collect()]
        self.assertEqual(sorted(pool + rest), sorted(self.plain))
        self.assertLess(abs(len(pool) - 240), 5 * math.sqrt(1200 * 0.2 * 0.8))
        texts = [{json.loads(line)["text"] for line in side} for side in (pool, rest)]
        self.assertFalse(texts[0] & texts[1])

    def test_figures_are_the_same_whatever_the_partitions(self):
        figures = shift.diagnostics(self.scored(4))
        self.assertEqual(figures, shift.diagnostics(self.scored(32)))
        self.assertEqual(figures["rows"], 1200)
        self.assertAlmostEqual(figures["mean_weight"], 1, places=9)
        weights = [json.loads(line)["sample_weight"] for line in self.plain]
        self.assertAlmostEqual(figures["effective_rows"], sum(weights) ** 2 / sum(w * w for w in weights), places=4)
        self.assertEqual(sum(figures["p_test_bins"]), 1200)

    def test_an_error_of_the_program_is_what_the_task_says(self):
        bad = self.spark.createDataFrame([("{\"text\": }",)], ["value"])
        with self.assertRaisesRegex(Exception, "not JSON"):
            shift.score(self.spark, bad, self.model, PROGRAM).collect()


if __name__ == "__main__":
    # PySpark leaves sockets to the collector.
    unittest.main(verbosity=2, warnings="ignore")
