"""The program as the wheel installs it: what it needs, what it writes, where it runs.

`./dev test-wheel` sets TEXTSHIFT_INSTALLED (an environment with the wheel), TEXTSHIFT_BUILT (the program of `./dev build`) and
TEXTSHIFT_PARTS (what the portable program was linked with).
"""

import filecmp
import os
import pathlib
import resource
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parents[2]
INSTALLED = pathlib.Path(os.environ["TEXTSHIFT_INSTALLED"]).resolve()
PROGRAM = INSTALLED / "bin" / "textshift"
BUILT = pathlib.Path(os.environ["TEXTSHIFT_BUILT"]).resolve()
PARTS = pathlib.Path(os.environ["TEXTSHIFT_PARTS"]).resolve()
TRAIN, TEST = ROOT / "corpora" / "train.jsonl", ROOT / "corpora" / "test.jsonl"


def run(*command, **options):
    """Runs a command in an empty environment."""
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, env=options.pop("env", {}), **options)


def analyze(folder, *command, **options):
    """The files of an analysis of corpora/, by a command that stands for the program."""
    done = run(*command, "analyze", TRAIN, TEST, "--output", folder, **options)
    assert done.returncode == 0, done.stderr
    return folder


def assert_same(one, other):
    """All files of two analyses have the same bytes, but for how long each stage took."""
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir()) and len(names) > 7
    for name in names:
        assert name == "timings.json" or filecmp.cmp(one / name, other / name, shallow=False), f"{name} differs"


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return analyze(tmp_path_factory.mktemp("expected") / "out", PROGRAM)


def test_needs_the_c_library_alone():
    dynamic = subprocess.run(["readelf", "-dW", PROGRAM], capture_output=True, text=True, check=True).stdout
    needed = {line.split("[")[1].rstrip("]") for line in dynamic.splitlines() if "(NEEDED)" in line}
    # The last three are glibc's as well, and empty from 2.34 on.
    assert needed <= {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2", "libpthread.so.0", "libdl.so.2"}


def test_is_small():
    assert PROGRAM.stat().st_size < 45e6
    (wheel,) = (ROOT / "dist").glob("*.whl")
    assert wheel.stat().st_size < 20e6
    assert int(wheel.name.split("manylinux_2_")[1].split("_")[0]) <= 35


def test_is_found_from_python():
    python = INSTALLED / "bin" / "python"
    asked = run(python, "-c", "import textshift; print(textshift.executable(), textshift.__version__)")
    assert asked.stdout.split()[0] == str(PROGRAM), asked.stderr
    for command in ([PROGRAM], [python, "-m", "textshift"]):
        assert run(*command, "--version").stdout.startswith(f"textshift {asked.stdout.split()[1]} (")
    done = run(python, "-m", "textshift", "analyze", "nowhere.jsonl", "nowhere.jsonl")
    assert done.returncode == 2 and "there is no such file" in done.stderr


def test_brings_its_manual_and_licences():
    share = INSTALLED / "share"
    assert (share / "man/man1/textshift.1").read_text().startswith('."') or ".Nm" in (share / "man/man1/textshift.1").read_text()
    assert "textshift" in (share / "bash-completion/completions/textshift").read_text()
    licences = {path.name for path in (share / "doc/textshift/licenses").iterdir()}
    assert {"textshift", "swift", "simdjson", "musl", "libicu-dev", "libxxhash-dev", "zlib1g-dev"} <= licences


def test_writes_what_the_development_build_writes(tmp_path, expected):
    assert_same(expected, analyze(tmp_path / "out", BUILT))


@pytest.mark.parametrize("hidden", ["-AVX512F,-AVX512VL,-AVX512BW,-AVX512DQ,-AVX512CD", "-AVX2,-AVX512F", "-FMA,-FMA4,-AVX2,-AVX,-AVX512F"])
def test_every_processor_writes_the_same(tmp_path, expected, hidden):
    names = ",".join(f"{name}_Usable" for name in hidden.split(","))
    # With glibc's names of 2.33 and later, and those before.
    for tunable in (hidden, names):
        folder = analyze(tmp_path / tunable, PROGRAM, env={"GLIBC_TUNABLES": f"glibc.cpu.hwcaps={tunable}"})
        assert_same(expected, folder)


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_change_nothing(tmp_path, expected, threads):
    done = run(PROGRAM, "analyze", TRAIN, TEST, "--output", tmp_path / "out", "--threads", threads)
    assert done.returncode == 0
    assert_same(expected, tmp_path / "out")


def test_one_processor(tmp_path, expected):
    one = min(os.sched_getaffinity(0))
    assert_same(expected, analyze(tmp_path / "out", PROGRAM, preexec_fn=lambda: os.sched_setaffinity(0, {one}), timeout=120))


def test_no_thread_to_be_had(tmp_path, expected):
    if os.getuid() == 0:
        # The limit does not hold for root.
        user = 61234
        os.chmod(tmp_path, 0o777)
        for path in [tmp_path, *tmp_path.parents]:
            if not path.stat().st_mode & 0o001:
                os.chmod(path, path.stat().st_mode | 0o011)
    else:
        user = None

    def limit():
        if user:
            os.setgid(user)
            os.setuid(user)
        resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))

    copy = tmp_path / "textshift"
    copy.write_bytes(PROGRAM.read_bytes())
    copy.chmod(0o755)
    for source in (TRAIN, TEST):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    done = run(copy, "analyze", "train.jsonl", "test.jsonl", "--output", "out", "--threads", 4, cwd=tmp_path, preexec_fn=limit, timeout=120)
    assert done.returncode == 0, done.stderr
    for name in ("train.weighted.jsonl", "test.scored.jsonl", "validation.jsonl", "model.textshift"):
        assert filecmp.cmp(expected / name, tmp_path / "out" / name, shallow=False), name


