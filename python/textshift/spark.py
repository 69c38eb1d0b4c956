"""textshift on Apache Spark: fit on a sample of the cluster, score every partition through the program.

The same records and the same model give the same p_test and sample_weight as `textshift score` on one machine, to the last digit,
whatever the partitions: the model holds the normaliser and the folds, and every row is scored by itself. docs/spark.md has the
commands and the sizing.

    python -m textshift.spark fit --train IN --test IN --model news.model --field text
    python -m textshift.spark score --model news.model --input IN --output OUT --format parquet
    python -m textshift.spark draw --model news.model --input OUT --output VALIDATION --draws 10000
    python -m textshift.spark report --input OUT

Needs the extra `spark`: PySpark 4 with Java 17, pyarrow and pandas. The program and this package are sent to the executors, which need numpy
and pyarrow.
"""

from __future__ import annotations

import argparse
import atexit
import hashlib
import json
import math
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Optional

from textshift._errors import Error, MissingExtra
from textshift._program import executable

try:
    from pyspark import SparkFiles
    from pyspark.sql import Column, DataFrame, SparkSession, Window
    from pyspark.sql import functions as F
    from pyspark.sql import types as T
except ImportError:
    raise MissingExtra("PySpark", "spark", "textshift.spark") from None

WEIGHT = "sample_weight"
SCORE = "p_test"
#: The column of a data set of JSON lines: a record's own bytes.
LINE = "value"
#: Share of the pool's weight sums and such that decimals hold exactly: 18 digits behind the point.
EXACT = "decimal(38,18)"
#: A field whose texts are this long on average makes groups by its equal values, in code points; as in `textshift fit`.
LONG_FIELD = 30.0


class FilterFailed(Error):
    """The program ended with an error; its message is what it said."""


# --- The program on the executors -----------------------------------------------------------------------------------------------


def ship(spark: SparkSession, program: str, model: str) -> tuple[str, str]:
    """Sends the program and a model to all executors; returns the names by which tasks find them."""
    ship_package(spark)
    for path in (program, model):
        spark.sparkContext.addFile(os.path.abspath(path))
    return os.path.basename(program), os.path.basename(model)


def ship_program(spark: SparkSession, program: str) -> str:
    """Sends the program to all executors; returns the name by which tasks find it."""
    ship_package(spark)
    spark.sparkContext.addFile(os.path.abspath(program))
    return os.path.basename(program)


_packed: Optional[str] = None


def ship_package(spark: SparkSession) -> None:
    """Sends this package: what a module defines, executors look up in it."""
    global _packed
    if _packed is None:
        folder = os.path.dirname(os.path.abspath(__file__))
        _packed = os.path.join(tempfile.mkdtemp(prefix="textshift-"), "textshift.zip")
        with zipfile.ZipFile(_packed, "w") as archive:
            for name in sorted(os.listdir(folder)):
                if name.endswith(".py"):
                    archive.write(os.path.join(folder, name), f"textshift/{name}")
        atexit.register(shutil.rmtree, os.path.dirname(_packed), ignore_errors=True)
    spark.sparkContext.addPyFile(_packed)


def describe(program: str, model: str) -> dict[str, Any]:
    """What `textshift model --json` says of a model, on the driver."""
    done = subprocess.run([program, "model", model, "--json"], capture_output=True)
    if done.returncode != 0:
        raise FilterFailed(done.stderr.decode("utf-8", "replace").strip())
    described: dict[str, Any] = json.loads(done.stdout)
    return described


def _program(name: str) -> str:
    path: str = SparkFiles.get(name)
    if not os.access(path, os.X_OK):
        os.chmod(path, 0o755)
    return path


