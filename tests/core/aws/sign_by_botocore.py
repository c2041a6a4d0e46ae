"""Prints random requests and their signatures by botocore, one JSON object a line: sign_by_botocore.py COUNT"""
import datetime
import json
import random
import sys
from urllib.parse import quote

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

LETTERS = "abcXYZ019 -_.~!$&'()*+,;=:@%/\u00e4\u20ac\U0001f600"


class FixedTime(datetime.datetime):
    now_is = None

    @classmethod
    def utcnow(cls):
        return cls.now_is


def text(rng, longest, letters=LETTERS):
    return "".join(rng.choice(letters) for _ in range(rng.randint(1, longest)))


def one(rng):
    s3 = rng.random() < 0.6
    kind = "url" if s3 and rng.random() < 0.4 else "header"
    method = rng.choice(["GET", "PUT", "POST", "DELETE", "HEAD"])
    host = rng.choice(["bucket.s3.eu-central-1.amazonaws.com", "localhost:7443", "127.0.0.1:8443", "host.example"])
    path = "/" + "/".join(quote(text(rng, 12).replace("/", ""), safe="~") for _ in range(rng.randint(0, 4)))
    names = {text(rng, 8, "abcXYZ019-_. ") for _ in range(rng.randint(0, 4))}
    query = "&".join(quote(n, safe="~") + "=" + quote(text(rng, 10), safe="~") for n in sorted(names))
    url = f"https://{host}{path}" + ("?" + query if query else "")
    body = rng.randbytes(rng.randint(0, 200)) if kind == "header" and method in ("PUT", "POST") else b""
    headers = {}
    if rng.random() < 0.5:
        headers["Range"] = f"bytes={rng.randint(0, 100)}-{rng.randint(100, 200)}"
    if rng.random() < 0.5:
        headers["x-amz-meta-" + text(rng, 6, "abc")] = text(rng, 12, "abc 019,").strip() or "x"
    unsigned = kind == "header" and s3 and rng.random() < 0.3
    region, service = rng.choice(["us-east-1", "eu-west-3", "default"]), "s3" if s3 else rng.choice(["sts", "ec2", "ebs"])
    token = text(rng, 60, "abcXYZ019+/=") if rng.random() < 0.5 else ""
    key, secret = text(rng, 20, "AKIDEXMPL019"), text(rng, 40, "abcXYZ019+/")
    expires = rng.randint(1, 604800)
    FixedTime.now_is = datetime.datetime(2013, 1, 1) + datetime.timedelta(seconds=rng.randint(0, 10**9))

    request = AWSRequest(method=method, url=url, data=body, headers=dict(headers))
    credentials = Credentials(key, secret, token or None)
    if kind == "url":
        botocore.auth.S3SigV4QueryAuth(credentials, service, region, expires=expires).add_auth(request)
        signed = request.url
    else:
        request.context["client_config"] = Config(s3={"payload_signing_enabled": not unsigned})
        (botocore.auth.S3SigV4Auth if s3 else botocore.auth.SigV4Auth)(credentials, service, region).add_auth(request)
        signed = request.headers["Authorization"]
    return {"kind": kind, "method": method, "url": url, "headers": headers, "body": body.hex(), "unsigned": unsigned,
            "region": region, "service": service, "token": token, "key": key, "secret": secret, "expires": expires,
            "time": FixedTime.now_is.strftime("%Y%m%dT%H%M%SZ"), "signed": signed}


botocore.auth.datetime.datetime = FixedTime
rng = random.Random(20260101)
for _ in range(int(sys.argv[1])):
    print(json.dumps(one(rng)))
