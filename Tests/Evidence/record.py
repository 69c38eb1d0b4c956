"""Recorded runs: figures, and all that they depend on, as runs/DATE-MACHINE.json.

DATE is that of the run and MACHINE says what kind of one it was, never its name: x86_64-2cpu. `compare.py --record` writes one.
A run that is there stays: a second one of the day has .2 behind its name.
"""
import datetime
import importlib.metadata
import json
import os
import pathlib
import platform
import shlex
import sys

import program

RUNS = pathlib.Path(__file__).resolve().with_name("runs")
LIBRARIES = ["numpy", "scipy", "scikit-learn", "jieba", "vowpalwabbit", "fasttext-wheel", "data-selection", "densratio"]
DIGITS = {"wall": 2, "rss": 1}


def processor():
    """The model's name, as the system has it."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def processors():
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def command():
    """The command line from the repository's root; of other paths the last part alone, since the rest is of this machine."""
    script = pathlib.Path(sys.argv[0]).resolve().relative_to(RUNS.parents[2])
    words = [pathlib.Path(word).name if "/" in word else word for word in sys.argv[1:]]
    return shlex.join(["python3", str(script), *words])


def libraries():
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def rounded(figures):
    return {name: round(value, DIGITS.get(name, 4)) for name, value in figures.items() if value == value}


def write(every, textshift):
    """The path of the new file. `every` has the figures by pair and tool; `textshift` is the program, or None."""
    count = processors()
    run = {
        "date": datetime.date.today().isoformat(),
        "textshift": program.version(textshift) if textshift else None,
        "python": platform.python_version(),
        "libraries": libraries(),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": processor(),
        "processors": count,
        "command": command(),
        "rows": [{"pair": pair, "tool": tool, **rounded(figures)}
                 for pair, tools in every.items() for tool, figures in tools.items()],
    }
    RUNS.mkdir(exist_ok=True)
    name = f"{run['date']}-{platform.machine()}-{count}cpu"
    paths = (RUNS / f"{name}{ending}.json" for ending in ["", *(f".{number}" for number in range(2, 1000))])
    path = next(path for path in paths if not path.exists())
    path.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path.relative_to(RUNS.parents[2])
