"""Is what Spark scores what `hilum score` scores alone? In a cluster of two executors on this machine: the same lines, row for row, from
Parquet, CSV and JSON Lines; all of them though a process is killed on the way; a row that cannot be scored named.

    python3 check.py PAIRS.jsonl --hilum path/to/hilum [--measure ROWS]

PAIRS.jsonl has reference and candidate, or text: then each report is compared with the next one.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import hilum_spark
import pyspark.sql

JAVA = """check: Spark needs a Java runtime, 17 or 21, and there is no `java` on the PATH. On Debian or Ubuntu:
    apt-get install -y default-jre-headless"""


def pairs(path, count):
    """As many pairs, each with an id of its own: those of the file, over and over, and with them what is hard to pass on."""
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    if "text" in rows[0]:
        texts = [row["text"] for row in rows]
        found = list(zip(texts, texts[1:] + texts[:1]))
    else:
        found = [(row["reference"], row["candidate"]) for row in rows]
    found += [
        ("", ""), ("", "Small left pleural effusion."), ("Small left pleural effusion.", None), (" \n ", "\n"),
        ('The "heart" is enlarged,\nmildly.\tNo effusion.', "Cœur élargi — “normal”, 4 µm;\r\nno effusion \\ pneumothorax."),
    ]
    return [(f"{n}, \"{n % 7}\"", *found[n % len(found)]) for n in range(max(count, len(found)))]


def alone(hilum, rows, folder, threads=1):
    """What one process makes of the rows: the line of each id, and the seconds that it took."""
    path = os.path.join(folder, "pairs.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for id, reference, candidate in rows:
            print(json.dumps({"id": id, "reference": reference, "candidate": candidate}), file=file)
    start = time.perf_counter()
    lines = subprocess.run(
        [hilum, "score", path, "--id", "id", "--reference", "reference", "--candidate", "candidate", "--format", "jsonl", "--quiet",
         "--threads", str(threads)],
        check=True, stdout=subprocess.PIPE).stdout.decode().split("\n")[:-1]
    seconds = time.perf_counter() - start
    assert len(lines) == len(rows)
    return {row[0]: line for row, line in zip(rows, lines)}, seconds


def same(what, frame, expected):
    given = [(row["id"], row["answer"]) for row in frame.collect()]
    if len(given) != len(expected) or dict(given) != expected:
        different = sum(expected.get(id) != line for id, line in given)
        sys.exit(f"check: {what}: {len(given)} rows of {len(expected)}, {different} of them otherwise")
    print(f"{what}: {len(given)} rows, the lines of hilum score alone")


def program(path, text):
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)
    return path


def refused(what, frame, *messages):
    try:
        frame.collect()
    except Exception as error:
        missing = [message for message in messages if message not in str(error)]
        if missing:
            sys.exit(f"check: {what}: the error does not say {missing}: {error}")
    else:
        sys.exit(f"check: {what} is no error")
    print(f"{what}: an error that says so")


def check(spark, hilum, rows, folder):
    expected, _ = alone(hilum, rows, folder)
    frame = spark.createDataFrame(rows, "id string, reference string, candidate string").repartition(7)
    stored_at = os.path.join(folder, "parquet")
    for kind in "parquet", "csv", "json":
        data = os.path.join(folder, kind)
        frame.write.options(header=True, escape='"').format(kind).save(data)
        stored = hilum_spark.read(spark, data, kind)
        same(f"{kind}, {stored.rdd.getNumPartitions()} partitions", hilum_spark.scores(stored, hilum), expected)

    # The script by itself, which ends well or not at all.
    output = os.path.join(folder, "output")
    script = [
        os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit"), "--master", "local[2]", hilum_spark.__file__, stored_at,
        output, "--hilum", hilum, "--partitions", "3"]
    subprocess.run(script, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    parts = [open(os.path.join(output, name), encoding="utf-8").read() for name in os.listdir(output) if name.startswith("part-")]
    if sorted("".join(parts).split("\n")[:-1]) != sorted(expected.values()):
        sys.exit("check: the script writes other lines than hilum score alone")
    print(f"the script: {len(expected)} lines in {len(parts)} files")
    script[-4:] = ["--hilum", hilum, "--metrics", "none"]
    script[5] += "-refused"
    if subprocess.run(script, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
        sys.exit("check: the script lets an option pass that hilum does not know")

    # One process writes three lines and is killed; Spark runs its task again.
    killed = os.path.join(folder, "killed")
    flaky = program(
        os.path.join(folder, "flaky-hilum"),
        f'if mkdir "{killed}" 2>/dev/null; then "{hilum}" "$@" | head -n 3; kill -9 $$; fi\nexec "{hilum}" "$@"\n')
    same("a process killed on the way", hilum_spark.scores(frame, flaky), expected)
    assert os.path.exists(killed), "no process was killed"

    # Where it is killed each time, the job fails, and says so.
    fatal = program(os.path.join(folder, "fatal-hilum"), "read line\nkill -9 $$\n")
    refused("a process killed each time", hilum_spark.scores(frame, fatal), "hilum was ended by signal 9")

    boxes = [(f"box-{n}", "[0, 0, 2, 2]", "[0, 0, 2, 1]" if n != 42 else "[0, 0, 2") for n in range(100)]
    frame = spark.createDataFrame(boxes, "id string, reference string, candidate string").repartition(3)
    refused(
        "a cell that is no box", hilum_spark.scores(frame, hilum, options=["--task", "grounding"]), "the row with id 'box-42': ",
        "column 'candidate'")

    texts = [(f"text-{n}", "<answer>no</answer>", "<answer>no</answer>" if n != 42 else "no") for n in range(100)]
    frame = spark.createDataFrame(texts, "id string, completion string, solution string").repartition(3)
    options = ["--brief", "--weights", "answer=1,kg=0"]
    answered = hilum_spark.rewards(frame.where("id != 'text-42'"), hilum, options=options)
    assert {row["id"]: json.loads(row["answer"])["reward"] for row in answered.collect()} == {
        id: 1 for id, _, _ in texts if id != "text-42"}
    refused("a solution without an answer", hilum_spark.rewards(frame, hilum, options=options), "the row with id 'text-42': ", "no <answer>")


def measure(spark, hilum, rows, folder, cores):
    """Scores as many rows both ways, from file to file; Spark is up and warm."""
    _, seconds = alone(hilum, rows, folder, threads=cores)
    data = os.path.join(folder, "measured")
    spark.createDataFrame(rows, "id string, reference string, candidate string").repartition(4 * cores).write.parquet(data)
    start = time.perf_counter()
    scored = hilum_spark.scores(hilum_spark.read(spark, data, "parquet"), hilum)
    scored.select("answer").write.text(os.path.join(folder, "scores"))
    spark_seconds = time.perf_counter() - start
    print(f"\n{len(rows):,} pairs, from file to file, on {cores} cores")
    print(f"hilum score alone   {len(rows) / seconds:>10,.0f} pairs/s")
    print(f"Spark               {len(rows) / spark_seconds:>10,.0f} pairs/s, {seconds / spark_seconds:.2f} of it")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("pairs")
    parser.add_argument("--hilum", required=True)
    parser.add_argument("--master", default="local-cluster[2,1,1024]", help="two executors with a core and 1 GiB each")
    parser.add_argument("--measure", type=int, default=0, metavar="ROWS", help="how fast that many are scored")
    options = parser.parse_args()
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        sys.exit(JAVA)
    hilum = os.path.abspath(options.hilum)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYSPARK_PYTHON"] = sys.executable  # of the executors too
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        os.environ["SPARK_WORKER_DIR"] = os.path.join(folder, "work")
        spark = (
            pyspark.sql.SparkSession.builder.master(options.master).appName("hilum").config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false").config("spark.sql.shuffle.partitions", "4")
            .config("spark.driver.host", "127.0.0.1").getOrCreate())
        spark.sparkContext.setLogLevel("OFF")
        try:
            check(spark, hilum, pairs(options.pairs, 500), folder)
            if options.measure:
                measure(spark, hilum, pairs(options.pairs, options.measure), folder, cores=2)
        finally:
            spark.stop()


if __name__ == "__main__":
    main()
