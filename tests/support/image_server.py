"""A TLS server that serves one file in ranges, and makes trouble on purpose, for tests.

image_server.py --certificate PEM --file FILE [--fault NAME[=COUNT]]...

Prints its port, then serves the file under every path until its standard input ends, and last prints how many requests
came and how many bytes of the file went out. A fault with a COUNT passes after so many requests, but for the faults
`...-after`, which begin then.
"""
import argparse
import email.utils
import http.server
import os
import re
import ssl
import sys
import threading

TIME = 1700000000


class State:
    def __init__(self, options):
        self.lock = threading.Lock()
        self.file = options.file
        self.requests = 0
        self.bytes = 0
        self.faults = {}
        for text in options.fault:
            name, _, count = text.partition("=")
            self.faults[name] = int(count) if count else None

    def strikes(self, name):
        with self.lock:
            if name not in self.faults or self.faults[name] == 0:
                return False
            if self.faults[name] is not None:
                self.faults[name] -= 1
            return True

    def begun(self, name):
        """Whether a fault that begins after so many requests has begun."""
        return name in self.faults and self.requests > self.faults[name]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def refuse(self, status, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        state = self.server.state
        with state.lock:
            state.requests += 1
        for status in (403, 404, 500, 503):
            if state.strikes(f"status-{status}"):
                return self.refuse(status)
        if self.path.startswith("/moved") and "redirect-here" in state.faults:
            return self.refuse(302, [("Location", "/there/disk.raw")])
        if "redirect-elsewhere" in state.faults:
            return self.refuse(302, [("Location", "https://elsewhere.example/disk.raw?token=secret")])
        if "redirect-loop" in state.faults:
            return self.refuse(302, [("Location", self.path)])
        if self.headers.get("Authorization") or self.headers.get("Cookie"):
            return self.refuse(400)
        return self.serve(state)

    def serve(self, state):
        size = os.path.getsize(state.file)
        tag = '"two"' if state.begun("changed-after") or state.begun("exchanged-after") else '"one"'
        if "weak" in state.faults:
            tag = "W/" + tag
        match = self.headers.get("If-Match")
        if match and match != tag and "exchanged-after" not in state.faults:
            return self.refuse(412)
        if state.begun("grown-after"):
            size += 512
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        ranged = wanted and "no-ranges" not in state.faults
        first, last = (int(wanted[1]), min(int(wanted[2]), size - 1)) if ranged else (0, size - 1)
        if state.strikes("wrong-range"):
            first, last = 0, last - first
        length = last - first + 1
        self.send_response(206 if ranged else 200)
        if ranged:
            self.send_header("Content-Range", f"bytes {first}-{last}/{'*' if 'no-size' in state.faults else size}")
        if "no-validators" not in state.faults:
            if "no-tag" not in state.faults:
                self.send_header("ETag", tag)
            self.send_header("Last-Modified", email.utils.formatdate(TIME, usegmt=True))
        if "encoded" in state.faults:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(length))
        self.end_headers()
        if length > 1 and (state.strikes("truncated") or state.strikes("reset")):
            length //= 2
            self.close_connection = True
        with open(state.file, "rb") as file:
            file.seek(first)
            while length > 0:
                piece = file.read(min(length, 1 << 20)) or b"\0" * length
                self.wfile.write(piece)
                length -= len(piece)
                with state.lock:
                    state.bytes += len(piece)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass


parser = argparse.ArgumentParser()
parser.add_argument("--certificate", required=True)
parser.add_argument("--file", required=True)
parser.add_argument("--fault", action="append", default=[])
options = parser.parse_args()
server = Server(("127.0.0.1", 0), Handler)
server.state = State(options)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(options.certificate)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
print(server.state.requests, server.state.bytes, flush=True)
os._exit(0)
