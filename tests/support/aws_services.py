#!/usr/bin/python3
"""Plays the services that give out AWS credentials, on loopback by http and https: instance metadata, a container's
credentials service, the SSO portal and STS. It is strict: what is not asked for exactly as the services' documentation
says is refused, and signatures are checked by botocore's own signer.

Usage: aws_services.py FOLDER [SECONDS]   prints "HTTP_PORT HTTPS_PORT CA_FILE"; writes each request to FOLDER/requests,
one a line; credentials that it gives out last SECONDS (3600). Behaviour that differs is asked for by the name of the
role. All that is secret holds the word S3CR3T."""

import datetime
import http.server
import json
import os
import ssl
import subprocess
import sys
import threading
import urllib.parse

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

FOLDER = sys.argv[1]
LIFETIME = int(sys.argv[2]) if len(sys.argv) > 2 else 3600
LOCK = threading.Lock()
# Access key id: (secret, session token, who).
KEYS = {
    "AKIABASE": ("S3CR3T-base-key", None, "arn:aws:iam::111122223333:user/base"),
    "AKIAOTHER": ("S3CR3T-other-key", None, "arn:aws:iam::111122223333:user/other"),
}
USED_CODES = set()
SEEN = {}
TOKENS = set()
NS = "https://sts.amazonaws.com/doc/2011-06-15/"


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def issue(who, seconds=None):
    with LOCK:
        number = len(KEYS)
        key = f"ASIA{number:016d}"
        KEYS[key] = (f"S3CR3T-key-{number}", f"S3CR3T-session-{number}", who)
    end = now() + datetime.timedelta(seconds=LIFETIME if seconds is None else seconds)
    return key, KEYS[key][0], KEYS[key][1], end.strftime("%Y-%m-%dT%H:%M:%SZ")


def count(name):
    with LOCK:
        SEEN[name] = SEEN.get(name, 0) + 1
        return SEEN[name]


