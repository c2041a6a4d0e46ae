#!/usr/bin/python3
"""Plays Amazon EC2 (snapshots and images), the EBS direct APIs and STS on loopback, over TLS. Requests are judged by botocore's models
and signers (service_model.py), snapshots are on disk (snapshots.py).

Usage: ec2_server.py FOLDER [PORT]   prints "PORT CA_FILE". In FOLDER:
  requests       each request, one a line: ACTION SNAPSHOT BLOCK STATUS
  parameters     what was asked for, one a line: ACTION and JSON, as botocore names it; without what is in blocks
  complaints     requests that no correct client would send, one a line
  forms          each request to EC2, as it came, one a line
  staging.json   the S3 service that imports read from; see imports.py
  switches.json  how the services behave, read anew whenever it changes; see SWITCHES
SIGUSR1 removes all images and snapshots. All that is secret holds the word S3CR3T."""

import base64
import contextlib
import ctypes
import datetime
import hashlib
import http.server
import json
import os
import re
import secrets
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse
from xml.sax.saxutils import escape

from bucket_settings import Buckets, BucketService
from exports import EXPORT_SWITCHES, ExportActions, Exports
from iam import IAM_SWITCHES, Iam
from imports import IMPORT_SWITCHES, ImportActions, Imports
from kms import JsonService, Kms
from block_reads import READ_SWITCHES, BlockReads
from service_model import Invalid, Refused, Service, signer_of
from snapshots import BLOCK, GIB, ZERO, ZERO_DIGEST, Snapshots

FOLDER = os.path.abspath(sys.argv[1])
ACCOUNT = "111122223333"
WHO = f"arn:aws:iam::{ACCOUNT}:user/ann"
KEYS = {"EC2TESTKEY": ("S3CR3T-ec2-key", None), "EC2TEMPKEY": ("S3CR3T-ec2-temp", "S3CR3T-ec2-session")}
DEFAULT_KEY = "11111111-2222-3333-4444-555555555555"
OTHER_KEY = "99999999-2222-3333-4444-555555555555"
SWITCHES = {
    "hide": 0,            # seconds for which nothing knows of a new snapshot
    "complete": 0.3,      # seconds from the sealing of a snapshot to its completion
    "fail": False,        # snapshots that are sealed end in error
    "latency": 0,         # seconds before each answer
    "throttle": 0,        # every so many blocks one is throttled
    "error500": 0,        # every so many blocks one meets a failing server
    "stall": 0,           # every so many blocks one is never answered
    "unencrypted": False, # snapshots are made without encryption, whatever is asked for
    "lose": [],           # actions that are done and not answered, once each
    "refuse": {},         # by action: status, code, message, reason
    "expired": [],        # access keys whose session is over
    "down": False,        # nothing is answered
    **IMPORT_SWITCHES,
    **EXPORT_SWITCHES,
    **IAM_SWITCHES,
    **READ_SWITCHES,
}
SERVICES = {"kms": JsonService("kms"), "s3": BucketService("s3"), **{name: Service(name) for name in ("ebs", "ec2", "sts", "iam")}}
SNAPSHOTS = Snapshots(os.path.join(FOLDER, "snapshots"))
LOCK = threading.Lock()
COUNTS = {}
LOST = set()


class Images:
    """Images (AMIs) on disk, a file each."""

    def __init__(self, root):
        self.root = root
        os.makedirs(root, exist_ok=True)

    def all(self):
        return [image for image in map(self.get, sorted(os.listdir(self.root))) if image is not None]

    def get(self, name):
        try:
            with open(os.path.join(self.root, os.path.basename(name)), encoding="utf-8") as file:
                return json.load(file)
        except (FileNotFoundError, IsADirectoryError):
            return None

    def put(self, image):
        path = os.path.join(self.root, image["id"])
        with open(os.path.join(FOLDER, "image.new"), "w", encoding="utf-8") as file:
            json.dump(image, file)
        os.replace(os.path.join(FOLDER, "image.new"), path)

    def delete(self, name):
        found = self.get(name) is not None
        if found:
            os.remove(os.path.join(self.root, name))
        return found


IMAGES = Images(os.path.join(FOLDER, "images"))


