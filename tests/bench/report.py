"""Medians, goals, and the tables for people."""

import statistics

MIB = 1 << 20

# (workload, phase, peer, factor): the peer takes at least `factor` times as long as sealift. A factor below 1 lets sealift be
# slower: 0.5 is "within twice the time of".
GOALS = [
    ("incompressible", "import", "restic", 5),
    ("incompressible", "import", "rclone crypt", 5),
    ("incompressible", "export", "restic", 4),
    ("incompressible", "export", "qemu-img convert", 0.5),
    ("system", "import", "restic", 6),
    ("system", "export", "restic", 10),
    ("system", "export", "qemu-img convert", 0.5),
]
MEMORY_GOAL = 256 * MIB


def summarize(runs):
    """One entry for the runs of one tool in one phase (dicts as run.py makes them)."""
    walls = [run["wall"] for run in runs]
    return {
        "runs": len(runs),
        "wall": statistics.median(walls),
        "wall_min": min(walls),
        "wall_max": max(walls),
        "cpu": statistics.median(run["cpu"] for run in runs),
        "rss": max(run["rss"] for run in runs),
        "bytes": statistics.median(run["bytes"] for run in runs),
        "gave_up": any(run["gave_up"] for run in runs),
    }


def check_goals(results):
    """[(text, measured, reached)]; `reached` is None where there is nothing to compare with."""
    lines = []
    for workload, phase, peer, factor in GOALS:
        tools = results.get(workload, {}).get(phase, {})
        if "sealift" not in tools or peer not in tools:
            continue
        ratio = tools[peer]["wall"] / tools["sealift"]["wall"]
        goal = f"at least {factor}x {peer}" if factor >= 1 else f"within {1 / factor:.0f}x of {peer}"
        measured = f"{ratio:.1f}x" if factor >= 1 else f"{1 / ratio:.2f}x its time"
        if tools[peer]["gave_up"]:
            measured = "over " + measured
        # A peer that was given up would have taken longer: that can prove a goal reached, never missed.
        reached = ratio >= factor or (None if tools[peer]["gave_up"] else False)
        lines.append((f"{workload}: {phase} {goal}", measured, reached))
    for workload, phases in results.items():
        for phase, tools in phases.items():
            if "sealift" in tools:
                rss = tools["sealift"]["rss"]
                lines.append((f"{workload}: {phase} within 256 MiB of memory", f"{rss / MIB:.0f} MiB", rss < MEMORY_GOAL))
    return lines


def size_text(count):
    return f"{count / MIB / 1024:.2f} GiB" if count >= 1024 * MIB else f"{count / MIB:.1f} MiB"


def phase_table(phase, tools):
    own = tools.get("sealift")
    stored = "stored" if phase == "import" else "allocated"
    yield f"| {phase} | wall s (median) | min - max | CPU s | peak memory | {stored} | time / sealift's |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, row in tools.items():
        more = "over " if row["gave_up"] else ""
        ratio = f"{more}{row['wall'] / own['wall']:.2f}" if own else "-"
        wall = f"given up after {row['wall']:.0f}" if row["gave_up"] else f"{row['wall']:.2f}"
        yield (f"| {name} | {wall} | {row['wall_min']:.2f} - {row['wall_max']:.2f} | {row['cpu']:.2f} "
               f"| {row['rss'] / MIB:.0f} MiB | {size_text(row['bytes'])} | {ratio} |")


def markdown(report):
    """The whole report as lines of Markdown."""
    machine = report["machine"]
    yield "# Benchmark"
    yield ""
    yield (f"{machine['cpu']}, {machine['cores']} cores, {size_text(machine['memory'])} of memory, {machine['file_system']}; "
           f"{machine['kernel']}.")
    yield ""
    yield from (f"- {version}" for version in report["versions"].values())
    yield ""
    yield (f"Medians of {report['runs']} run(s) in one go, the order of the tools rotating. Each run has a fresh repository and a "
           "fresh target on one file system. Sources and repositories are warm in the page cache; `sync` comes before each "
           "measurement. Times of sealift include its fsync of everything written; restores by restic, rclone and plain "
           "qemu-img convert leave their data to the kernel. restic and rclone get the raw disk. Peak memory is that of "
           "the largest process.")
    for workload, phases in report["results"].items():
        yield ""
        yield f"## {report['titles'][workload]}"
        for phase, tools in phases.items():
            if tools:
                yield ""
                yield from phase_table(phase, tools)
    limits = report.get("limits")
    if limits:
        yield ""
        yield "## Limits of the machine, measured in the same run"
        yield ""
        yield "| | GB/s |"
        yield "|---|---:|"
        for name, rate in limits.items():
            if name != "cores":
                core = " (one core)" if name in ("aes-256-ctr", "sha-256", "poly1305") else ""
                yield f"| {name}{core} | {rate / 1e9:.2f} |"
        yield ""
        for line in report["distance"]:
            yield f"- {line}"
    yield ""
    yield "## Goals"
    yield ""
    yield "| goal | measured | |"
    yield "|---|---:|---|"
    for text, measured, reached in report["goals"]:
        yield f"| {text} | {measured} | {'not decided' if reached is None else 'reached' if reached else 'MISSED'} |"