class Refused(Exception):
    def __init__(self, status, code, message):
        super().__init__(code)
        self.status, self.code, self.message = status, code, message


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="application/json"):
        data = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def note(self, what):
        with LOCK, open(os.path.join(FOLDER, "requests"), "a", encoding="utf-8") as log:
            log.write(what + "\n")

    def do_PUT(self):
        self.body()
        self.note("PUT " + self.path)
        if self.path != "/latest/api/token" or self.headers.get("X-Forwarded-For"):
            return self.answer(403, "")
        ttl = self.headers.get("X-aws-ec2-metadata-token-ttl-seconds", "")
        if not ttl.isdigit() or not 1 <= int(ttl) <= 21600:
            return self.answer(400, "")
        token = f"S3CR3T-imds-{count('imds')}"
        TOKENS.add(token)
        return self.answer(200, token, "text/plain")

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def do_GET(self):
        self.note("GET " + self.path)
        path, _, query = self.path.partition("?")
        if path.startswith("/latest/"):
            return self.metadata(path)
        if path.startswith("/container"):
            return self.container(path)
        if path == "/federation/credentials":
            return self.portal(dict(urllib.parse.parse_qsl(query, strict_parsing=True)))
        return self.answer(404, "")

    def metadata(self, path):
        if self.headers.get("X-aws-ec2-metadata-token") not in TOKENS:
            return self.answer(401, "")
        folder = "/latest/meta-data/iam/security-credentials/"
        if path == "/latest/meta-data/placement/region":
            return self.answer(200, "eu-south-2", "text/plain")
        if path == folder:
            return self.answer(200, "web-server", "text/plain")
        if path == folder + "web-server":
            key, secret, token, end = issue("arn:aws:sts::111122223333:assumed-role/web-server/i-1")
            return self.answer(200, json.dumps({"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": key,
                                                "SecretAccessKey": secret, "Token": token, "Expiration": end}))
        return self.answer(404, "")

    def container(self, path):
        if self.headers.get("Authorization") != "S3CR3T-container-token":
            return self.answer(401, '{"message": "S3CR3T"}')
        if path == "/container/large":
            return self.answer(200, '{"AccessKeyId": "' + "S3CR3T" * 100000 + '"}')
        if path == "/container/broken":
            return self.answer(200, '{"AccessKeyId": "S3CR3T')
        if path == "/container/deep":
            return self.answer(200, '{"S3CR3T":' + "[" * 15000)
        if path == "/container/flaky" and count("flaky-container") == 1:
            return self.answer(500, "S3CR3T")
        key, secret, token, end = issue("arn:aws:sts::111122223333:assumed-role/task/1")
        return self.answer(200, json.dumps({"RoleArn": "arn:aws:iam::111122223333:role/task", "AccessKeyId": key,
                                            "SecretAccessKey": secret, "Token": token, "Expiration": end}))

    def portal(self, query):
        if self.headers.get("x-amz-sso_bearer_token") != "S3CR3T-sso-token":
            return self.answer(401, '{"message": "S3CR3T"}')
        if query != {"role_name": "Admin", "account_id": "444455556666"}:
            return self.answer(403, '{"message": "S3CR3T"}')
        key, secret, token, _ = issue("arn:aws:sts::444455556666:assumed-role/Admin/ann")
        end = int((now().timestamp() + LIFETIME) * 1000)
        return self.answer(200, json.dumps({"roleCredentials": {"accessKeyId": key, "secretAccessKey": secret,
                                                                "sessionToken": token, "expiration": end}}))

    def do_POST(self):
        body = self.body()
        form = dict(urllib.parse.parse_qsl(body.decode(), strict_parsing=True))
        self.note("POST " + form.get("Action", "?") + " " + form.get("RoleArn", ""))
        try:
            self.sts(form, body)
        except Refused as refused:
            self.answer(refused.status, f'<ErrorResponse xmlns="{NS}"><Error><Type>Sender</Type><Code>{refused.code}'
                        f"</Code><Message>{refused.message}</Message></Error></ErrorResponse>", "text/xml")

    def caller(self, body):
        """Whoever signed the request; the signature is made again by botocore."""
        text = self.headers.get("Authorization", "")
        if not text.startswith("AWS4-HMAC-SHA256 "):
            raise Refused(403, "MissingAuthenticationToken", "not signed")
        parts = dict(part.strip().split("=", 1) for part in text.split(" ", 1)[1].split(","))
        key, day, region, service, end = parts["Credential"].split("/")
        if service != "sts" or end != "aws4_request":
            raise Refused(403, "SignatureDoesNotMatch", "scope")
        if key not in KEYS:
            raise Refused(403, "InvalidClientTokenId", "The security token included in the request is invalid")
        secret, token, who = KEYS[key]
        if self.headers.get("X-Amz-Security-Token") != token:
            raise Refused(403, "InvalidClientTokenId", "S3CR3T token")
        signed = parts["SignedHeaders"].split(";")
        headers = {name: self.headers[name] for name in signed if name != "host"}
        request = AWSRequest(method="POST", url=f"https://{self.headers['Host']}{self.path}", data=body, headers=headers)
        moment = self.headers["X-Amz-Date"]
        request.context["timestamp"] = moment
        signer = SigV4Auth(Credentials(key, secret, token), "sts", region)
        expected = signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
        if expected != parts["Signature"] or not moment.startswith(day) or "host" not in signed:
            raise Refused(403, "SignatureDoesNotMatch", "canonical string: S3CR3T")
        return who

    def sts(self, form, body):
        if form.get("Version") != "2011-06-15" or self.headers["Content-Type"] != "application/x-www-form-urlencoded":
            raise Refused(400, "InvalidAction", "S3CR3T")
        action = form["Action"]
        if action == "AssumeRoleWithWebIdentity":
            if self.headers.get("Authorization"):
                raise Refused(400, "ValidationError", "signed")
            if form.get("WebIdentityToken") != "S3CR3T.web.token":
                raise Refused(400, "InvalidIdentityToken", "S3CR3T")
            return self.assume(form, "web")
        who = self.caller(body)
        if action == "GetCallerIdentity":
            if who.endswith("/expiring") and count("expiring") == 1:
                raise Refused(403, "ExpiredToken", "S3CR3T")
            return self.success(action, f"<Arn>{who}</Arn><UserId>AIDAEXAMPLE</UserId><Account>{who.split(':')[4]}</Account>")
        if action == "GetSessionToken":
            self.check_code(form)
            return self.success(action, self.credentials(issue(who, int(form.get("DurationSeconds", LIFETIME)))))
        if action == "AssumeRole":
            return self.assume(form, who)
        raise Refused(400, "InvalidAction", "S3CR3T")

    def check_code(self, form):
        """Every code is good once, as a real device's is."""
        if form.get("SerialNumber") != "arn:aws:iam::111122223333:mfa/ann":
            raise Refused(403, "AccessDenied", "MultiFactorAuthentication failed S3CR3T")
        with LOCK:
            code = form.get("TokenCode", "")
            if not code.startswith("1234") or code in USED_CODES:
                raise Refused(403, "AccessDenied", f"MultiFactorAuthentication failed with invalid code {code} S3CR3T")
            USED_CODES.add(code)

    def assume(self, form, who):
        role = form["RoleArn"].rpartition("/")[2]
        if not form["RoleArn"].startswith("arn:aws:iam::") or not form.get("RoleSessionName"):
            raise Refused(400, "ValidationError", "S3CR3T")
        if role == "denied":
            raise Refused(403, "AccessDenied", f"User: {who} is not authorized to perform: sts:AssumeRole on resource: "
                          f"{form['RoleArn']} with S3CR3T")
        if role == "mfa":
            self.check_code(form)
        elif "TokenCode" in form:
            raise Refused(400, "ValidationError", "S3CR3T")
        if role == "external" and form.get("ExternalId") != "ticket 17/b":
            raise Refused(403, "AccessDenied", "S3CR3T")
        if role == "long" and form.get("DurationSeconds") != "7200":
            raise Refused(400, "ValidationError", "S3CR3T")
        if role == "flaky" and count("flaky") == 1:
            raise Refused(503, "ServiceUnavailable", "S3CR3T")
        odd = {
            "text": "S3CR3T no XML",
            "half": "<AssumeRoleResponse><Credentials><AccessKeyId>S3CR3T",
            "entities": '<!DOCTYPE a [<!ENTITY b "S3CR3T">]><AssumeRoleResponse>&b;</AssumeRoleResponse>',
            "deep": "<a>" * 1000 + "S3CR3T" + "</a>" * 1000,
            "endless": "<AssumeRoleResponse>" + "S3CR3T" * 100000,
            "lacking": "<AssumeRoleResponse><Credentials><AccessKeyId>S3CR3T</AccessKeyId></Credentials></AssumeRoleResponse>",
        }
        if role in odd:
            return self.answer(200, odd[role], "text/xml")
        arn = f"arn:aws:sts::111122223333:assumed-role/{role}/{form['RoleSessionName']}"
        seconds = -60 if role == "over" else int(form.get("DurationSeconds", LIFETIME))
        name = "arn:aws:sts::111122223333:assumed-role/x/expiring" if role == "expiring" else arn
        return self.success(form["Action"], self.credentials(issue(name, seconds)) +
                            f"<AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>{arn}</Arn></AssumedRoleUser>")

    def credentials(self, issued):
        key, secret, token, end = issued
        return (f"<Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>{secret}</SecretAccessKey>"
                f"<SessionToken>{token}</SessionToken><Expiration>{end}</Expiration></Credentials>")

    def success(self, action, content):
        self.answer(200, f'<{action}Response xmlns="{NS}"><{action}Result>{content}</{action}Result><ResponseMetadata>'
                    f"<RequestId>1</RequestId></ResponseMetadata></{action}Response>", "text/xml")


def certificate():
    """A certificate for localhost that is its own authority."""
    key, file = os.path.join(FOLDER, "key.pem"), os.path.join(FOLDER, "ca.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", file],
                   check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    return context, file


def main():
    context, file = certificate()
    plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    secure = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    secure.socket = context.wrap_socket(secure.socket, server_side=True)
    for server in (plain, secure):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(plain.server_port, secure.server_port, file, flush=True)
    threading.Event().wait()


main()
