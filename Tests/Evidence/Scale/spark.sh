#!/bin/sh
# Overhead of Spark over the plain filter on the same file, on this machine's cores; and what follows for 1 TB on 100 executors.
# PYTHON must have pyspark and pyarrow; OUT is not kept.
. "$(dirname "$0")/common.sh"
model
corpus spark200.jsonl "${MEGABYTES:-200}" --language both
export SPARK_LOCAL_IP="${SPARK_LOCAL_IP:-127.0.0.1}" PYSPARK_PYTHON="$PYTHON"
exec "$PYTHON" "$(dirname "$0")/spark.py" "$TEXTSHIFT" "$WORK/m.model" "$WORK/spark200.jsonl"
