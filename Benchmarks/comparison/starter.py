"""Starts a program and writes what it took into a file.

    python -I -S starter.py FIGURES PROGRAM [ARGUMENT …]

A process of its own, since Linux counts the memory of a program's parent as the program's own peak
(`setmax_mm_hiwater_rss` in fs/exec.c). This one stays small, at some 10 MiB: no program is measured
below that.
"""

import json
import os
import sys
import time

figures, command = sys.argv[1], sys.argv[2:]
start = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start
with open(figures, "w") as file:
    json.dump({
        "status": os.waitstatus_to_exitcode(status),
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": wall,
        "memory": usage.ru_maxrss / 1024,
    }, file)
