#!/usr/bin/env python3
"""Runs a command whose way to a port of this machine loses packets, in a network namespace of its own, so that nothing else
feels it. Wants root, and nft.

    lossy_run.py --port PORT --percent N -- COMMAND...

The command finds the port on 127.0.0.1, as before; both directions lose N % of all packets, by the kernel's own random
numbers, and TCP has to cope. A relay outside and one inside are joined by a Unix socket, which leads from one namespace to
the other. Its exit code is the command's."""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile

RULES = """
table inet loss {{
    chain arriving {{
        type filter hook input priority 0;
        tcp dport {port} numgen random mod 1000 < {permille} counter drop
        tcp sport {port} numgen random mod 1000 < {permille} counter drop
    }}
}}
"""


async def pour(reader, writer):
    """One direction of a connection."""
    try:
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except OSError:
        writer.close()


def joining(connect):
    async def serve(reader, writer):
        try:
            far_reader, far_writer = await connect()
        except OSError:
            writer.close()
            return
        await asyncio.gather(pour(reader, far_writer), pour(far_reader, writer))
        far_writer.close()
        writer.close()

    return serve


async def run(command):
    process = await asyncio.create_subprocess_exec(*command)
    return await process.wait()


async def outside(options, script):
    """In the namespace of everybody else: from the Unix socket to the real port."""
    with tempfile.TemporaryDirectory(prefix="sealift-lossy-") as folder:
        socket = os.path.join(folder, "socket")
        relay = await asyncio.start_unix_server(joining(lambda: asyncio.open_connection("127.0.0.1", options.port)), socket)
        async with relay:
            return await run(["unshare", "--net", "--", sys.executable, script, "--inside", socket, "--port", str(options.port),
                              "--percent", str(options.percent), "--", *options.command])


async def inside(options):
    """In the new namespace, which has nothing but a loopback interface: from the lossy port to the Unix socket."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    relay = await asyncio.start_server(joining(lambda: asyncio.open_unix_connection(options.inside)), "127.0.0.1", options.port)
    rules = RULES.format(port=options.port, permille=round(10 * options.percent))
    subprocess.run(["nft", "-f", "-"], input=rules.encode(), check=True)
    async with relay:
        code = await run(options.command)
    # How many were dropped, for whoever wants to know that this was no dry run.
    subprocess.run(["nft", "list", "chain", "inet", "loss", "arriving"], stdout=sys.stderr, check=True)
    return code


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--percent", type=float, required=True)
    parser.add_argument("--inside", metavar="SOCKET", help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="+", metavar="COMMAND")
    options = parser.parse_args()
    sys.exit(asyncio.run(inside(options) if options.inside else outside(options, os.path.abspath(__file__))))


if __name__ == "__main__":
    main()
