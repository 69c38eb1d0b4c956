"""Run a command and print, as JSON, its exit status, its wall seconds and its peak of resident memory in MiB.

usage: launch.py COMMAND ...     (its standard output goes nowhere)

A process of its own, and a small one: until a child executes its program it counts the memory of the process that started it.
"""
import os
import sys
import time

if __name__ == "__main__":
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.monotonic()
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
    _, status, used = os.wait4(child, 0)
    seconds = time.monotonic() - start
    unit = 1024 ** 2 if sys.platform == "darwin" else 1024
    found = os.waitstatus_to_exitcode(status), seconds, used.ru_maxrss / unit
    print('{"status": %d, "seconds": %f, "mebibytes": %f}' % found)
