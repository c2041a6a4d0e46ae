#!/usr/bin/env python3
"""Breaks each promise of promises.json on purpose, and sees whether its test notices.

    tests/promises/break-them.py FOLDER [NAME...]

FOLDER gets a copy of the sources and a build of it (some GB; the compiler's cache makes the second time quick). NAMEs
choose promises; without them all are broken, one after the other. Each test must pass before, and fail after, the
change, at the function that is named. Takes about a minute for each. Exit code 0: every broken promise was noticed.
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROMISES = json.loads((ROOT / "tests/promises/promises.json").read_text())
# What a test needs beside what its target depends on; the services are started by ctest's fixtures.
ALSO = {"tst_hardening": ["sealift-desktop"], "tst_nbd_helper": ["sandbox_probe"]}


def run(*command, log, **options):
    with open(log, "ab") as file:
        return subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False, **options).returncode == 0


def copy_sources(tree):
    """What Git knows, as it is now; what has not changed keeps its time, so that it is not built again."""
    names = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True).stdout
    for name in names.decode().split("\0"):
        source, target = ROOT / name, tree / name
        if not name or not source.is_file():
            continue
        content = source.read_bytes()
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod(source.stat().st_mode & 0o777)


def configure(tree, build, log):
    prefix = subprocess.run([tree / "app/setup.sh", "--prefix"], capture_output=True, check=True, text=True).stdout.strip()
    return run("cmake", "-S", tree, "--preset", "dev", "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}",
               log=log, cwd=tree)


class Trial:
    def __init__(self, promise, tree, build, log):
        self.promise, self.build, self.log = promise, build, log
        self.program, self.function = promise["test"].split("::")
        self.file = tree / promise["file"]

    def builds(self):
        targets = [self.program, *ALSO.get(self.program, [])]
        return run("cmake", "--build", self.build, "--parallel", str(os.cpu_count()), "--target", *targets,
                   log=self.log)

    def test(self):
        """Whether it passes, and what it said."""
        ended = subprocess.run(["ctest", "--test-dir", self.build, "-R", f"^{self.program}$", "-V"],
                               capture_output=True, check=False)
        with open(self.log, "ab") as file:
            file.write(ended.stdout + ended.stderr)
        return ended.returncode == 0, ended.stdout.decode(errors="replace")

    def outcome(self):
        if not self.builds():
            return "does not build unbroken"
        passes, _ = self.test()
        if not passes:
            return "fails unbroken"
        whole = self.file.read_text()
        before, after = "\n".join(self.promise["replace"]), "\n".join(self.promise["by"])
        if whole.count(before) != 1:
            return "is not there to be broken"
        try:
            self.file.write_text(whole.replace(before, after))
            if not self.builds():
                return "does not build broken"
            passes, said = self.test()
        finally:
            self.file.write_text(whole)
        if passes:
            return "NOT NOTICED"
        failures = [line for line in said.splitlines() if "FAIL!" in line]
        noticed = any(f"::{self.function}(" in line for line in failures)
        return "noticed" if noticed else "noticed, but elsewhere"


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__)
        return 2
    folder = pathlib.Path(sys.argv[1]).resolve()
    tree, build, log = folder / "tree", folder / "build", folder / "log"
    tree.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("CCACHE_BASEDIR", str(tree))
    os.environ.setdefault("CCACHE_NOHASHDIR", "1")
    copy_sources(tree)
    if not configure(tree, build, log):
        print(f"cannot be configured: see {log}")
        return 1
    chosen = [promise for promise in PROMISES if not sys.argv[2:] or promise["name"] in sys.argv[2:]]
    bad = 0
    for promise in chosen:
        outcome = Trial(promise, tree, build, log).outcome()
        bad += outcome != "noticed"
        print(f"{promise['name']:34} {promise['test']:60} {outcome}", flush=True)
    return 1 if bad or not chosen else 0


sys.exit(main())
