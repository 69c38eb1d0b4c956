"""Puts the program into the wheel, with its manual page, completions and the licences of all that is linked in."""

import pathlib
import platform
import re
import subprocess
import sys

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ELSEWHERE = (
    "textshift runs on Linux with glibc 2.31 or later (x86_64): there is no build for {system}; "
    "use a Linux machine, WSL2, or a container such as python:3.12."
)


class ProgramHook(BuildHookInterface):
    """A wheel for every Python on one kind of machine: the program is no extension module."""

    def initialize(self, version, build_data):
        system = f"{platform.system()} {platform.machine()}"
        if sys.platform != "linux" or platform.machine() != "x86_64" or platform.libc_ver()[0] != "glibc":
            self.app.abort(ELSEWHERE.format(system=system))
        root = pathlib.Path(self.root)
        prefix = root / ".build-portable" / "prefix"
        if subprocess.run(["sh", "dev", "install", "--prefix", str(prefix)], cwd=root).returncode:
            self.app.abort("textshift could not be built: what is printed above says what is missing.")
        program = prefix / "bin" / "textshift"
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-manylinux_2_{oldest_glibc(program)}_x86_64"
        build_data["shared_scripts"][str(program)] = "textshift"
        for path in (prefix / "share").rglob("*"):
            if path.is_file():
                build_data["shared_data"][str(path)] = str(path.relative_to(prefix))


def oldest_glibc(program):
    """The minor version of the oldest glibc that has all symbols of the program, and 31 at least: what is tested."""
    needed = re.findall(rb"GLIBC_2\.(\d+)\b", program.read_bytes())
    return max(31, *map(int, needed))