class Switches:
    """The switches as the file has them now."""

    def __init__(self):
        self.stamp, self.values = None, dict(SWITCHES)

    def now(self):
        path = os.path.join(FOLDER, "switches.json")
        try:
            stamp = os.stat(path).st_mtime_ns
        except FileNotFoundError:
            return self.values
        with LOCK:
            if stamp != self.stamp:
                with open(path, encoding="utf-8") as file:
                    self.values = {**SWITCHES, **json.load(file)}
                self.stamp = stamp
                LOST.clear()
        return self.values


SWITCHED = Switches()


def write_line(name, line):
    with LOCK, open(os.path.join(FOLDER, name), "a", encoding="utf-8") as file:
        file.write(line + "\n")


def every(name, times):
    """True for every so manieth call."""
    with LOCK:
        COUNTS[name] = COUNTS.get(name, 0) + 1
        return times > 0 and COUNTS[name] % times == 0


def key_arn(region, key):
    return f"arn:aws:kms:{region}:{ACCOUNT}:key/{key}"


class Ebs(BlockReads):
    """The EBS direct APIs."""

    every = staticmethod(every)
    reads = {}

    def __init__(self, region, switches):
        self.region, self.switches = region, switches

    def visible(self, name):
        snapshot = SNAPSHOTS.all.get(name)
        if snapshot is None or time.time() < snapshot.facts["visible"]:
            raise Refused(404, "ResourceNotFoundException", f"The snapshot '{name}' does not exist.", "SNAPSHOT_NOT_FOUND")
        return snapshot

    def pending(self, name):
        snapshot = self.visible(name)
        if snapshot.state() != "pending" or "sealed" in snapshot.facts:
            raise Refused(400, "ValidationException", "The snapshot is not in the pending state.", "INVALID_SNAPSHOT_ID")
        return snapshot

    def StartSnapshot(self, params):
        if "ParentSnapshotId" in params and ("Encrypted" in params or "KmsKeyArn" in params):
            raise Refused(400, "ValidationException", "ParentSnapshotId and Encrypted exclude each other",
                          "INVALID_PARAMETER_VALUE")
        if params.get("Encrypted") is not True:
            write_line("complaints", "StartSnapshot without encryption")
        if params["VolumeSize"] > 65536:
            raise Refused(400, "ValidationException", "The volume is too large.", "INVALID_VOLUME_SIZE")
        if any(tag["Key"].startswith("aws:") for tag in params.get("Tags", [])):
            raise Refused(400, "ValidationException", "Tag keys beginning with aws: are reserved.", "INVALID_TAG")
        key = params.get("KmsKeyArn", key_arn(self.region, DEFAULT_KEY))
        if key not in (key_arn(self.region, DEFAULT_KEY), key_arn(self.region, OTHER_KEY)):
            raise Refused(404, "ResourceNotFoundException", "The specified KMS key does not exist.",
                          "DEPENDENCY_RESOURCE_NOT_FOUND")
        token = params.get("ClientToken")
        with SNAPSHOTS.lock:
            for known in SNAPSHOTS.all.values():
                if token is not None and known.facts["params"].get("ClientToken") == token:
                    if known.facts["params"] != params:
                        raise Refused(409, "ConflictException", "The client token was used before.")
                    return 201, self.started(known)
            now = time.time()
            snapshot = SNAPSHOTS.create({"params": params, "started": now, "visible": now + self.switches["hide"],
                                         "gibibytes": params["VolumeSize"], "kms": key,
                                         "encrypted": not self.switches["unencrypted"]})
        return 201, self.started(snapshot)

    def started(self, snapshot):
        facts = snapshot.facts
        answer = {"SnapshotId": facts["id"], "OwnerId": ACCOUNT, "Status": "pending", "StartTime": facts["started"],
                  "VolumeSize": facts["gibibytes"], "BlockSize": BLOCK, "Tags": facts["params"].get("Tags", [])}
        if facts["encrypted"]:
            answer["KmsKeyArn"] = facts["kms"]
        return answer

    def PutSnapshotBlock(self, params):
        for name, refusal in (("throttle", Refused(400, "RequestThrottledException", "slow down", "RESOURCE_LEVEL_THROTTLE")),
                              ("error500", Refused(500, "InternalServerException", "An internal error has occurred."))):
            if every(name, self.switches[name]):
                raise refusal
        snapshot = self.pending(params["SnapshotId"])
        body = params["BlockData"]
        digest = ZERO_DIGEST if body == ZERO else hashlib.sha256(body).digest()
        if len(body) != BLOCK or params["DataLength"] != BLOCK or params["BlockIndex"] >= snapshot.facts["gibibytes"] * GIB // BLOCK:
            raise Invalid("PutSnapshotBlock: the size or the place of the block")
        if base64.b64encode(digest).decode() != params["Checksum"]:
            raise Refused(400, "ValidationException", "The checksum does not match.", "INVALID_BLOCK")
        snapshot.put(params["BlockIndex"], body, digest)
        return 201, {}, {"x-amz-Checksum": params["Checksum"], "x-amz-Checksum-Algorithm": "SHA256"}

    def CompleteSnapshot(self, params):
        snapshot = self.pending(params["SnapshotId"])
        if params["ChangedBlocksCount"] != len(snapshot.digests):
            raise Refused(400, "ValidationException", f"{len(snapshot.digests)} blocks were written, not "
                          f"{params['ChangedBlocksCount']}.", "INVALID_PARAMETER_VALUE")
        if params.get("ChecksumAggregationMethod") != "LINEAR" or params.get("Checksum") != snapshot.checksum():
            raise Refused(400, "ValidationException", "The checksum of the snapshot does not match.",
                          "INVALID_PARAMETER_VALUE")
        snapshot.facts["sealed"] = time.time() + self.switches["complete"]
        snapshot.facts["failed"] = self.switches["fail"]
        snapshot.save()
        return 202, {"Status": "pending"}

    def completed(self, name):
        snapshot = self.visible(name)
        if snapshot.state() != "completed":
            raise Refused(400, "ValidationException", "The snapshot is not in the completed state.", "INVALID_SNAPSHOT_ID")
        return snapshot


