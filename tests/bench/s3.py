#!/usr/bin/env python3
"""Measures uploads to an S3 service on this machine over TLS: sealift against aws (unencrypted), rclone (plain and crypt)
and restic, all in one run; or, with --latency, sealift alone over a link with latency and over the same link without. The
service is the gateway of tests/support/rgw.sh. `s3.py --help`."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import uuid

import measure
import slow_link
import tools
import workloads

HERE = os.path.dirname(os.path.abspath(__file__))
GATEWAY = os.path.join(HERE, "..", "support", "rgw.sh")
BUCKET = "bench"


class Place:
    """A fresh folder in the bucket for one run, and what reaches it."""

    def __init__(self, gateway, folder, sealift):
        self.gateway, self.folder, self.sealift = gateway, folder, sealift
        self.name = uuid.uuid4().hex
        self.library = f"s3:{gateway['RGW_HTTPS']}/{BUCKET}/{self.name}"
        self.ca = gateway["RGW_CA"]
        password = os.path.join(folder, "password")
        with open(password, "w", encoding="utf-8") as file:
            file.write(tools.PASSWORD + "\n")
        os.chmod(password, 0o600)
        # Nothing of this machine's own settings: they name other services, or wait for them.
        inherited = {name: value for name, value in os.environ.items() if name != "AWS_CA_BUNDLE"}  # rclone fails over it
        self.env = inherited | {
            "AWS_ACCESS_KEY_ID": gateway["RGW_ACCESS_KEY"], "AWS_SECRET_ACCESS_KEY": gateway["RGW_SECRET_KEY"],
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_CONFIG_FILE": os.devnull, "AWS_EC2_METADATA_DISABLED": "true",
            "SEALIFT_CA_FILE": self.ca, "SEALIFT_LIBRARY": self.library, "SEALIFT_PASSWORD_FILE": password,
            "SEALIFT_STATE": os.path.join(folder, "state"), "SEALIFT_SCRATCH": os.path.join(folder, "scratch"),
            "RESTIC_REPOSITORY": self.library, "RESTIC_PASSWORD_FILE": password,
            "RESTIC_CACHE_DIR": os.path.join(folder, "cache"),
            "RCLONE_CONFIG": os.path.join(folder, "rclone.conf"), "RCLONE_CA_CERT": self.ca,
            "RCLONE_CONFIG_RGW_TYPE": "s3", "RCLONE_CONFIG_RGW_PROVIDER": "Ceph", "RCLONE_CONFIG_RGW_ENV_AUTH": "true",
            "RCLONE_CONFIG_RGW_ENDPOINT": gateway["RGW_HTTPS"], "RCLONE_CONFIG_VAULT_TYPE": "crypt",
            "RCLONE_CONFIG_VAULT_REMOTE": f"rgw:{BUCKET}/{self.name}"}
        with open(self.env["RCLONE_CONFIG"], "w", encoding="utf-8"):
            pass

    def call(self, *argv):
        return subprocess.run(argv, env=self.env, check=True, capture_output=True, text=True).stdout.strip()

    def aws(self, *argv):
        return ["/usr/bin/aws", "--endpoint-url", self.gateway["RGW_HTTPS"], "--ca-bundle", self.ca, *argv]


def sealift(place, source):
    place.call(place.sealift, "library", "init", "--no-recovery-key", place.library)
    return [place.sealift, "import", "--name", "disk", source.image]


def aws(place, source):
    return place.aws("s3", "cp", "--no-progress", source.raw, f"s3://{BUCKET}/{place.name}/disk")


def rclone(place, source):
    return ["rclone", "copyto", source.raw, f"rgw:{BUCKET}/{place.name}/disk"]


def rclone_crypt(place, source):
    place.env["RCLONE_CONFIG_VAULT_PASSWORD"] = place.call("rclone", "obscure", tools.PASSWORD)
    return ["rclone", "copyto", source.raw, "vault:disk"]


def restic(place, source):
    place.call("restic", "--cacert", place.ca, "init")
    return ["restic", "--cacert", place.ca, "backup", source.raw]


TOOLS = {"sealift": sealift, "aws s3 cp (not encrypted)": aws, "rclone (not encrypted)": rclone,
         "rclone crypt": rclone_crypt, "restic": restic}


def one_run(make, source, gateway, folder, program):
    os.makedirs(folder)
    place = Place(gateway, folder, program)
    try:
        command = make(place, source)
        measure.warm(source.image if make is sealift else source.raw)
        os.sync()
        return measure.run(command, place.env, 1800)
    finally:
        subprocess.run(place.aws("s3", "rm", "--recursive", "--quiet", f"s3://{BUCKET}/{place.name}"), env=place.env,
                       check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def against_peers(source, gateway, folder, program, runs):
    results = {name: [] for name in TOOLS}
    for number in range(runs):
        for name, make in TOOLS.items():
            results[name].append(one_run(make, source, gateway, folder, program))
            print(f"run {number + 1}, {name}: {results[name][-1].wall:.2f} s", file=sys.stderr)
    return results


def over_latency(source, gateway, folder, program, runs, seconds):
    """Sealift's uploads over a link of that round trip, and over the same link without, turn by turn."""
    host, port = gateway["RGW_HTTPS"].rsplit(":", 1)
    results = {f"over {wait * 1000:.0f} ms": [] for wait in (0, seconds)}
    for number in range(runs):
        for (name, done), wait in zip(results.items(), (0, seconds)):
            with slow_link.SlowLink(int(port), wait) as link:
                done.append(one_run(sealift, source, gateway | {"RGW_HTTPS": f"{host}:{link.port}"}, folder, program))
            print(f"run {number + 1}, {name}: {done[-1].wall:.2f} s", file=sys.stderr)
    return results