def run_filter(
    arguments: Sequence[str], batches: Iterable[Any], lines_of: Callable[[Any], list[bytes]], limit: int = 4
) -> Iterator[tuple[Any, list[bytes]]]:
    """Passes batches through a program that writes one line for each line it reads.

    Yields (batch, its lines out) in order, as they come; at most `limit` batches are under way, so memory is bounded whichever side is
    slow. Whatever goes wrong is an error of the task: Spark then runs the whole partition again, so no row is lost or comes twice.
    """
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, bufsize=1 << 20)
        assert process.stdin is not None and process.stdout is not None
        to_program, from_program = process.stdin, process.stdout
        waiting: queue.Queue[Optional[tuple[Any, int]]] = queue.Queue(maxsize=limit)
        failure: list[BaseException] = []

        def feed() -> None:
            try:
                for batch in batches:
                    lines = lines_of(batch)
                    waiting.put((batch, len(lines)))
                    for line in lines:
                        to_program.write(line)
                        to_program.write(b"\n")
                    to_program.flush()
            except BrokenPipeError:
                pass  # The program has said why.
            except BaseException as error:  # noqa: B902 - handed to the thread that waits
                failure.append(error)
            finally:
                try:
                    to_program.close()
                except BrokenPipeError:
                    pass
                waiting.put(None)

        def ended(found: int, expected: int) -> FilterFailed:
            from_program.close()
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            return FilterFailed(said or f"{arguments[0]} wrote {found} of {expected} lines and ended with {process.wait()}")

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            while (item := waiting.get()) is not None:
                batch, count = item
                lines: list[bytes] = []
                for _ in range(count):
                    line = from_program.readline()
                    if not line.endswith(b"\n"):
                        raise ended(len(lines), count)
                    lines.append(line[:-1])
                yield batch, lines
            if failure:
                raise failure[0]
            if from_program.read(1) or process.wait() != 0:
                raise ended(0, 0)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            # A feeder that waits for room gets it.
            while feeder.is_alive():
                try:
                    waiting.get(timeout=0.05)
                except queue.Empty:
                    pass


def _encoded(column: Any) -> list[bytes]:
    return [text.encode("utf-8") for text in column.to_pylist()]


# --- Data sets ------------------------------------------------------------------------------------------------------------------


def read(spark: SparkSession, path: str) -> DataFrame:
    """A data set: Parquet where the path says so or holds such files, else JSON lines, gzip or not, whose bytes stay as they are."""
    if path.rstrip("/").endswith(".parquet") or _holds_parquet(spark, path):
        return spark.read.parquet(path)
    lines = spark.read.text(path, lineSep="\n")
    # The program passes blank lines over.
    return lines.where(F.col(LINE).rlike("[^ \t\r]"))


def _holds_parquet(spark: SparkSession, path: str) -> bool:
    place = spark._jvm.org.apache.hadoop.fs.Path(path)
    system = place.getFileSystem(spark._jsc.hadoopConfiguration())
    if not system.exists(place) or not system.getFileStatus(place).isDirectory():
        return False
    return any(status.getPath().getName().endswith(".parquet") for status in system.listStatus(place))


def is_lines(data: DataFrame) -> bool:
    """Whether rows are JSON lines, kept as they are, rather than columns."""
    return LINE in data.columns and set(data.columns) <= {LINE, WEIGHT, SCORE}


def records(data: DataFrame, fields: list[str], group: str | None = None) -> Column:
    """What the program reads of each row: the line itself, or the columns that it looks at as JSON."""
    if is_lines(data):
        return F.col(LINE)
    tops = {path.split("=")[-1].split(".")[0] for path in fields + ([group] if group else [])}
    names = [name for name in data.columns if name in tops or name in fields]
    if not names:
        raise Error(f"no column is a field of the model ({', '.join(fields)}); there are: {', '.join(data.columns)}")
    return F.to_json(F.struct(*[F.col(f"`{name}`") for name in names]), {"ignoreNullFields": "true"})


def write(data: DataFrame, path: str, form: str) -> None:
    """Writes a data set as Parquet, or as JSON lines."""
    if form == "parquet":
        data.write.parquet(path)
    elif is_lines(data):
        data.select(LINE).write.text(path)
    else:
        data.select(F.to_json(F.struct(*[F.col(f"`{name}`") for name in data.columns]))).write.text(path)


# --- Fit ------------------------------------------------------------------------------------------------------------------------


