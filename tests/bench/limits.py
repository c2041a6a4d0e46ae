"""What this machine can do at most: the yardstick for how far from the hardware's limit a program is."""

import os
import re
import subprocess
import time

MIB = 1 << 20


def openssl_rate(seconds, *arguments):
    """Bytes a second of an algorithm on one core, in blocks of 1 MiB, by `openssl speed`."""
    text = subprocess.run(["openssl", "speed", "-seconds", str(seconds), "-bytes", str(MIB), "-mr", *arguments],
                          capture_output=True, text=True, check=True).stdout
    return float(re.findall(r"^\+F:\d+:[^:]+:([0-9.]+)$", text, re.MULTILINE)[-1])


def timed(argv):
    begin = time.monotonic()
    subprocess.run(argv, check=True, capture_output=True)
    return time.monotonic() - begin


def measure(folder, source, short):
    """Rates in bytes a second. `source`: an incompressible file, warm in the page cache."""
    seconds = 1 if short else 3
    aes = openssl_rate(seconds, "-evp", "aes-256-ctr")
    sha = openssl_rate(seconds, "-evp", "sha256")
    # `openssl speed` has no Poly1305 alone: it is what ChaCha20-Poly1305 takes beyond ChaCha20.
    both = openssl_rate(seconds, "-evp", "chacha20-poly1305")
    chacha = openssl_rate(seconds, "-evp", "chacha20")
    poly = 1 / (1 / both - 1 / chacha) if both < chacha else float("inf")

    size = os.path.getsize(source)
    copy = os.path.join(folder, "limit.raw")
    os.sync()
    write = size / timed(["dd", f"if={source}", f"of={copy}", "bs=1M", "conv=fsync"])
    cached = size / timed(["dd", f"if={copy}", "of=/dev/null", "bs=1M"])
    rates = {"cores": os.cpu_count(), "aes-256-ctr": aes, "sha-256": sha, "poly1305": poly, "write and fsync": write,
             "read, page cache": cached}
    try:
        rates["read, direct"] = size / timed(["dd", f"if={copy}", "of=/dev/null", "bs=4M", "iflag=direct"])
    except subprocess.CalledProcessError:
        pass  # a file system without direct reading, such as tmpfs
    os.remove(copy)
    return rates


def floors(rates, data):
    """Seconds that `data` bytes take at least: {"cpu": the cryptography on all cores, "disk": writing it down}."""
    per_byte = 1 / rates["sha-256"] + 1 / rates["aes-256-ctr"] + 1 / rates["poly1305"]
    return {"cpu": data * per_byte / rates["cores"], "disk": data / rates["write and fsync"]}
