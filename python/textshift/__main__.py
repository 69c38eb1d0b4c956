"""``python -m textshift``: the program itself."""

from __future__ import annotations

import os
import sys

from ._program import executable


def main() -> None:
    """Becomes the program, with the same arguments."""
    try:
        path = executable()
    except FileNotFoundError as error:
        sys.exit(f"textshift: {error}")
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    main()
