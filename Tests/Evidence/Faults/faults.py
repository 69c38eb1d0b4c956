#!/usr/bin/env python3
"""Breaks runs of `textshift analyze` in every way that can be had, and looks at what is left:

    faults.py TEXTSHIFT [--case NAME] [--seed N]

Whatever happened, a file under a final name must be one that a whole run writes, byte for byte; an error must be one line and
end with status 2; and the next run must work. Prints a row of a Markdown table for each kind of fault; exits 1 if one failed.
As root, disks that fill up are tried too (a small tmpfs).
"""
import argparse
import collections
import contextlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SUBJECTS = {
    "train": ["the river", "a stone bridge", "the meadow", "copper lanterns", "这座老桥", "收获的季节", "the quiet harvest", "云和山"],
    "test": ["the rocket", "a server rack", "kernel packets", "a laser", "这台服务器", "火箭发动机", "the socket", "数据中心"],
}
ENDINGS = ["was better than I had thought", "took the whole day", "cost too much, all told", "很值得一看", "让人失望",
           "is what we came for"]


def corpus(side, rows, generator):
    other = {"train": "test", "test": "train"}[side]
    lines = []
    for row in range(rows):
        words = [generator.choice(SUBJECTS[side if generator.random() < 0.7 else other]) for _ in range(6)]
        text = ", ".join(words) + " " + generator.choice(ENDINGS) + f" {generator.randrange(10**6)}"
        lines.append(json.dumps({"id": f"{side}-{row}", "text": text, "label": row % 3}, ensure_ascii=False))
    return "".join(line + "\n" for line in lines).encode()


class Failure(Exception):
    pass


def require(holds, message):
    if not holds:
        raise Failure(message)


