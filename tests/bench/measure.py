"""Runs one program and measures it: wall time, CPU time, peak memory."""

import dataclasses
import os
import signal
import subprocess
import threading
import time


@dataclasses.dataclass
class Measurement:
    """What one run cost. `gave_up`: it was ended at its time limit, and the other numbers are those up to then."""

    wall: float
    cpu: float  # user + system, with the children it waited for
    rss: int  # bytes; the largest single process of the program and the children it waited for
    gave_up: bool = False


class ToolFailed(Exception):
    """A program ended with an error; the message has its last words."""


def run(argv, env=None, limit=None):
    """Runs argv to its end, or to `limit` seconds. Raises ToolFailed unless it succeeds."""
    with subprocess.Popen(argv, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, start_new_session=True) as process:
        # The pipe is drained while the program runs, or a talkative one would stop.
        words = []
        reader = threading.Thread(target=lambda: words.append(process.stderr.read()))
        begin = time.monotonic()
        reader.start()
        gave_up = threading.Event()

        def give_up():
            gave_up.set()
            # The program is its own session: helpers go with it. It is not reaped before the timer is off.
            os.killpg(process.pid, signal.SIGKILL)

        timer = threading.Timer(limit, give_up) if limit else None
        if timer:
            timer.start()
        # WNOWAIT: the process number stays taken until the timer can no longer fire.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = time.monotonic() - begin
        if timer:
            timer.cancel()
            timer.join()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        reader.join()
    if process.returncode != 0 and not gave_up.is_set():
        last = b"".join(words).decode(errors="replace")[-2000:]
        raise ToolFailed(f"{' '.join(argv)}: exit status {process.returncode}\n{last}")
    return Measurement(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, gave_up.is_set())


def data_extents(path):
    """Yields (begin, end) of the stretches of a file that are no holes."""
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        at = 0
        while at < size:
            try:
                at = os.lseek(file.fileno(), at, os.SEEK_DATA)
            except OSError:  # ENXIO: only a hole is left
                return
            end = os.lseek(file.fileno(), at, os.SEEK_HOLE)
            yield at, end
            at = end


def warm(path):
    """Reads all data of a file, or of every file below a folder, so that it is in the page cache."""
    if os.path.isdir(path):
        for folder, _, files in os.walk(path):
            for name in files:
                warm(os.path.join(folder, name))
        return
    with open(path, "rb", buffering=0) as file:
        buffer = bytearray(1 << 20)
        for begin, end in data_extents(path):
            file.seek(begin)
            while begin < end:
                got = file.readinto(buffer)
                if not got:
                    break
                begin += got


def stored_bytes(path):
    """Bytes that a file or folder takes on its file system."""
    if not os.path.isdir(path):
        return os.stat(path).st_blocks * 512
    return sum(stored_bytes(os.path.join(folder, name)) for folder, _, files in os.walk(path) for name in files)


def same_content(first, second):
    """Whether two files hold the same bytes. Looks only where at least one of them is no hole."""
    if os.path.getsize(first) != os.path.getsize(second):
        return False
    with open(first, "rb") as a, open(second, "rb") as b:
        for path in (first, second):
            for begin, end in data_extents(path):
                a.seek(begin)
                b.seek(begin)
                while begin < end:
                    step = min(1 << 20, end - begin)
                    if a.read(step) != b.read(step):
                        return False
                    begin += step
    return True