def read_gateway(folder):
    with open(os.path.join(folder, "environment"), encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file)


def report(title, results):
    """The first of the results is what the others are compared with."""
    first = next(iter(results))
    own = statistics.median(m.wall for m in results[first])
    print(f"\n{title}\n\n| | time | as a multiple of the first | peak memory |\n|---|---:|---:|---:|")
    for name, runs in results.items():
        wall = statistics.median(m.wall for m in runs)
        print(f"| {name} | {wall:.2f} s | {wall / own:.2f} | {max(m.rss for m in runs) / 2**20:.0f} MiB |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="small disks")
    parser.add_argument("--dir", help="where to work (default: the temporary folder); wants 40 GB of room")
    parser.add_argument("--only", action="append", metavar="DISK", help="only this disk (may be repeated)")
    parser.add_argument("--gateway", metavar="FOLDER", help="a gateway that runs already, started by rgw.sh")
    parser.add_argument("--latency", type=float, metavar="MS", help="measure what a round trip of so long costs sealift")
    parser.add_argument("--json", metavar="FILE", help="write all measurements there")
    parser.add_argument("--sealift", default=os.environ.get("SEALIFT_BIN", os.path.join(
        HERE, "..", "..", "build", "release", "app", "cli", "sealift")))
    options = parser.parse_args()
    program = os.path.abspath(options.sealift)
    disks = [d for d in (workloads.short() if options.short else workloads.full())
             if d.name in (options.only or ["incompressible", "system"])]
    done = {}
    with tempfile.TemporaryDirectory(prefix="sealift-s3-bench-", dir=options.dir) as work:
        folder = options.gateway or os.path.join(work, "gateway")
        if not options.gateway:
            subprocess.run([GATEWAY, "start", folder], check=True)
        try:
            gateway = read_gateway(folder)
            bench = Place(gateway, work, program)
            subprocess.run(bench.aws("s3", "mb", f"s3://{BUCKET}"), env=bench.env, check=False, capture_output=True)
            for disk in disks:
                place = os.path.join(work, disk.name)
                os.makedirs(place)
                source = disk.build(place)
                run = os.path.join(work, "run")
                if options.latency:
                    results = over_latency(source, gateway, run, program, options.runs, options.latency / 1000)
                else:
                    results = against_peers(source, gateway, run, program, options.runs)
                report(disk.title, results)
                done[disk.name] = {name: [vars(m) for m in runs] for name, runs in results.items()}
                shutil.rmtree(place)
        finally:
            if not options.gateway:
                subprocess.run([GATEWAY, "stop", folder], check=False)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(done, file, indent=1)


if __name__ == "__main__":
    try:
        main()
    except measure.ToolFailed as error:
        sys.exit(f"benchmark failed: {error}")
