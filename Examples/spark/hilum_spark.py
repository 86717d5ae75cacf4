"""Scores a partitioned data set with Apache Spark: each partition runs a `hilum` of its own, fed and read row by row.

    spark-submit --master spark://… hilum_spark.py pairs/ scores/ --hilum path/to/hilum --metrics kg,green
    python hilum_spark.py pairs/ scores/ --hilum path/to/hilum --reward completion solution --brief

or, with a data frame at hand,

    from hilum_spark import rewards, scores
    scores(frame, "path/to/hilum", options=["--metrics", "kg,green"])  # a data frame of id and answer

The answer of a row is the line that the command writes, JSON with the row's id. A task whose `hilum` ends early fails with what it said, so
that Spark tries it again elsewhere; a row that cannot be scored fails the job with an error that names its id. A blank report is a row.
"""
import argparse
import collections
import itertools
import json
import os
import re
import subprocess
import tempfile
import threading


def scores(frame, hilum, id="id", reference="reference", candidate="candidate", options=()):
    """Each row's score, as a data frame of `id` and `answer`. Ids should differ; nothing is dropped where they do not.

    `hilum`: the command, a file here, which is sent to the executors; `options`: more of `hilum score`.
    """
    arguments = ["score", "-", "--input-format", "jsonl", "--id", "id", "--allow-duplicate-ids"]
    arguments += ["--reference", "reference", "--candidate", "candidate", "--format", "jsonl", "--threads", "1", "--quiet", *options]
    return through(frame, hilum, {"id": id, "reference": reference, "candidate": candidate}, arguments)


def rewards(frame, hilum, id="id", completion="completion", solution="solution", options=()):
    """Each row's reward, likewise; `options`: more of `hilum reward`."""
    arguments = ["reward", "-", "--threads", "1", *options]
    return through(frame, hilum, {"id": id, "completion": completion, "solution": solution}, arguments)


def through(frame, hilum, columns, arguments):
    """What a `hilum` answers to each row. `columns`: the keys that it reads, of which `id` is one, and where their values are."""
    import pyarrow
    from pyspark import SparkFiles
    from pyspark.sql import functions

    context = frame.sparkSession.sparkContext
    context.addFile(os.path.abspath(hilum))
    context.addPyFile(os.path.abspath(__file__))

    def work(batches):
        schema = pyarrow.schema([("id", pyarrow.string()), ("answer", pyarrow.string())])
        rows = (row for batch in batches for row in batch.to_pylist())
        pairs = answers(rows, [SparkFiles.get(os.path.basename(hilum)), *arguments])
        while piece := list(itertools.islice(pairs, 1000)):
            yield pyarrow.RecordBatch.from_pydict(dict(zip(schema.names, map(list, zip(*piece)))), schema=schema)

    named = [functions.col(column).alias(key) for key, column in columns.items()]
    text = functions.col("id").cast("string").alias("id")
    return frame.select(named).withColumn("id", text).mapInArrow(work, "id string, answer string")


def answers(rows, command):
    """Feeds rows to a command and gives the id and the line of each, in order. Holds no more of them than are under way."""
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    waiting = collections.deque()  # the ids of the rows that were given and are not answered
    faults = []  # of the rows, not of the command: an error of the thread that feeds it

    with tempfile.TemporaryFile() as messages:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=messages)

        def feed():
            try:
                for row in itertools.chain([first], rows):
                    waiting.append(row["id"])
                    try:
                        line = json.dumps(row)
                    except (TypeError, ValueError) as fault:
                        raise RuntimeError(f"the row with id {row['id']!r}: {fault}") from None
                    process.stdin.write(line.encode() + b"\n")
                process.stdin.close()
            except BrokenPipeError:
                pass  # it has ended, and says why
            except Exception as fault:
                faults.append(fault)
                process.kill()

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        answered = 0
        try:
            for line in process.stdout:
                if not line.endswith(b"\n"):
                    break  # cut off
                if b'"error":' in line and "error" in json.loads(line):
                    raise RuntimeError(f"the row with id {waiting[0]!r}: {json.loads(line)['error']}")
                answered += 1
                yield waiting.popleft(), line[:-1].decode()
            status = process.wait()
            feeder.join()
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
        if faults:
            raise faults[0]
        if status or waiting:
            messages.seek(0)
            said = messages.read().decode(errors="replace").strip()
            place = re.match(r"hilum: error: standard input:(\d+): ", said)
            index = int(place[1]) - answered - 1 if place else -1
            row = f"the row with id {waiting[index]!r}: " if 0 <= index < len(waiting) else ""
            ended = f"hilum was ended by signal {-status}" if status < 0 else f"hilum ended with status {status}"
            raise RuntimeError(f"{row}{ended}, {len(waiting)} rows unanswered. {said}")


def read(spark, path, kind):
    """A data frame of a folder, or file, of Parquet, CSV with a header, or JSON Lines."""
    options = {"csv": {"header": True, "multiLine": True, "escape": '"'}}
    return spark.read.options(**options.get(kind, {})).format(kind).load(path)


def main():
    parser = argparse.ArgumentParser(
        description="Scores a partitioned data set with Apache Spark. Options of hilum may follow.", allow_abbrev=False)
    parser.add_argument("input", help="a folder of Parquet, CSV or JSON Lines")
    parser.add_argument("output", help="a folder that is not there yet, for JSON Lines, a file a partition")
    parser.add_argument("--hilum", required=True, help="the command")
    parser.add_argument("--read", choices=["parquet", "csv", "json"], default="parquet", help="what the input is")
    parser.add_argument("--id", default="id", help="the column of the ids")
    parser.add_argument("--reference", default="reference", help="the column of the references")
    parser.add_argument("--candidate", default="candidate", help="the column of the candidates")
    parser.add_argument("--reward", nargs=2, metavar=("COMPLETION", "SOLUTION"), help="reward the one column against the other instead")
    parser.add_argument("--partitions", type=int, help="how many; by default as the files are cut")
    given, options = parser.parse_known_args()

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("hilum").getOrCreate()
    frame = read(spark, given.input, given.read)
    if given.partitions:
        frame = frame.repartition(given.partitions)
    if given.reward:
        answered = rewards(frame, given.hilum, given.id, *given.reward, options)
    else:
        answered = scores(frame, given.hilum, given.id, given.reference, given.candidate, options)
    answered.select("answer").write.text(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
