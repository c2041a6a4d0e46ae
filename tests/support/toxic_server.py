"""A TLS server in front of an S3 service that makes trouble on purpose, for tests.

toxic_server.py --certificate PEM [--upstream https://HOST:PORT --ca FILE] [--fault NAME[=COUNT]]... [--tls11] [--plain]
                [--capture FILE] [--delay MILLISECONDS]

Prints its port, then serves until its standard input ends, and last prints how many requests came. A fault with a COUNT
passes after so many requests. Whatever no fault holds up goes to the upstream, byte for byte.
"""
import argparse
import http.client
import os
import socket
import socketserver
import ssl
import struct
import sys
import threading
import time
import urllib.parse
import warnings

REASONS = {500: "InternalError", 503: "SlowDown"}


class Faults:
    """Which faults are still on, and how often each has struck."""

    def __init__(self, texts):
        self.lock = threading.Lock()
        self.left = {}
        for text in texts:
            name, _, count = text.partition("=")
            self.left[name] = int(count) if count else None
        self.requests = 0

    def strikes(self, name):
        with self.lock:
            if name not in self.left or self.left[name] == 0:
                return False
            if self.left[name] is not None:
                self.left[name] -= 1
            return True


class Connection(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self.connection = self.server.wrap(self.request)
        except (ssl.SSLError, OSError):
            return
        if not self.server.context and self.request.recv(1, socket.MSG_PEEK) == b"\x16":  # a TLS handshake
            self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return
        self.rfile = self.connection.makefile("rb")
        self.upstream = None
        try:
            while self.serve_one():
                pass
        except (OSError, http.client.HTTPException):
            pass
        finally:
            if self.upstream:
                self.upstream.close()
            self.connection.close()

    def finish(self):
        pass

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        return False

    def serve_one(self):
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline(65536)
            if not line:
                return False
            head += line
        lines = head.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        size = int(headers.get("Content-Length", 0))
        with self.server.faults.lock:
            self.server.faults.requests += 1
        if size > 65536 and self.server.faults.strikes("reset-request"):
            self.rfile.read(size // 2)
            return self.reset()
        body = self.rfile.read(size)
        self.server.capture(head + body)
        if self.server.delay:
            time.sleep(self.server.delay)
        return self.answer(method, target, headers, body)

    def answer(self, method, target, headers, body):
        strikes = self.server.faults.strikes
        query = urllib.parse.urlsplit(target).query
        if strikes("silence"):
            time.sleep(3600)
        for status in (500, 503):
            if strikes(f"status-{status}"):
                return self.fail(method, status, REASONS[status])
        if "other-region" in self.server.faults.left and "/eu-central-1/s3/" not in headers.get("Authorization", ""):
            return self.fail(method, 400, "AuthorizationHeaderMalformed", "<Region>eu-central-1</Region>")
        if "If-None-Match" in headers and strikes("no-conditions"):
            return self.fail(method, 501, "NotImplemented")
        if query.startswith("uploads") and method == "GET" and strikes("no-upload-list"):
            return self.fail(method, 501, "NotImplemented")
        if strikes("redirect"):
            return self.send(307, {"Location": "https://elsewhere.example/", "Content-Length": "0"}, b"")
        if strikes("huge-header"):
            self.connection.sendall(b"HTTP/1.1 200 OK\r\nX-Endless: ")
            while True:
                self.connection.sendall(b"a" * 65536)
        if strikes("many-headers"):
            return self.send(200, {f"X-{i}": "a" for i in range(5000)}, b"")
        if strikes("endless"):
            self.connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while True:
                self.connection.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        if "list-type" in query and strikes("malformed-xml"):
            return self.send(200, {}, b"<ListBucketResult><Contents><Key>data/4f</Contents>")
        if "list-type" in query and strikes("entities"):
            return self.send(200, {}, b'<!DOCTYPE a [<!ENTITY b "bbbb">]><ListBucketResult>&b;</ListBucketResult>')
        return self.forward(method, target, headers, body)

    def forward(self, method, target, headers, body):
        if not self.server.upstream:
            return self.send(200, {}, b"hello")
        if self.upstream is None:
            place = self.server.upstream
            self.upstream = http.client.HTTPSConnection(place.hostname, place.port, context=self.server.trust)
        try:
            self.upstream.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                self.upstream.putheader(name, value)
            self.upstream.endheaders(body if body or "Content-Length" in headers else None)
            response = self.upstream.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            # The upstream has crashed: to the client that looks as it would without us.
            self.upstream.close()
            self.upstream = None
            return self.reset()
        answer = {k: v for k, v in response.getheaders() if k.lower() not in ("transfer-encoding", "connection")}
        if method == "PUT" and self.server.faults.strikes("lost-answer"):
            return self.reset()
        if method == "HEAD":
            return self.send(response.status, answer, b"", length=False)
        return self.send_content(method, response.status, answer, content)

    def send_content(self, method, status, answer, content):
        strikes = self.server.faults.strikes
        if method == "GET" and status < 300 and len(content) > 1000:
            if strikes("reset-answer"):
                self.head(status, answer, len(content))
                self.connection.sendall(content[: len(content) // 2])
                return self.reset()
            if strikes("truncated"):
                self.head(status, answer, len(content))
                self.connection.sendall(content[: len(content) // 2])
                return False
            if strikes("wrong-bytes"):
                middle = len(content) // 2
                content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        return self.send(status, answer, content)

    def head(self, status, answer, length):
        text = f"HTTP/1.1 {status} {http.client.responses.get(status, 'x')}\r\n"
        for name, value in answer.items():
            if name.lower() != "content-length" or length is None:
                text += f"{name}: {value}\r\n"
        if length is not None:
            text += f"Content-Length: {length}\r\n"
        self.connection.sendall((text + "\r\n").encode("latin-1"))

    def send(self, status, answer, content, length=True):
        self.head(status, answer, len(content) if length else None)
        self.connection.sendall(content)
        return True

    def fail(self, method, status, code, more=""):
        content = f"<Error><Code>{code}</Code><Message>on purpose</Message>{more}</Error>".encode()
        return self.send(status, {"Content-Type": "application/xml"}, b"" if method == "HEAD" else content)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, options):
        super().__init__(("127.0.0.1", 0), Connection)
        self.faults = Faults(options.fault)
        self.delay = options.delay / 1000
        self.upstream = urllib.parse.urlsplit(options.upstream) if options.upstream else None
        self.trust = ssl.create_default_context(cafile=options.ca) if options.ca else None
        self.file = open(options.capture, "ab") if options.capture else None
        self.context = None
        if not options.plain:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(options.certificate)
            if options.tls11:
                self.context.set_ciphers("ALL:@SECLEVEL=0")
                warnings.simplefilter("ignore", DeprecationWarning)
                self.context.minimum_version = ssl.TLSVersion.TLSv1_1
                self.context.maximum_version = ssl.TLSVersion.TLSv1_1

    def wrap(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self.context.wrap_socket(connection, server_side=True) if self.context else connection

    def capture(self, request):
        if self.file:
            with self.faults.lock:
                self.file.write(request)
                self.file.flush()

    def handle_error(self, request, client_address):
        pass


parser = argparse.ArgumentParser()
parser.add_argument("--certificate")
parser.add_argument("--upstream")
parser.add_argument("--ca")
parser.add_argument("--fault", action="append", default=[])
parser.add_argument("--tls11", action="store_true")
parser.add_argument("--plain", action="store_true")
parser.add_argument("--capture")
parser.add_argument("--delay", type=int, default=0)
server = Server(parser.parse_args())
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
print(server.faults.requests, flush=True)
os._exit(0)