class Bench:
    """A program, two corpora, and what whole runs write."""

    def __init__(self, program, folder, seed):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = folder
        self.random = random.Random(seed)
        self.train, self.test = folder / "train.jsonl", folder / "test.jsonl"
        self.train.write_bytes(corpus("train", 4000, self.random))
        self.test.write_bytes(corpus("test", 2000, self.random))
        started = time.monotonic()
        self.whole = self.reference("42")
        self.seconds = time.monotonic() - started
        self.other = self.reference("7")
        self.results = collections.Counter()

    def command(self, output, *more):
        return [self.program, "analyze", str(self.train), str(self.test), "--output", str(output), "--force", "--quiet", *more]

    def reference(self, seed):
        output = self.folder / f"reference-{seed}"
        subprocess.run(self.command(output, "--seed", seed), check=True)
        return self.files(output)

    @staticmethod
    def files(output):
        """Final names and their bytes; but for timings.json, which differs from run to run."""
        if not output.is_dir():
            return {}
        return {
            path.name: path.read_bytes() if path.name != "timings.json" else b""
            for path in output.iterdir() if not path.name.startswith(".")
        }

    def check(self, output, *allowed):
        """Each file is that of a whole run."""
        found = self.files(output)
        for name, content in found.items():
            require(any(content == whole.get(name) for whole in allowed), f"{name} is not what a whole run writes")
            if name == "timings.json":
                json.loads((output / name).read_bytes())
        return found

    def check_next(self, output):
        done = subprocess.run(self.command(output), capture_output=True)
        require(done.returncode == 0, f"the next run ended with {done.returncode}: {done.stderr!r}")
        require(self.files(output) == self.whole, "the next run wrote something else")

    def check_error(self, status, errors, *needles):
        require(status == 2, f"status {status}, expected 2: {errors!r}")
        require(errors.count(b"\n") == 1 and b"error: " in errors, f"not one line of an error: {errors!r}")
        require(any(needle in errors for needle in needles), f"expected one of {needles} in {errors!r}")

    def start(self, output, *more, **options):
        return subprocess.Popen(
            self.command(output, *more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **options)

    def moment(self, share):
        """Waits for a share of a run's time; the last part, when files are written, is hit more often than its length."""
        time.sleep(self.seconds * share)


def hidden(output):
    return [path.name for path in output.iterdir() if path.name.startswith(".")] if output.is_dir() else []


def kill(bench, count=20):
    """kill -9 at random moments, half of them over the results of an earlier run."""
    for number in range(count):
        output = bench.folder / f"kill-{number}"
        if number % 2:
            shutil.copytree(bench.folder / "reference-7", output)
        process = bench.start(output)
        bench.moment(bench.random.uniform(0.05, 1.05) if number % 4 < 2 else bench.random.uniform(0.8, 1.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = bench.check(output, bench.whole, bench.other if number % 2 else {})
        if number % 2:
            require(len(found) == len(bench.other), "a file of the earlier run is gone")
        killed = "killed, " + ("results whole" if found else "no results")
        bench.results["ran to its end" if process.returncode == 0 else killed] += 1
        bench.check_next(output)
        left = [name for name in hidden(output) if ".before." not in name]
        require(not left, f"the next run leaves hidden files: {left}")
    return count


def kill_fit(bench, count=10):
    """kill -9 at random moments of `fit`, over an earlier model: the model is the earlier one or the new one"""
    model = bench.folder / "killed.model"

    def fit(seed, **options):
        command = [bench.program, "fit", str(bench.train), str(bench.test), "--model", str(model), "--force", "--quiet",
                   "--seed", seed]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    whole = {}
    for seed in ("7", "42"):
        started = time.monotonic()
        process = fit(seed)
        _, errors = process.communicate()
        require(process.returncode == 0, f"fit failed: {errors!r}")
        seconds, whole[seed] = time.monotonic() - started, model.read_bytes()
    for number in range(count):
        before = model.read_bytes()
        process = fit("7" if before == whole["42"] else "42")
        time.sleep(seconds * bench.random.uniform(0.3, 1.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        require(model.read_bytes() in whole.values(), "the model is neither the earlier one nor the new one")
        bench.results["the earlier model" if model.read_bytes() == before else "the new model"] += 1
    return count


def kill_score(bench, count=20):
    """kill -9, SIGINT and SIGTERM at random moments of `score`: what was written is the start of what a whole run writes"""
    model = bench.folder / "score.model"
    subprocess.run([bench.program, "fit", str(bench.train), str(bench.test), "--model", str(model), "--quiet"], check=True)
    pool = bench.folder / "pool.jsonl"
    pool.write_bytes(b"".join(corpus("train", 4000, bench.random) for _ in range(15)))
    command = [bench.program, "score", "--model", str(model), str(pool), "--quiet"]
    started = time.monotonic()
    whole = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    seconds = time.monotonic() - started
    for number in range(count):
        output = bench.folder / "scored.jsonl"
        with open(output, "wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=subprocess.PIPE)
            time.sleep(seconds * bench.random.uniform(0.05, 1.05))
            sent = [signal.SIGKILL, signal.SIGINT, signal.SIGTERM][number % 3]
            process.send_signal(sent)
            process.communicate()
        written = output.read_bytes()
        require(sent == signal.SIGKILL or not written or written.endswith(b"\n"), "an interrupt cut a row in two")
        require(whole.startswith(written), "something else than a whole run writes")
        require(process.returncode != 0 or written == whole, "status 0 without all rows")
        bench.results["all rows" if written == whole else "a part of the rows" if written else "no row"] += 1
    return count


def interrupt(bench, count=20):
    """SIGINT, SIGTERM and SIGHUP at random moments: nothing stays behind, hidden files neither."""
    for number in range(count):
        output = bench.folder / f"interrupt-{number}"
        process = bench.start(output)
        bench.moment(bench.random.uniform(0.05, 1.05))
        sent = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP][number % 3]
        process.send_signal(sent)
        _, errors = process.communicate()
        found = bench.check(output, bench.whole)
        require(not hidden(output), f"hidden files stay: {hidden(output)}")
        require(not found or found == bench.whole, "some files only")
        if process.returncode == 2:
            bench.check_error(2, errors, b"stopped")
        else:
            require(process.returncode in (0, -sent), f"status {process.returncode}: {errors!r}")
        bench.results["ended, results whole" if found else "ended, no results"] += 1
        bench.check_next(output)
    return count


@contextlib.contextmanager
def disk(folder, size):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def full_disk(bench):
    """A disk that fills up at each twentieth of what is written."""
    if os.geteuid() != 0:
        return 0
    need = sum(path.stat().st_size for path in (bench.folder / "reference-42").iterdir()) // 1024
    count = 20
    for number in range(count):
        # From nothing at all to just too little.
        with disk(bench.folder / f"disk-{number}", max(8, need * number // count)) as folder:
            output = folder / "out"
            done = subprocess.run(bench.command(output), capture_output=True)
            bench.check_error(done.returncode, done.stderr, b"No space left on device")
            require(not output.exists(), f"something is left: {os.listdir(output) if output.exists() else ''}")
        bench.results["refused, nothing left"] += 1
    # The results of an earlier run stay as they are.
    with disk(bench.folder / "disk-old", need + 64) as folder:
        output = folder / "out"
        shutil.copytree(bench.folder / "reference-7", output)
        done = subprocess.run(bench.command(output), capture_output=True)
        bench.check_error(done.returncode, done.stderr, b"No space left on device")
        require(bench.files(output) == bench.other and not hidden(output), "the earlier results are not what they were")
    bench.results["refused, earlier results kept"] += 1
    return count + 1


def full_scratch(bench):
    """A pipe of more than memory should hold, and no room for the scratch file; and a standard output that is full."""
    count = 0
    if os.geteuid() == 0:
        with disk(bench.folder / "scratch", 1024) as folder:
            script = ('yes \'{"text": "a row of some words, again and again"}\' | head -n 2000000 | '
                      f'"$0" analyze - {bench.test} --fit-memory 32MiB')
            done = subprocess.run(
                ["sh", "-c", script, bench.program], capture_output=True, env={**os.environ, "TMPDIR": str(folder)})
            bench.check_error(done.returncode, done.stderr, b"No space left on device")
            require(not list(folder.iterdir()), "a scratch file stays")
            count += 1
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [bench.program, "analyze", str(bench.train), str(bench.test), "--language", "en"],
            stdout=full, stderr=subprocess.PIPE)
    errors = done.stderr.split(b"\n", 1)[1] if done.stderr.startswith(b"note") else done.stderr
    bench.check_error(done.returncode, errors, b"No space left")
    bench.results["refused"] += count + 1
    return count + 1


def read_error(bench):
    """Inputs that cannot be read: a device error, a folder, a name that leads nowhere or in a circle, a closed standard
    input."""
    circle = bench.folder / "circle"
    circle.symlink_to(circle)
    dangling = bench.folder / "dangling"
    dangling.symlink_to(bench.folder / "nowhere")
    cases = [
        ("/proc/self/mem", b"Input/output error"), (str(bench.folder), b"this is a folder"), (str(circle), b"symbolic links"),
        (str(dangling), b"no such file"), ("-", b"Bad file descriptor"), ("/proc/self/mem/x", b"Not a directory"),
        ("x" * 300, b"File name too long"),
    ]
    for path, message in cases:
        output = bench.folder / "unread"
        script = '"$0" analyze "$1" "$2" --output "$3"' + (" <&-" if path == "-" else "")
        done = subprocess.run(["sh", "-c", script, bench.program, path, str(bench.test), str(output)], capture_output=True)
        bench.check_error(done.returncode, done.stderr, message)
        require(not output.exists(), "something is left")
        bench.results["refused"] += 1
    return len(cases)


def changing_input(bench, count=20):
    """An input that grows, shrinks, goes away or is replaced while it is read."""
    for number in range(count):
        output = bench.folder / f"changing-{number}"
        own = bench.folder / f"changing-{number}.jsonl"
        own.write_bytes(bench.train.read_bytes())
        command = [argument if argument != str(bench.train) else str(own) for argument in bench.command(output)]
        # A fit on fewer rows than there are reads the file three times.
        command += ["--fit-rows", "1000"] if number % 8 < 4 else []
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        bench.moment(bench.random.uniform(0, 0.9))
        change = number % 4
        if change == 0:
            with open(own, "ab") as file:
                file.write(corpus("train", 500, bench.random))
        elif change == 1:
            os.truncate(own, own.stat().st_size // 2 + 7)
        elif change == 2:
            own.unlink()
        else:
            os.truncate(own, 0)
        _, errors = process.communicate()
        if process.returncode == 0:
            lines = (output / "train.weighted.jsonl").read_bytes().count(b"\n")
            require(lines in (4000, 4500) or change in (1, 3), f"{lines} rows of weights")
            for name, content in bench.files(output).items():
                require(content or name in ("timings.json",), f"{name} is empty")
        else:
            bench.check_error(
                process.returncode, errors, b"changed while it was being read", b"no such file", b"cut off",
                b"holds no records", b"is not closed")
            require(not output.exists(), "something is left")
        bench.results["done" if process.returncode == 0 else "refused, nothing left"] += 1
    return count


def lost_folder(bench, count=12):
    """The output folder is removed, or replaced by a file, while the program works."""
    for number in range(count):
        output = bench.folder / f"lost-{number}"
        process = bench.start(output)
        bench.moment(bench.random.uniform(0.1, 1))
        shutil.rmtree(output, ignore_errors=True)
        if number % 2:
            with contextlib.suppress(OSError):
                output.write_bytes(b"in the way")
        _, errors = process.communicate()
        if process.returncode != 0:
            bench.check_error(process.returncode, errors, b"cannot be written", b"cannot be made")
        bench.results["done" if process.returncode == 0 else "refused"] += 1
        if output.is_file():
            output.unlink()
        else:
            bench.check(output, bench.whole)
        bench.check_next(output)
    return count


def little_memory(bench):
    """Less address space than a run needs, from what the program itself needs upwards."""
    count = 0
    for limit in range(100_000, 400_000, 10_000):
        output = bench.folder / f"memory-{limit}"
        script = f'ulimit -v {limit}; exec "$0" "$@"'
        done = subprocess.run(["sh", "-c", script, *bench.command(output)], capture_output=True)
        if done.returncode == 127 or b"shared librar" in done.stderr:
            continue  # Too little to start at all.
        count += 1
        if done.returncode == 0:
            require(bench.files(output) == bench.whole, "other results with little memory")
        else:
            bench.check_error(done.returncode, done.stderr, b"out of memory", b"Cannot allocate memory")
            require(not bench.files(output), "something is left")
        bench.results["done" if done.returncode == 0 else "refused"] += 1
        bench.check_next(output)
    return count


def lost_reader(bench):
    """The reader of standard output goes away."""
    script = '"$0" analyze "$1" "$2" 2>/dev/null | head -c 1 >/dev/null; "$0" analyze "$1" "$2" 2>&1 >&-'
    done = subprocess.run(
        ["bash", "-c", "set -o pipefail; " + script, bench.program, str(bench.train), str(bench.test)], capture_output=True)
    require(b"Backtrac" not in done.stdout + done.stderr, "a crash")
    bench.results["ended quietly"] += 1
    return 1


CASES = [kill, kill_fit, kill_score, interrupt, full_disk, full_scratch, read_error, changing_input, lost_folder, little_memory,
         lost_reader]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("textshift")
    arguments.add_argument("--case", choices=[case.__name__ for case in CASES], action="append")
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    failed = False
    with tempfile.TemporaryDirectory(prefix="textshift-faults-") as folder:
        bench = Bench(chosen.textshift, pathlib.Path(folder), chosen.seed)
        print("| fault | times | what happened |\n|---|---|---|", flush=True)
        for case in CASES:
            if chosen.case and case.__name__ not in chosen.case:
                continue
            bench.results.clear()
            try:
                count = case(bench)
                what = "; ".join(f"{result}: {times}" for result, times in bench.results.items()) or "not tried: needs root"
            except Failure as failure:
                failed, count, what = True, "?", f"**FAILED**: {failure}"
            print(f"| {' '.join(case.__doc__.split()).rstrip('.')} | {count} | {what} |", flush=True)
    sys.exit(failed)


main()