IMPORTS = Imports(FOLDER, SNAPSHOTS, IMAGES, SWITCHED.now, lambda words: write_line("complaints", words))


EXPORTS = Exports(FOLDER, SNAPSHOTS, IMAGES, IMPORTS.staging, SWITCHED.now, lambda words: write_line("complaints", words))


class Ec2(ImportActions, ExportActions):
    """What EC2 knows of snapshots."""

    exports = EXPORTS
    imports, key_arn, keys = IMPORTS, staticmethod(key_arn), (DEFAULT_KEY, OTHER_KEY)

    def __init__(self, region, switches):
        self.region, self.switches = region, switches

    def find(self, name):
        snapshot = SNAPSHOTS.all.get(name)
        if snapshot is None or time.time() < snapshot.facts["visible"]:
            raise Refused(400, "InvalidSnapshot.NotFound", f"The snapshot '{name}' does not exist.")
        return snapshot

    def DescribeSnapshots(self, params):
        if "SnapshotIds" in params:
            found = [self.find(name) for name in params["SnapshotIds"]]
        else:
            now = time.time()
            found = [one for one in list(SNAPSHOTS.all.values()) if now >= one.facts["visible"]]
        for rule in params.get("Filters", []):
            found = [one for one in found if self.matches(one, rule)]
        return 200, "<snapshotSet>" + "".join(self.item(one) for one in found) + "</snapshotSet>"

    @staticmethod
    def matches(snapshot, rule):
        tags = {tag["Key"]: tag["Value"] for tag in snapshot.facts["params"].get("Tags", [])}
        kind, _, key = rule["Name"].partition(":")
        if kind == "tag":
            return tags.get(key) in rule["Values"]
        if kind == "tag-key":
            return any(name in tags for name in rule["Values"])
        if kind == "status":
            return snapshot.state() in rule["Values"]
        raise Refused(400, "InvalidParameterValue", f"The filter '{rule['Name']}' is invalid")

    @staticmethod
    def item(snapshot):
        facts = snapshot.facts
        started = datetime.datetime.fromtimestamp(facts["started"], datetime.timezone.utc)
        fields = {"snapshotId": facts["id"], "status": snapshot.state(), "startTime": started.isoformat(timespec="milliseconds"),
                  "progress": "100%", "ownerId": ACCOUNT, "volumeSize": facts["gibibytes"],
                  "description": facts["params"].get("Description", ""), "encrypted": str(facts["encrypted"]).lower()}
        if facts["encrypted"]:
            fields["kmsKeyId"] = facts["kms"]
        if snapshot.state() == "error":
            fields["statusMessage"] = "Given key ID is not accessible"
        tags = "".join(f"<item><key>{escape(tag['Key'])}</key><value>{escape(tag['Value'])}</value></item>"
                       for tag in facts["params"].get("Tags", []))
        return ("<item>" + "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in fields.items()) +
                f"<tagSet>{tags}</tagSet></item>")

    def DeleteSnapshot(self, params):
        name = self.find(params["SnapshotId"]).facts["id"]
        for image in IMAGES.all():
            if name in image["snapshots"]:
                raise Refused(400, "InvalidSnapshot.InUse", f"The snapshot {name} is currently in use by {image['id']}")
        SNAPSHOTS.delete(name)
        return 200, "<return>true</return>"

    def RegisterImage(self, params):
        if not re.fullmatch(r"[A-Za-z0-9()\[\] ./'@_-]{3,128}", params["Name"]):
            raise Refused(400, "InvalidAMIName.Malformed", "AMI names must be between 3 and 128 characters long")
        if any(image["name"] == params["Name"] for image in IMAGES.all()):
            raise Refused(400, "InvalidAMIName.Duplicate", f"AMI name {params['Name']} is already in use")
        disks = params["BlockDeviceMappings"]
        if disks[0]["DeviceName"] != params["RootDeviceName"] or any("Encrypted" in disk["Ebs"] for disk in disks):
            raise Invalid("RegisterImage: its disks")
        if len({disk["DeviceName"] for disk in disks}) != len(disks):
            raise Refused(400, "InvalidBlockDeviceMapping", "A device name is there twice")
        found = [self.find(disk["Ebs"]["SnapshotId"]) for disk in disks]
        if any(snapshot.state() != "completed" for snapshot in found):
            raise Refused(400, "InvalidParameterValue", "The snapshot is not completed")
        if params.get("Architecture") == "arm64" and params.get("BootMode") != "uefi":
            raise Refused(400, "InvalidParameterCombination", "arm64 boots by UEFI")
        image = {"id": "ami-" + secrets.token_hex(8) + "0", "name": params["Name"], "snapshot": found[0].facts["id"],
                 "snapshots": [snapshot.facts["id"] for snapshot in found], "params": params, "tags": {},
                 "created": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")}
        IMAGES.put(image)
        return 200, f"<imageId>{image['id']}</imageId>"

    def DescribeImages(self, params):
        found = IMAGES.all()
        if "ImageIds" in params:
            found = [image for image in found if image["id"] in params["ImageIds"]]
            if len(found) < len(params["ImageIds"]):
                raise Refused(400, "InvalidAMIID.NotFound", f"The image ids '{params['ImageIds']}' do not exist")
        for rule in params.get("Filters", []):
            values = {"name": lambda image: [image["name"]],
                      "block-device-mapping.snapshot-id": lambda image: image["snapshots"]}[rule["Name"]]
            found = [image for image in found if any(value in rule["Values"] for value in values(image))]
        return 200, "<imagesSet>" + "".join(self.image_item(image) for image in found) + "</imagesSet>"

    @staticmethod
    def image_item(image):
        params = image["params"]
        tags = "".join(f"<item><key>{escape(key)}</key><value>{escape(value)}</value></item>"
                       for key, value in image["tags"].items())
        return (f"<item><imageId>{image['id']}</imageId><imageState>available</imageState><name>{escape(image['name'])}</name>"
                f"<architecture>{params.get('Architecture')}</architecture><bootMode>{params.get('BootMode')}</bootMode>"
                f"<enaSupport>{str(params.get('EnaSupport', False)).lower()}</enaSupport>"
                f"<creationDate>{image.get('created', '')}</creationDate><rootDeviceName>{params['RootDeviceName']}"
                f"</rootDeviceName><blockDeviceMapping>{Ec2.image_disks(params)}</blockDeviceMapping><tagSet>{tags}</tagSet></item>")

    @staticmethod
    def image_disks(params):
        """The root last, and an instance store, which has no content, among them: clients must not rely on an order."""
        items = []
        for disk in sorted(params["BlockDeviceMappings"], key=lambda disk: disk["DeviceName"], reverse=True):
            facts = SNAPSHOTS.all[disk["Ebs"]["SnapshotId"]].facts
            items.append(f"<item><deviceName>{disk['DeviceName']}</deviceName><ebs><snapshotId>{facts['id']}</snapshotId>"
                         f"<volumeSize>{facts['gibibytes']}</volumeSize><encrypted>{str(facts['encrypted']).lower()}</encrypted>"
                         "</ebs></item>")
        return "".join(items) + "<item><deviceName>/dev/sdb</deviceName><virtualName>ephemeral0</virtualName></item>"

    def DeregisterImage(self, params):
        if not IMAGES.delete(params["ImageId"]):
            raise Refused(400, "InvalidAMIID.NotFound", f"The image id '[{params['ImageId']}]' does not exist")
        return 200, "<return>true</return>"

    def CreateTags(self, params):
        for name in params["Resources"]:
            if name in SNAPSHOTS.all:
                snapshot = self.find(name)
                snapshot.facts["params"].setdefault("Tags", []).extend(params["Tags"])
                snapshot.save()
                continue
            image = IMAGES.get(name)
            if image is None:
                raise Refused(400, "InvalidID", f"The ID '{name}' is not valid")
            image["tags"].update({tag["Key"]: tag.get("Value", "") for tag in params["Tags"]})
            IMAGES.put(image)
        return 200, "<return>true</return>"


class Sts:
    def __init__(self, region, switches):
        pass

    def GetCallerIdentity(self, _):
        return 200, (f"<GetCallerIdentityResult><Arn>{WHO}</Arn><UserId>AIDAEXAMPLE</UserId><Account>{ACCOUNT}</Account>"
                     "</GetCallerIdentityResult>")


Kms.key_arn, Kms.keys = staticmethod(key_arn), Ec2.keys
Iam.account, Iam.complain = ACCOUNT, lambda words: write_line("complaints", words)
HANDLERS = {"ebs": Ebs, "ec2": Ec2, "iam": Iam, "kms": Kms, "s3": Buckets, "sts": Sts}
NAMESPACES = {"iam": "https://iam.amazonaws.com/doc/2010-05-08/", "sts": "https://sts.amazonaws.com/doc/2011-06-15/"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def log_message(self, *_):
        pass

    def serve(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            return self.vanish()  # whoever sent it is gone
        switches = SWITCHED.now()
        self.service, self.action, params = "ec2", "?", {}
        try:
            if switches["down"]:
                return self.vanish()
            params = self.judge(body, switches)
            stalls = {"PutSnapshotBlock": "stall", "GetSnapshotBlock": "read_stall"}.get(self.action)
            if stalls and every(stalls, switches[stalls]):
                self.note(params, "stalled")
                time.sleep(60)
                return self.vanish()
            time.sleep(switches["latency"])
            status, *answer = getattr(HANDLERS[self.service](self.region, switches), self.action)(params)
            self.note(params, status)
            with LOCK:
                lost = self.action in switches["lose"] and self.action not in LOST
                LOST.add(self.action)
            if lost:
                return self.vanish()
            return self.answer(status, *answer)
        except Refused as refused:
            if isinstance(refused, Invalid):
                write_line("complaints", str(refused).replace("\n", " "))
            self.note(params, refused.status)
            return self.refuse(refused)

    do_GET = do_PUT = do_POST = do_HEAD = serve

    def judge(self, body, switches):
        path, _, query = self.path.partition("?")
        put = self.command == "PUT" and path.startswith("/snapshots/")
        # Which service is meant, its signature says.
        parts = self.headers.get("Authorization", "").split("/")
        if len(parts) > 3 and parts[3] in SERVICES:
            self.service = parts[3]
        key, _, self.region = signer_of({**KEYS, **IMPORTS.staging.keys()}, self.command, f"https://{self.headers['Host']}{self.path}", self.headers, body, put)
        if key in switches["expired"]:
            raise Refused(403, "ExpiredTokenException", "The security token included in the request is expired")
        self.action, params = SERVICES[self.service].read(self.command, urllib.parse.unquote(path),
                                                          urllib.parse.parse_qsl(query, keep_blank_values=True), self.headers, body)
        if self.service in ("ec2", "iam"):
            write_line("forms", body.decode())
        asked = {name: value for name, value in params.items() if not isinstance(value, bytes)}
        write_line("parameters", f"{self.action} {json.dumps(asked, sort_keys=True)}")
        refusal = switches["refuse"].get(self.action)
        if refusal:
            raise Refused(refusal["status"], refusal["code"], refusal.get("message", ""), refusal.get("reason"))
        if not hasattr(HANDLERS[self.service], self.action):
            raise Refused(400, "UnsupportedOperation", self.action)
        return params

    def note(self, params, status):
        lists = ("SnapshotIds", "ImportTaskIds", "ExportImageTaskIds", "ExportTaskIds")
        name = (params.get("SnapshotId") or params.get("ImportTaskId") or params.get("ExportTaskId") or
                ",".join(one for names in lists for one in params.get(names, [])) or "-")
        write_line("requests", f"{self.action} {name} {params.get('BlockIndex', '-')} {status}")

    def vanish(self):
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def answer(self, status, content, headers=None):
        if isinstance(content, bytes):
            data, kind = content, "application/octet-stream"
        elif isinstance(content, dict):
            data, kind = json.dumps(content).encode(), "application/json"
        elif self.service == "s3":
            data, kind = content.encode(), "application/xml"
        elif self.service == "ec2":
            data, kind = (f'<{self.action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>'
                          f"{content}</{self.action}Response>").encode(), "text/xml;charset=UTF-8"
        else:
            data, kind = (f'<{self.action}Response xmlns="{NAMESPACES[self.service]}">{content}'
                          f"<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{self.action}Response>"
                          ).encode(), "text/xml"
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def refuse(self, refused):
        if self.service == "kms":
            return self.answer(refused.status, {"__type": refused.code, "message": refused.message})
        if self.service == "ebs":
            content = {"Message": refused.message}
            if refused.reason:
                content["Reason"] = refused.reason
            return self.answer(refused.status, content, {"x-amzn-ErrorType": refused.code})
        if self.service == "ec2":
            data = (f"<Response><Errors><Error><Code>{refused.code}</Code><Message>{escape(refused.message)}</Message></Error>"
                    "</Errors><RequestID>1</RequestID></Response>").encode()
        elif self.service == "s3":
            data = f"<Error><Code>{refused.code}</Code><Message>{escape(refused.message)}</Message></Error>".encode()
        else:
            data = (f'<ErrorResponse xmlns="{NAMESPACES[self.service]}"><Error><Type>Sender</Type><Code>'
                    f"{refused.code}</Code><Message>{escape(refused.message)}</Message></Error></ErrorResponse>").encode()
        self.send_response(refused.status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
        return None


class Server(http.server.ThreadingHTTPServer):
    """Shakes hands on each connection's own thread, so that nobody waits for a slow one."""

    request_queue_size = 256
    daemon_threads = True

    def __init__(self, address, context):
        super().__init__(address, Handler)
        self.context = context

    def finish_request(self, request, client_address):
        with self.context.wrap_socket(request, server_side=True) as secure:
            self.RequestHandlerClass(secure, client_address, self)

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (OSError, ssl.SSLError)):
            super().handle_error(request, client_address)


def certificate():
    """A certificate for localhost that is its own authority."""
    key, file = os.path.join(FOLDER, "key.pem"), os.path.join(FOLDER, "ca.pem")
    if not os.path.exists(file):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", file],
                       check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    return context, file


def forget(*_):
    """Removes all images and snapshots, as their owner would one by one."""
    for image in IMAGES.all():
        IMAGES.delete(image["id"])
    for name in list(SNAPSHOTS.all):
        SNAPSHOTS.delete(name)


def die_with_parent():
    """A test that is killed leaves no server behind (prctl(2), PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    if os.getppid() == 1:
        sys.exit(1)


def main():
    die_with_parent()
    signal.signal(signal.SIGUSR1, forget)
    context, file = certificate()
    server = Server(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0), context)
    print(server.server_port, file, flush=True)
    server.serve_forever()


main()
