"""textshift: what shifted between a training and a test corpus, and weights that undo it.

The package brings the program `textshift`; `textshift.executable()` says where it is.
"""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
import sysconfig

__all__ = ["__version__", "executable"]

#: The version of the program, such as "0.1.0".
__version__: str = importlib.metadata.version("textshift")


def executable() -> str:
    """The path of the program ``textshift`` that this package was installed with.

    Raises:
        FileNotFoundError: The installation has no program, for example after its scripts were moved.

    >>> import subprocess
    >>> subprocess.run([executable(), "--version"], capture_output=True, text=True).stdout.startswith("textshift ")
    True
    """
    folders = [sysconfig.get_path("scripts"), sysconfig.get_path("scripts", _user_scheme()), os.path.dirname(sys.executable)]
    # With `pip install --target FOLDER` the scripts are in FOLDER/bin.
    folders.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin"))
    for folder in folders:
        path = os.path.join(folder, "textshift")
        if os.path.isfile(path) and _is_program(path):
            return path
    found = shutil.which("textshift")
    if found and _is_program(found):
        return found
    raise FileNotFoundError(f"the program textshift is in none of {', '.join(folders)}: pip install --force-reinstall textshift")


def _user_scheme() -> str:
    return sysconfig.get_preferred_scheme("user") if sys.version_info >= (3, 10) else "posix_user"


def _is_program(path: str) -> bool:
    # Not a script of the same name.
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF" and os.access(path, os.X_OK)