def with_place(data: DataFrame, program: str, fields: list[str], group: str | None, long: str | None, seed: int) -> DataFrame:
    """Adds `record`, what the program reads of a row, and `place`: that of the row's group in the seeded order of all groups."""
    # A partition may lack a field that others have.
    arguments = ["hash", "--part", "--threads", "1", "--format", "jsonl", "--seed", str(seed)]
    for field in fields:
        arguments += ["--field", field]
    if group:
        arguments += ["--group", group]
    elif long:
        arguments += ["--long", long]
    data = data.withColumn("record", records(data, fields, group))
    schema = T.StructType(data.schema.fields + [T.StructField("place", T.StringType())])

    def place(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        command = [_program(program)] + arguments + ["-"]
        for batch, lines in run_filter(command, batches, lambda batch: _encoded(batch.column(batch.num_columns - 1))):
            places = pa.array([json.loads(line)["place"] for line in lines], pa.string())
            yield pa.RecordBatch.from_arrays(list(batch.columns) + [places], names=schema.names)

    return data.mapInArrow(place, schema)


def sample(data: DataFrame, rows: int) -> list[str]:
    """The records of the groups of lowest place that hold `rows` rows, a few more so that the fit's own bound decides."""
    total = data.count()
    share = rows / max(total, 1) * 1.05 + 3 / math.sqrt(max(total, 1))
    while True:
        # Places are hex digits of one length: their order as text is that of the numbers.
        bound = format(min(int(share * 2**64), 2**64 - 1), "016x")
        chosen = data if share >= 1 else data.where(F.col("place") <= bound)
        found = [row.record for row in chosen.select("record").toLocalIterator()]
        # Groups of very different sizes may hold fewer rows than their number promised.
        if share >= 1 or len(found) > rows:
            return found
        share *= 2


def mean_length(sides: list[DataFrame], field: str) -> float:
    """Mean length of a field over both sides, in code points."""
    path = "$." + field.split("=")[-1]
    texts = total = 0
    for side in sides:
        text = F.get_json_object(F.col(LINE), path) if is_lines(side) else F.col(field.split("=")[-1])
        count, length = side.agg(F.count(text), F.sum(F.length(text))).first()
        texts, total = texts + count, total + (length or 0)
    return total / max(texts, 1)


def fit(
    spark: SparkSession, train: DataFrame, test: DataFrame, model: str, program: str | None, fields: list[str],
    group: str | None = None, rows: int = 200_000, seed: int = 42, options: list[str] | None = None,
) -> None:
    """Fits a model on a sample of whole groups and writes it to `model` on the driver.

    The sample is the one that `textshift fit` draws on one machine from all rows: groups are taken by the same hash and seed.
    """
    program = program or executable()
    name = ship_program(spark, program)
    lengths = {field: mean_length([train, test], field) for field in fields}
    longest = max(fields, key=lambda field: lengths[field])
    long = longest.split("=")[0] if lengths[longest] >= LONG_FIELD else None
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for side, data in (("train", train), ("test", test)):
            paths.append(os.path.join(folder, side + ".jsonl"))
            placed = with_place(data, name, fields, group, long, seed)
            with open(paths[-1], "w", encoding="utf-8", newline="") as file:
                for record in sample(placed, rows):
                    file.write(record + "\n")
        command = [program, "fit", *paths, "--model", model, "--force", "--format", "jsonl", "--seed", str(seed)]
        command += ["--fit-rows", str(rows)] + (["--group", group] if group else []) + (options or [])
        for field in fields:
            command += ["--field", field]
        done = subprocess.run(command, stdout=sys.stderr)
        if done.returncode != 0:
            raise FilterFailed(f"textshift fit ended with {done.returncode}")


# --- Score ----------------------------------------------------------------------------------------------------------------------

_NUMBERS = re.compile(rb'"sample_weight": ([^,}]+), "p_test": ([^,}]+)\}[ \t\r]*$')


def score(spark: SparkSession, data: DataFrame, model: str, program: str | None = None) -> DataFrame:
    """The rows with `sample_weight` and `p_test`: JSON lines with both spliced into the line too, everything else with two more columns."""
    program = program or executable()
    described = describe(program, model)
    fields = [field["path"] for field in described["fields"]]
    group = described.get("group_path") if described["group_by"] == "key" else None
    for name in (WEIGHT, SCORE):
        if name in data.columns:
            raise Error(f'there is a column "{name}" already; drop it first')
    program_name, model_name = ship(spark, program, model)
    whole = is_lines(data)
    record = "textshift_record"
    schema = T.StructType(data.schema.fields + [T.StructField(WEIGHT, T.DoubleType()), T.StructField(SCORE, T.DoubleType())])
    shown = data if whole else data.withColumn(record, records(data, fields, group))
    place = 0 if whole else len(data.columns)

    def run(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        command = [_program(program_name), "score", "--model", SparkFiles.get(model_name), "--threads", "1", "--quiet"]
        command += ["--format", "jsonl"] + ([] if whole else ["--only-scores"]) + ["-"]
        for batch, lines in run_filter(command, batches, lambda batch: _encoded(batch.column(place))):
            numbers: list[Any] = [_NUMBERS.search(line) for line in lines]
            weights = pa.array([float(number[1]) for number in numbers], pa.float64())
            scores = pa.array([float(number[2]) for number in numbers], pa.float64())
            if whole:
                own = [pa.array([line.decode("utf-8") for line in lines], batch.schema.field(0).type)]
            else:
                own = [batch.column(number) for number in range(place)]
            yield pa.RecordBatch.from_arrays(own + [weights, scores], names=schema.names)

    return shown.mapInArrow(run, schema)


# --- Draw -----------------------------------------------------------------------------------------------------------------------


def uniform(seed: int, purpose: str, identity: str, number: int) -> float:
    """A number in 0 < u < 1 that is a function of these four alone."""
    digest = hashlib.blake2b(f"{seed}\0{purpose}\0{identity}\0{number}".encode(), digest_size=8).digest()
    return ((int.from_bytes(digest, "little") >> 11) + 0.5) * 2.0**-53


def poisson(mean: float, seed: int, identity: str) -> int:
    """A Poisson number by inversion, exact to the rounding of the distribution function; a large mean is a sum of small ones."""
    parts = max(1, math.ceil(mean / 16))
    total = 0
    for part in range(parts):
        u = uniform(seed, "validation-poisson", identity, part)
        term = cumulative = math.exp(-mean / parts)
        count = 0
        while u > cumulative and term > 0:
            count += 1
            term *= mean / parts / count
            cumulative += term
        total += count
    return total


def identified(data: DataFrame) -> DataFrame:
    """Adds `identity`: a hash of the row's content, and its number among equal rows, which belong to the row wherever it lies."""
    own = [F.col(f"`{name}`") for name in data.columns if name not in (WEIGHT, SCORE)]
    content = F.sha2(F.col(LINE) if is_lines(data) else F.to_json(F.struct(*own)), 256)
    equal = Window.partitionBy("identity").orderBy(F.lit(0))
    data = data.withColumn("identity", content)
    return data.withColumn("identity", F.concat("identity", F.lit("/"), F.row_number().over(equal)))


def draw(data: DataFrame, draws: int, seed: int = 42, method: str = "multinomial") -> DataFrame:
    """The validation set: rows drawn with replacement, each in proportion to its weight; a row stands as often as it was drawn.

    `poisson` gives each row a Poisson number of copies with mean draws · w/Σw, all independent; the size is `draws` on average.
    `multinomial` gives exactly `draws` copies. With a mean that is a little higher the Poisson copies are at least so many; given their
    number they are independent draws, and so are `draws` of them that are chosen blindly. The choice depends on the seed, the rows and
    their weights, and on nothing else: sums are of exact decimals, numbers are keyed by the row's content.
    """
    if method not in ("poisson", "multinomial"):
        raise ValueError(method)
    columns = [name for name in data.columns if name not in (WEIGHT, SCORE)]
    total = float(data.agg(F.sum(F.col(WEIGHT).cast(EXACT))).first()[0] or 0)
    if total <= 0 or draws <= 0:
        return data.limit(0)
    ship_package(data.sparkSession)
    rows = identified(data)
    slack = 0 if method == "poisson" else 6 * math.sqrt(draws) + 20
    while True:
        mean = draws + slack

        def copies(identity: str, weight: float) -> list[float]:
            count = poisson(mean * weight / total, seed, identity)
            return [uniform(seed, "validation-thinning", identity, number) for number in range(count)]

        number_each: Any = F.udf(copies, "array<double>")
        drawn = rows.withColumn("place", F.explode(number_each("identity", F.col(WEIGHT))))
        if method == "poisson":
            return drawn.select(*data.columns)
        drawn = drawn.orderBy("place", "identity").limit(draws).cache()
        if drawn.count() == draws:
            return drawn.select(*data.columns)
        slack *= 2


def split(
    spark: SparkSession, data: DataFrame, model: str, program: str | None, share: float, seed: int = 42
) -> tuple[DataFrame, DataFrame]:
    """The pool to draw from and the rest to train on: whole groups, by their hash alone and without regard to any weight."""
    program = program or executable()
    described = describe(program, model)
    name = ship_program(spark, program)
    fields = [f"{field['name']}={field['path']}" for field in described["fields"]]
    by = {described["group_by"]: described.get("group_path")}
    long = next((field["name"] for field in described["fields"] if field["path"] == by.get("field")), None)
    placed = with_place(data, name, fields, by.get("key"), long, seed)
    # Another hash than that of the sample, so that the pool is no part of the fit more than any other.
    bound = format(min(int(share * 2**64), 2**64 - 1), "016x")
    isin = F.substring(F.sha2(F.concat(F.lit(f"validation-pool/{seed}/"), "place"), 256), 1, 16) <= bound
    return placed.where(isin).select(*data.columns), placed.where(~isin).select(*data.columns)


# --- Report ---------------------------------------------------------------------------------------------------------------------


def diagnostics(data: DataFrame) -> dict[str, Any]:
    """Figures of the weights by aggregation, the same whatever the partitions: sums are of exact decimals."""
    weight = F.col(WEIGHT)
    row = data.agg(
        F.count(weight).alias("rows"), F.sum(weight.cast(EXACT)).alias("sum"), F.sum((weight * weight).cast(EXACT)).alias("squares"),
        F.min(weight).alias("least"), F.max(weight).alias("greatest"), F.sum(F.col(SCORE).cast(EXACT)).alias("scores"),
    ).first()
    if not row["rows"]:
        return {"rows": 0}
    total, squares = float(row["sum"]), float(row["squares"])
    effective = total * total / squares
    bins = {int(b): int(n) for b, n in data.groupBy(F.least(F.floor(F.col(SCORE) * 20), F.lit(19))).count().collect()}
    return {
        "rows": row["rows"], "mean_weight": total / row["rows"], "effective_rows": effective,
        "effective_share": effective / row["rows"], "least_weight": row["least"], "greatest_weight": row["greatest"],
        "mean_p_test": float(row["scores"]) / row["rows"], "p_test_bins": [bins.get(b, 0) for b in range(20)],
        "trusted": effective >= 30 and 0.8 <= total / row["rows"] <= 1.25,
    }


# --- Command line ---------------------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m textshift.spark", description=(__doc__ or "").split("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=text)
        added.add_argument("--seed", type=int, default=42)
        return added

    p = verb("fit", "fit a model on a sample that is drawn on the cluster")
    p.add_argument("--train", required=True)
    p.add_argument("--test", required=True)
    p.add_argument("--field", action="append", required=True, help="a field to look at; may be given several times")
    p.add_argument("--group", help="rows with the same value of this field stay together")
    p.add_argument("--rows", type=int, default=200_000, help="rows a side that are fitted on")
    p.add_argument("--model", required=True, help="the file to write, on the driver")
    p.add_argument("--program", help="the program to send; by default the one of this package")
    p = verb("score", "add sample_weight and p_test to every row")
    p.add_argument("--input", required=True)
    p.add_argument("--output", required=True)
    p.add_argument("--format", choices=["parquet", "jsonl"], default="jsonl")
    p.add_argument("--model", required=True)
    p.add_argument("--program", help="the program to send; by default the one of this package")
    p = verb("draw", "draw a validation set from a pool of groups of a scored data set")
    p.add_argument("--input", required=True, help="a Parquet data set that `score` wrote")
    p.add_argument("--output", required=True, help="the validation set")
    p.add_argument("--remaining", help="where the rows outside the pool go, with their sample_weight")
    p.add_argument("--format", choices=["parquet", "jsonl"], default="jsonl")
    p.add_argument("--draws", type=int, required=True)
    p.add_argument("--pool", type=float, default=0.2, help="share of the groups to draw from")
    p.add_argument("--model", required=True)
    p.add_argument("--program", help="the program to send; by default the one of this package")
    p.add_argument("--method", choices=["multinomial", "poisson"], default="multinomial")
    p = verb("report", "print figures of a scored data set as JSON")
    p.add_argument("--input", required=True, help="a Parquet data set that `score` wrote")
    o = parser.parse_args(arguments)
    spark = SparkSession.builder.appName(f"textshift {o.verb}").getOrCreate()
    if o.verb == "fit":
        fit(spark, read(spark, o.train), read(spark, o.test), o.model, o.program, o.field, o.group, o.rows, o.seed)
    elif o.verb == "score":
        write(score(spark, read(spark, o.input), o.model, o.program), o.output, o.format)
    elif o.verb == "draw":
        pool, rest = split(spark, spark.read.parquet(o.input), o.model, o.program, o.pool, o.seed)
        write(draw(pool, o.draws, o.seed, o.method).drop(WEIGHT, SCORE), o.output, o.format)
        if o.remaining:
            write(rest, o.remaining, "parquet")
    else:
        print(json.dumps(diagnostics(spark.read.parquet(o.input)), indent=2))


if __name__ == "__main__":
    # As a module of the package: what is defined in a script executors would not find.
    from textshift.spark import main as run

    try:
        run()
    except Error as error:
        sys.exit(f"textshift: {error}")