@pytest.mark.parametrize("release", ["bullseye", "trixie"])
def test_other_c_libraries(tmp_path, expected, release):
    """Debian 11 and 13, by their own loader: glibc 2.31 and 2.41."""
    root = PARTS / "root" if release == "bullseye" else PARTS / release
    if not root.is_dir():
        packages = ["libc6", "libgcc-s1"]
        done = subprocess.run(["sh", ROOT / "Packaging/debian.sh", release, root, *packages], capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"the libraries of Debian's {release} cannot be had here")
    libraries = [path for path in (root / "lib/x86_64-linux-gnu", root / "usr/lib/x86_64-linux-gnu") if path.is_dir()]
    (loader, *_) = [path for folder in libraries for path in folder.glob("ld-linux-x86-64.so.2")]
    command = [loader.resolve(), "--library-path", ":".join(map(str, libraries)), PROGRAM]
    assert run(*command, "--version").stdout == run(PROGRAM, "--version").stdout
    assert_same(expected, analyze(tmp_path / "out", *command))


def test_icu_has_what_is_used(tmp_path):
    """Words in thirty scripts and of corpora/, all converters by all names, and guesses of encodings: as with all of ICU's data."""
    source = ROOT / "Tests/Packaging/icu_facts.c"
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    subprocess.run(["cc", "-O1", source, "-o", whole, "-licui18n", "-licuuc"], check=True)
    symbol, *_ = (PARTS / "settings").read_text().split()
    data = tmp_path / "data.S"
    data.write_text(
        f'.section .rodata\n.globl {symbol}\n.balign 16\n{symbol}: .incbin "{PARTS / "icu.dat"}"\n.section .note.GNU-stack,"",@progbits\n')
    archives = [PARTS / "lib/libicui18n.a", PARTS / "lib/libicuuc.a"]
    subprocess.run(["cc", "-O1", source, data, *archives, "-lstdc++", "-lm", "-lpthread", "-ldl", "-o", cut], check=True)
    texts = [ROOT / "Tests/Packaging/scripts.txt", *sorted((ROOT / "corpora").glob("*.jsonl"))]
    facts = [run(program, *texts) for program in (whole, cut)]
    assert facts[0].returncode == 0 and facts[1].returncode == 0, facts[1].stdout[-300:]
    assert facts[0].stdout.count("\n") > 20_000 and "\nconverters 2" in facts[0].stdout
    assert facts[0].stdout == facts[1].stdout


def test_a_full_disk_is_answered():
    for arguments in (["--help"], ["analyze", "--help"], ["--version"]):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, env={})
        assert done.returncode == 2 and "No space left" in done.stderr, (arguments, done)


def test_a_limit_on_file_sizes_is_answered(tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    with open(tmp_path / "help", "w") as file:
        done = subprocess.run([PROGRAM, "analyze", "--help"], stdout=file, stderr=subprocess.PIPE, text=True, env={}, preexec_fn=limit)
    assert done.returncode == 2 and "File too large" in done.stderr
    done = run(PROGRAM, "analyze", TRAIN, TEST, "--output", tmp_path / "out", preexec_fn=limit)
    assert done.returncode == 2 and "File too large" in done.stderr
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("system, machine", [("Darwin", "arm64"), ("Windows", "AMD64"), ("Linux", "riscv64")])
def test_elsewhere_the_source_says_where_it_runs(tmp_path, system, machine):
    """pip install of the source distribution where it cannot be built ends with one sentence."""
    pretend = (
        "import platform, sys; platform.system = lambda: sys.argv[1]; platform.machine = lambda: sys.argv[2]\n"
        "from hatchling.build import build_wheel; sys.platform = sys.argv[1].lower(); build_wheel(sys.argv[3])"
    )
    done = run(sys.executable, "-c", pretend, system, machine, tmp_path, cwd=ROOT, env=dict(os.environ))
    assert done.returncode != 0 and "Traceback" not in done.stderr
    (said,) = (done.stdout + done.stderr).strip().splitlines()
    assert f"there is no build for {system} {machine}" in said and "WSL2" in said and not list(tmp_path.iterdir())
