"""Runs the program: rows in through pipes, figures out through memory, events as they come."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import threading
from typing import IO, Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

from ._errors import Error

Event = Mapping[str, Any]
#: Bytes of a pipe, where the system allows it.
_PIPE = 1 << 20


def executable() -> str:
    """The path of the program ``textshift`` that belongs to this package.

    It is that of the environment's own scripts; then ``$TEXTSHIFT`` and the one on the ``PATH``, so that the package also works where it
    was copied without its scripts.

    Returns:
        An absolute path.

    Raises:
        FileNotFoundError: There is none, for example after scripts were moved.

    >>> import subprocess
    >>> subprocess.run([executable(), "--version"], capture_output=True, text=True).stdout.startswith("textshift ")
    True
    """
    folders = [sysconfig.get_path("scripts"), sysconfig.get_path("scripts", _user_scheme()), os.path.dirname(sys.executable)]
    # With `pip install --target FOLDER` the scripts are in FOLDER/bin.
    folders.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin"))
    for folder in folders:
        path = os.path.join(folder, "textshift")
        if _is_program(path):
            return os.path.abspath(path)
    for found in (os.environ.get("TEXTSHIFT"), shutil.which("textshift")):
        if found and _is_program(found):
            return os.path.abspath(found)
    raise FileNotFoundError(f"the program textshift is in none of {', '.join(folders)}: pip install --force-reinstall textshift")


def _user_scheme() -> str:
    return sysconfig.get_preferred_scheme("user") if sys.version_info >= (3, 10) else "posix_user"


def _is_program(path: str) -> bool:
    # Not a script of the same name.
    if not os.path.isfile(path) or not os.access(path, os.X_OK):
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


class Run:
    """One call of the program.

    It works in an empty folder of its own, in which what it reads has names: ``train`` and ``test`` are links to pipes, and so on. So
    its messages name what the caller knows, and nothing of the corpus is in a file.

    >>> with Run() as run:
    ...     name = run.feed("train.txt", [b"one\\n", b"two\\n"])
    ...     printed, status = run.start(["peek", name]).finish()
    >>> printed.decode().startswith("train.txt"), status
    (True, 0)
    """

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="textshift-")
        self._passed: List[int] = []
        self._pipes: List[int] = []
        self._own: List[int] = []
        self._feeds: List[Tuple[int, Iterable[bytes]]] = []
        self._threads: List[threading.Thread] = []
        self._failures: List[BaseException] = []
        self._outputs: Dict[str, int] = {}
        self._process: Optional["subprocess.Popen[bytes]"] = None
        self._errors: Optional[IO[bytes]] = None
        self._events: Optional[int] = None
        self._said: Optional[Event] = None

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def feed(self, name: str, chunks: Iterable[bytes]) -> str:
        """What the program reads under a name, through a pipe; it is made while the program reads."""
        reading, writing = os.pipe()
        with contextlib.suppress(OSError):
            fcntl.fcntl(writing, getattr(fcntl, "F_SETPIPE_SZ", 1031), _PIPE)
        self._pipes.append(reading)
        self._feeds.append((writing, chunks))
        os.symlink(f"/dev/fd/{reading}", os.path.join(self._folder, name))
        return name

    def give(self, name: str, content: bytes) -> str:
        """What the program reads under a name as often as it likes; in memory."""
        descriptor = self._memory(name)
        with open(descriptor, "wb", closefd=False) as file:
            file.write(content)
        os.symlink(f"/dev/fd/{descriptor}", os.path.join(self._folder, name))
        return name

    def take(self, name: str) -> str:
        """A place that the program writes to; :meth:`taken` has what it wrote."""
        self._outputs[name] = self._memory(name)
        return f"/dev/fd/{self._outputs[name]}"

    def taken(self, name: str) -> IO[bytes]:
        """What the program wrote to a place, from its start."""
        file = open(self._outputs[name], "rb", closefd=False)
        file.seek(0)
        return file

    def _memory(self, name: str) -> int:
        # Python knows memfd_create from 3.8 on, if it was built with it.
        if hasattr(os, "memfd_create"):
            descriptor = os.memfd_create(f"textshift-{name}")
        else:
            memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
            descriptor, path = tempfile.mkstemp(prefix="textshift-", dir=memory)
            os.unlink(path)
        self._passed.append(descriptor)
        return descriptor

    def start(self, arguments: Sequence[str], environment: Optional[Mapping[str, str]] = None) -> "Run":
        """Starts the program; what it reads is written by threads."""
        reading, writing = os.pipe()
        self._events = reading
        self._own.append(reading)
        self._errors = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                [executable(), *arguments, "--events", str(writing)] if arguments[0] in _WITH_EVENTS else [executable(), *arguments],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._errors, cwd=self._folder,
                pass_fds=[*self._passed, *self._pipes, writing], env={**os.environ, **(environment or {})},
            )
        finally:
            # The program alone reads: when it ends, writing fails, and does not wait.
            for descriptor in [writing, *self._pipes]:
                os.close(descriptor)
            self._pipes = []
        for descriptor, chunks in self._feeds:
            thread = threading.Thread(target=self._write, args=(descriptor, chunks), daemon=True)
            self._threads.append(thread)
            thread.start()
        self._feeds = []
        return self

    def _write(self, descriptor: int, chunks: Iterable[bytes]) -> None:
        try:
            with open(descriptor, "wb", buffering=0) as file:
                for chunk in chunks:
                    rest = memoryview(chunk)
                    while rest:
                        rest = rest[file.write(rest):]
        except BrokenPipeError:
            pass  # The program has said why.
        except BaseException as error:  # noqa: B902 - handed to the thread that waits
            self._failures.append(error)
            self._stop()

    def events(self) -> Iterator[Event]:
        """What the program reports, until it ends."""
        if self._events is None:
            return
        self._own.remove(self._events)
        with open(self._events, "rb") as file:
            self._events = None
            for line in file:
                event = json.loads(line)
                if event["event"] == "error":
                    self._said = event
                yield event

    def finish(self, show: Optional[Callable[[Event], None]] = None) -> Tuple[bytes, int]:
        """Waits for the end.

        Returns:
            What the program printed, and its exit status: 0, or 1 for a gate that failed.

        Raises:
            Error: The program refused; what a feed raised.
        """
        process, errors = self._process, self._errors
        assert process is not None and process.stdout is not None and errors is not None
        printed: List[bytes] = []
        reader = threading.Thread(target=lambda: printed.append(process.stdout.read()), daemon=True)  # type: ignore[union-attr]
        reader.start()
        for event in self.events():
            if show:
                show(event)
        reader.join()
        status = process.wait()
        if self._failures:
            raise self._failures[0]
        if status not in (0, 1):
            errors.seek(0)
            raise _error(self._said, errors.read().decode("utf-8", "replace").strip(), status)
        return b"".join(printed), status

    def said(self) -> str:
        """What is on standard error."""
        assert self._errors is not None
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").strip()

    def _stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.kill()

    def close(self) -> None:
        """Ends the program if it still runs, and frees everything."""
        self._stop()
        if self._process:
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
        for descriptor in self._passed + self._pipes + self._own + [writing for writing, _ in self._feeds]:
            with contextlib.suppress(OSError):
                os.close(descriptor)
        self._passed, self._pipes, self._own, self._feeds = [], [], [], []
        for thread in self._threads:
            thread.join()
        if self._errors:
            self._errors.close()
        shutil.rmtree(self._folder, ignore_errors=True)


#: The verbs that report events.
_WITH_EVENTS = frozenset(["analyze", "estimate", "split", "check", "report", "score"])


def _error(event: Optional[Event], printed: str, status: int) -> Error:
    if event is None:
        return Error(printed or f"the program textshift ended with {status}")
    line, file = event.get("line"), event.get("file")
    row = line - 1 if line is not None and file in ("train", "test", "scores") else None
    return Error(event["text"], kind=event.get("kind"), file=file, line=line, row=row)
