"""The fixture of pytest, in a pytest of its own; the notebook; the examples of the docstrings; the types."""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import subprocess
import sys

import pytest

import textshift as ts
from conftest import ROOT


def test_fixture(files, tmp_path):
    (tmp_path / "test_gate.py").write_text(
        f"TRAIN, TEST = {str(files / 'train.jsonl')!r}, {str(files / 'test.jsonl')!r}\n"
        "def test_passes(textshift): assert textshift.check(TRAIN, TEST, max_auc=1.0).verdict == 'shift'\n"
        "def test_fails(textshift): textshift.check(TRAIN, TEST, max_auc=0.51)\n"
        "def test_no_limit(textshift): textshift.check(TRAIN, TEST)\n")
    found = importlib.import_module("importlib.metadata").entry_points()
    own = found.select(group="pytest11") if hasattr(found, "select") else found.get("pytest11", [])
    plugin = [] if any(point.name == "textshift" for point in own) else ["-p", "textshift.pytest_plugin"]
    done = subprocess.run([sys.executable, "-m", "pytest", *plugin, "-q", "-p", "no:cacheprovider", "."], cwd=tmp_path, capture_output=True, text=True)
    assert "2 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "GateError: " in done.stdout and "max-auc" in done.stdout and "give a limit" in done.stdout


@pytest.mark.parametrize("name", sorted(module.name for module in pkgutil.iter_modules(ts.__path__)))
def test_examples_of_docstrings(name):
    if name == "__main__":
        pytest.skip("becomes the program")
    try:
        module = importlib.import_module(f"textshift.{name}")
    except ts.MissingExtra as missing:
        pytest.skip(str(missing))
    assert doctest.testmod(module).failed == 0


def test_examples_of_the_package():
    assert doctest.testmod(ts).failed == 0 and doctest.testmod(ts).attempted >= 4


def test_everything_public_is_documented():
    for name in ts.__all__:
        try:
            own = getattr(ts, name)
        except ts.MissingExtra:
            continue
        assert isinstance(own, str) or own.__doc__, name
    for name, own in vars(ts.Shift).items():
        assert name.startswith("_") or own.__doc__, name


def test_types():
    pytest.importorskip("mypy")
    # The sources, which lie beside the tests: beside an installed package mypy would find everybody's.
    sources = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports", "--cache-dir", os.devnull, "-p", "textshift"],
        cwd=sources, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_version_is_the_programs():
    assert subprocess.run([ts.executable(), "--version"], capture_output=True, text=True).stdout.split()[1] == ts.__version__
