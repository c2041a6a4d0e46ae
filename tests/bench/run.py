#!/usr/bin/env python3
"""Measures Sealift against restic, rclone and qemu-img, all in one run on one machine. `run.py --help`; README.md has the method."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile

import limits
import measure
import report
import tools
import workloads

HERE = os.path.dirname(os.path.abspath(__file__))
DEFAULT_SEALIFT = os.path.join(HERE, "..", "..", "build", "release", "app", "cli", "sealift")

# What even a slow, busy machine does not exceed in the short form; everything else about time is not asserted there.
SANE_SECONDS = 60


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, help="runs of each measurement (default 5; short form 1)")
    parser.add_argument("--short", action="store_true", help="small disks, one run: does it work at all?")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this disk or this tool (may be repeated)")
    parser.add_argument("--json", metavar="FILE", help="write all measurements there")
    parser.add_argument("--dir", help="where to work (default: the temporary folder); wants 60 GB of room on a real disk")
    parser.add_argument("--give-up", type=float, metavar="S", help="time limit for tools that read 4 TiB of holes "
                        "(default 120; short form 5)")
    parser.add_argument("--limit", type=float, default=1800, metavar="S", help="time limit of anything else (default 1800)")
    parser.add_argument("--sealift", default=os.environ.get("SEALIFT_BIN", DEFAULT_SEALIFT), help="the program to measure")
    parser.add_argument("--strict", action="store_true", help="exit status 1 if a goal is missed")
    options = parser.parse_args()
    options.runs = options.runs or (1 if options.short else 5)
    options.give_up = options.give_up or (5 if options.short else 120)
    if not os.access(options.sealift, os.X_OK):
        parser.error(f"no program at {options.sealift}; build the release preset or name one with --sealift")
    return options


def chosen(options):
    disks = workloads.short() if options.short else workloads.full()
    programs = tools.ALL
    if options.only:
        known = {disk.name for disk in disks} | {tool.name for tool in programs}
        if unknown := set(options.only) - known:
            sys.exit(f"unknown: {', '.join(unknown)}; there are {', '.join(sorted(known))}")
        disks = [disk for disk in disks if disk.name in options.only] or disks
        programs = [tool for tool in programs if tool.name in options.only] or programs
    return disks, programs


def say(text):
    print(text, file=sys.stderr, flush=True)


def one_phase(tool, command, limit, warm, result_path):
    """Measures one command. `warm`: what must be in the page cache."""
    measure.warm(warm)
    os.sync()
    cost = measure.run(command, tool.env, limit)
    size = measure.stored_bytes(result_path) if os.path.exists(result_path) else 0
    return {"wall": cost.wall, "cpu": cost.cpu, "rss": cost.rss, "bytes": size, "gave_up": cost.gave_up}


def one_run(tool, source, folder, limit, verify):
    """Import (where the tool has one) and export in a fresh folder, which is gone afterwards. {phase: measurement}."""
    measured = {}
    try:
        tool.prepare(folder)
        warm = tool.source_file(source)
        if tool.stores:
            measured["import"] = one_phase(tool, tool.import_command(source), limit, warm, tool.store)
            if measured["import"]["gave_up"]:
                return measured
            warm = tool.store
        tool.prepare_export()
        measured["export"] = one_phase(tool, tool.export_command(source), limit, warm, tool.target)
        if verify and not measured["export"]["gave_up"] and not measure.same_content(source.raw, tool.target):
            raise measure.ToolFailed(f"{tool.name}: the exported disk is not the imported one")
        return measured
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def one_disk(disk, programs, options, folder):
    """{phase: {tool: [measurements]}}"""
    say(f"{disk.title}: making the disk")
    os.makedirs(folder)
    source = disk.build(folder)
    results = {"import": {tool.name: [] for tool in programs}, "export": {tool.name: [] for tool in programs}}
    hopeless = set()
    for number in range(options.runs):
        turn = number % len(programs)
        for program in programs[turn:] + programs[:turn]:
            if program.name in hopeless:
                continue
            tool = program(options.sealift)
            limit = options.give_up if disk.peers_limited and tool.reads_holes else options.limit
            measured = one_run(tool, source, os.path.join(folder, "work"), limit, verify=number == 0)
            for phase, values in measured.items():
                results[phase][tool.name].append(values)
                if values["gave_up"]:
                    hopeless.add(tool.name)
            told = ", ".join(f"{phase} {values['wall']:.2f} s" for phase, values in measured.items())
            say(f"  run {number + 1}, {tool.name}: {told}")
    return {phase: {name: report.summarize(runs) | {"all": runs} for name, runs in tools_.items() if runs}
            for phase, tools_ in results.items()}


def machine(folder):
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    file_system = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True, check=True).stdout.strip()
    return {"cpu": models[0] if models else platform.machine(), "cores": os.cpu_count(), "file_system": file_system,
            "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            "kernel": f"{platform.system()} {platform.release()}"}


def distance(results, rates, data):
    """How far sealift's import of incompressible data is from what the machine can do."""
    own = results.get("incompressible", {}).get("import", {}).get("sealift")
    if not own:
        return []
    floor = limits.floors(rates, data)
    least = max(floor.values())
    return [f"Importing {report.size_text(data)} of incompressible data takes at least {floor['cpu']:.2f} s for SHA-256, "
            f"AES-256-CTR and Poly1305 on all cores, and {floor['disk']:.2f} s for writing it down. "
            f"Sealift took {own['wall']:.2f} s: {own['wall'] / least:.2f} times the larger of the two, "
            f"{own['wall'] / sum(floor.values()):.2f} times both after each other."]


def main():
    options = arguments()
    if problems := tools.missing():
        sys.exit("\n".join(problems))
    disks, programs = chosen(options)
    done = {"runs": options.runs, "short": options.short, "results": {}, "distance": [],
            "titles": {disk.name: disk.title for disk in disks},
            "versions": {tool.name: tool(options.sealift).version() for tool in programs}}
    with tempfile.TemporaryDirectory(prefix="sealift-bench-", dir=options.dir) as folder:
        done["machine"] = machine(folder)
        for disk in disks:
            place = os.path.join(folder, disk.name)
            done["results"][disk.name] = one_disk(disk, programs, options, place)
            if disk.name == "incompressible":
                say("limits of the machine")
                rates = limits.measure(folder, os.path.join(place, "incompressible.raw"), options.short)
                done["limits"] = rates
                done["distance"] = distance(done["results"], rates, disk.data)
            shutil.rmtree(place)
    done["goals"] = report.check_goals(done["results"])
    print("\n".join(report.markdown(done)))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(done, file, indent=1)
    return verdict(done, options)


def verdict(done, options):
    """The exit status. Any tool that fails, or gives back other bytes, has ended the run already."""
    own = [row for phases in done["results"].values() for tools_ in phases.values() for name, row in tools_.items()
           if name == "sealift"]
    if options.short and any(row["wall"] > SANE_SECONDS or row["rss"] >= report.MEMORY_GOAL for row in own):
        say("sealift took far too long, or too much memory")
        return 1
    return 1 if options.strict and any(reached is False for _, _, reached in done["goals"]) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except measure.ToolFailed as error:
        sys.exit(f"benchmark failed: {error}")
