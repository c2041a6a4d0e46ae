"""VM Import/Export, played for ec2_server.py: ImportImage, ImportSnapshot, the describing of their tasks, and
CancelImportTask. A task goes through the documented states on a thread of its own. It reads the staged object from the
real S3 service that FOLDER/staging.json names (endpoint, ca, key, secret), has qemu-img judge it, and makes snapshots and
images beside those of the server. What is staged without encryption, or asked for without, is refused. Tasks are on
disk."""

import hashlib
import json
import math
import os
import secrets
import subprocess
import threading
import time
from xml.sax.saxutils import escape

import botocore.config
import botocore.exceptions
import botocore.session

from service_model import Refused
from snapshots import BLOCK, GIB, ZERO, ZERO_DIGEST

IMPORT_SWITCHES = {
    "import_pace": 0.1,           # seconds that a task is in each of its phases
    "import_fail": "",            # with what message imports fail while they are validated
    "import_stall": "",           # the phase that imports never leave
    "import_loop": 0,             # how often a task goes back to converting
    "import_leaves": False,       # what was begun stays when a task is cancelled
    "import_unencrypted": False,  # what is made is not encrypted, whatever is asked for
    "import_quota": 20,           # tasks that can be active
    "import_throttle": 0,         # every so many looks at tasks one is throttled
    "key_state": "Enabled",       # of all KMS keys
    "role": "",                   # "missing": there is no role vmimport
}
ROLE = "The service role {} provided does not exist or does not have sufficient permissions"
FORMATS = {"VMDK": "vmdk", "RAW": "raw", "VHD": "vpc", "VHDX": "vhdx"}
ESP = bytes.fromhex("28732ac11ff8d211ba4b00a0c93ec93b")  # the type of an EFI system partition, as it lies in a GPT


class Failed(Exception):
    """How an import ends."""


class Ended(Exception):
    """Somebody has cancelled it."""


class Staging:
    """The S3 service that objects are read from."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "staging.json")

    def settings(self):
        try:
            with open(self.path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return None

    def keys(self):
        """Its user is one of EC2's as well: an account has one identity for all services."""
        settings = self.settings()
        return {settings["key"]: (settings["secret"], None)} if settings else {}

    def client(self):
        settings = self.settings()
        if settings is None:
            raise Refused(400, "InvalidParameter", "Invalid S3 source location")
        return botocore.session.get_session().create_client(
            "s3", region_name="us-east-1", endpoint_url=settings["endpoint"], verify=settings["ca"],
            aws_access_key_id=settings["key"], aws_secret_access_key=settings["secret"], aws_session_token=None,
            config=botocore.config.Config(s3={"addressing_style": "path"}))


class Task:
    """One import."""

    def __init__(self, imports, facts):
        self.imports, self.facts = imports, facts
        self.ending = threading.Event()

    def save(self, **changes):
        with self.imports.lock:
            self.facts.update(changes)
            path = os.path.join(self.imports.root, self.facts["id"])
            with open(path + ".new", "w", encoding="utf-8") as file:
                json.dump(self.facts, file)
            os.replace(path + ".new", path)

    def is_over(self):
        return self.facts["status"] in ("completed", "deleted")

    def phase(self, message, progress):
        switches = self.imports.switches()
        self.save(message=message, progress=progress)
        end = time.time() + switches["import_pace"]
        while time.time() < end or self.imports.switches()["import_stall"] == message:
            if self.ending.wait(0.02):
                raise Ended()

    def run(self):
        made = []
        try:
            self.work(made)
        except Ended:
            self.give_up(made, "User initiated task cancelled" if not self.facts.get("reason") else self.facts["reason"])
        except Failed as failed:
            self.give_up(made, str(failed))
        except Exception as error:  # whatever it is, the task has an end
            self.imports.complain(f"{self.facts['id']}: {error!r}")
            self.give_up(made, f"ServerError: an internal error has occurred ({error})")

    def give_up(self, made, message):
        self.save(status="deleting", message=message)
        time.sleep(self.imports.switches()["import_pace"])
        if not self.imports.switches()["import_leaves"]:
            for name in made:
                if name in self.imports.snapshots.all:
                    self.imports.snapshots.delete(name)
        self.save(status="deleted")

    def work(self, made):
        switches = self.imports.switches()
        self.phase("pending", 2)
        self.phase("validating", 10)
        if switches["import_fail"]:
            raise Failed(switches["import_fail"])
        disks = [self.fetch(disk, number) for number, disk in enumerate(self.facts["disks"])]
        self.phase("validated", 20)
        for turn in range(1 + switches["import_loop"]):
            if turn:
                self.phase("validated", 20)
            self.phase("converting", 28)
        for number, raw in enumerate(disks):
            name = self.imports.make_snapshot(raw, self.facts)
            made.append(name)
            self.facts["disks"][number].update(snapshot=name, status="completed")
            self.phase("converting", 28 + 40 * (number + 1) // len(disks))
            os.remove(raw)
        if self.facts["kind"] == "image":
            for number, message in enumerate(("updating", "preparing to boot", "booting", "preparing ami")):
                self.phase(message, 70 + 5 * number)
            self.imports.make_image(self, made)
        self.save(status="completed", message="", progress=100)

    def fetch(self, disk, number):
        """The object as a raw file, if it is what it was said to be."""
        path = os.path.join(self.imports.root, f"{self.facts['id']}-{number}")
        try:
            answer = self.imports.staging.client().get_object(Bucket=disk["bucket"], Key=disk["key"])
            with open(path, "wb") as file:
                for piece in answer["Body"].iter_chunks(1 << 20):
                    file.write(piece)
                    if self.ending.is_set():
                        raise Ended()
        except botocore.exceptions.ClientError as error:
            raise Failed("ClientError: Disk validation failed [We do not have access to the given resource. Reason "
                         f"{error.response['Error']['Code']}]") from error
        form = FORMATS[disk["format"]]
        info = subprocess.run(["qemu-img", "info", "--output=json", "-f", form, path], capture_output=True, check=False)
        facts = json.loads(info.stdout) if info.returncode == 0 else None
        kind = facts and facts.get("format-specific", {}).get("data", {}).get("create-type")
        if facts is None or (form == "vmdk" and kind != "streamOptimized"):
            raise Failed(f"ClientError: Disk validation failed [Unsupported {disk['format']} File Format]")
        if form in ("vmdk", "vhdx") and subprocess.run(["qemu-img", "check", "-f", form, path], capture_output=True,
                                                       check=False).returncode != 0:
            raise Failed("ClientError: Disk validation failed [Disk image is corrupt]")
        raw = path + ".raw"
        subprocess.run(["qemu-img", "convert", "-f", form, "-O", "raw", path, raw], check=True, capture_output=True)
        os.remove(path)
        disk["size"] = os.path.getsize(raw)
        if self.facts["kind"] == "image" and number == 0:
            with open(raw, "rb") as file:
                head = file.read(34 * 512)
            if head[510:512] != b"\x55\xaa":
                raise Failed("ClientError: Disk validation failed [No valid partitions]")
            if head[512:520] == b"EFI PART" and ESP in head:
                raise Failed("ClientError: Encrypted import of images with UEFI boot mode is not supported")
        return raw


class Imports:
    """All imports, on disk."""

    def __init__(self, folder, snapshots, images, switches, complain):
        self.root = os.path.join(folder, "imports")
        os.makedirs(self.root, exist_ok=True)
        self.snapshots, self.images, self.switches, self.complain = snapshots, images, switches, complain
        self.staging = Staging(folder)
        self.lock = threading.RLock()
        self.looks = 0
        self.all = {}
        for name in os.listdir(self.root):
            if name.startswith("import-") and "." not in name and name.count("-") == 2:
                with open(os.path.join(self.root, name), encoding="utf-8") as file:
                    self.all[name] = Task(self, json.load(file))
        for task in self.all.values():
            if not task.is_over():
                task.save(status="deleted", message="ServerError: an internal error has occurred")

    def start(self, facts):
        task = Task(self, facts)
        self.all[facts["id"]] = task
        task.save()
        threading.Thread(target=task.run, daemon=True).start()
        return task

    def make_snapshot(self, raw, facts):
        size = os.path.getsize(raw)
        gibibytes = max(1, math.ceil(size / GIB))
        now = time.time()
        snapshot = self.snapshots.create({
            "params": {"Tags": [], "Description": facts["params"].get("Description", "")}, "started": now, "visible": now,
            "gibibytes": gibibytes, "kms": facts["kms"], "encrypted": not self.switches()["import_unencrypted"]})
        with open(raw, "rb") as file:
            for index in range(gibibytes * GIB // BLOCK):
                data = file.read(BLOCK).ljust(BLOCK, b"\0")
                if data != ZERO:
                    snapshot.put(index, data, hashlib.sha256(data).digest())
                    continue
                with snapshot.lock:
                    snapshot.digests[index] = ZERO_DIGEST
                    os.write(snapshot.journal, index.to_bytes(8, "big") + ZERO_DIGEST)
        snapshot.facts["sealed"] = now
        snapshot.save()
        return snapshot.facts["id"]

    def make_image(self, task, made):
        params = task.facts["params"]
        image = {"id": "ami-" + secrets.token_hex(8) + "0", "name": task.facts["id"], "snapshot": made[0], "snapshots": made,
                 "params": {"RootDeviceName": "/dev/sda1", "Architecture": params.get("Architecture", "x86_64"),
                            "BootMode": "legacy-bios", "EnaSupport": True,
                            "BlockDeviceMappings": [{"DeviceName": f"/dev/sd{chr(97 + i)}1", "Ebs": {"SnapshotId": name}}
                                                    for i, name in enumerate(made)]}, "tags": {}}
        self.images.put(image)
        task.save(image=image["id"])


class ImportActions:
    """The actions, for ec2_server.py's Ec2: that has region and switches."""

    imports = None  # an Imports
    key_arn = None  # makes an ARN of a region and a key
    keys = ()       # that there are; the first is the account's own

    def key_of(self, params):
        key = params.get("KmsKeyId")
        for known in self.keys:
            if key in (None, known, self.key_arn(self.region, known)):
                return self.key_arn(self.region, known)
        raise Refused(400, "InvalidParameter", f"The KMS key {key} is not accessible")

    def judge_import(self, params):
        if params.get("Encrypted") is not True:
            self.imports.complain("an import without encryption")
            raise Refused(400, "InvalidParameter", "not encrypted")
        role = params.get("RoleName", "vmimport")
        if self.switches["role"] == "missing" or role != "vmimport":
            raise Refused(400, "InvalidParameter", ROLE.format(role))
        if str(params.get("BootMode", "")).startswith("uefi"):
            raise Refused(400, "InvalidParameterCombination",
                          "The parameter Encrypted cannot be used with the boot mode " + params["BootMode"])
        if params.get("LicenseSpecifications"):
            raise Refused(400, "InvalidParameterCombination", "Encrypted images cannot have license specifications")
        self.key_of(params)
        if params.get("DryRun"):
            raise Refused(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.")
        if sum(not task.is_over() for task in self.imports.all.values()) >= self.switches["import_quota"]:
            raise Refused(400, "ResourceCountExceeded", "Resource limits exceeded; Task limit")

    def judge_disk(self, disk):
        """What is to be imported, if the service can read it, and it is encrypted."""
        if disk.get("Format") not in FORMATS or "UserBucket" not in disk or disk.keys() - {"Format", "UserBucket", "Description"}:
            raise Refused(400, "InvalidParameter", f"The disk {disk} is not valid")
        bucket, key = disk["UserBucket"]["S3Bucket"], disk["UserBucket"]["S3Key"]
        try:
            head = self.imports.staging.client().head_object(Bucket=bucket, Key=key)
        except botocore.exceptions.ClientError as error:
            raise Refused(400, "InvalidParameter", "Invalid S3 source location: "
                          f"{error.response['Error'].get('Code')}") from error
        if head.get("ServerSideEncryption") not in ("AES256", "aws:kms"):
            self.imports.complain(f"{bucket}/{key} is staged without encryption")
            raise Refused(400, "InvalidParameter", "The object is not encrypted")
        return {"format": disk["Format"], "bucket": bucket, "key": key, "size": head["ContentLength"]}

    def begin(self, kind, params, disks):
        token = params.get("ClientToken")
        with self.imports.lock:
            for task in self.imports.all.values():
                if token is not None and task.facts["params"].get("ClientToken") == token:
                    if task.facts["params"] != params:
                        raise Refused(400, "IdempotentParameterMismatch", "The client token was used before.")
                    return task
        self.judge_import(params)
        wanted = "import-image-task" if kind == "image" else "import-snapshot-task"
        tags = []
        for group in params.get("TagSpecifications", []):
            if group["ResourceType"] != wanted:
                raise Refused(400, "InvalidParameterValue", f"'{group['ResourceType']}' is not a valid taggable resource")
            tags += group["Tags"]
        facts = {"id": ("import-ami-" if kind == "image" else "import-snap-") + secrets.token_hex(8) + "0", "kind": kind,
                 "params": params, "tags": tags, "kms": self.key_of(params), "status": "active", "message": "pending",
                 "progress": 1, "disks": [self.judge_disk(disk) for disk in disks]}
        return self.imports.start(facts)

    def ImportImage(self, params):
        disks = params.get("DiskContainers", [])
        if not disks and not params.get("DryRun"):
            raise Refused(400, "MissingParameter", "There is no disk")
        if params.get("DryRun"):
            self.judge_import(params)
        return 200, self.image_task(self.begin("image", params, disks))

    def ImportSnapshot(self, params):
        if params.get("DryRun"):
            self.judge_import(params)
        return 200, self.snapshot_task(self.begin("snapshot", params, [params["DiskContainer"]]))

    def listed(self, kind, params):
        if params.get("DryRun"):
            raise Refused(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.")
        self.imports.looks += 1
        every = self.switches["import_throttle"]
        if every and self.imports.looks % every == 0:
            raise Refused(503, "RequestLimitExceeded", "Request limit exceeded.")
        tasks = [task for task in list(self.imports.all.values()) if task.facts["kind"] == kind]
        if "ImportTaskIds" in params:
            for name in params["ImportTaskIds"]:
                if not any(task.facts["id"] == name for task in tasks):
                    raise Refused(400, "InvalidConversionTaskId.Malformed", f"The import task id {name} does not exist")
            tasks = [task for task in tasks if task.facts["id"] in params["ImportTaskIds"]]
        for rule in params.get("Filters", []):
            if rule["Name"] != "task-state":
                raise Refused(400, "InvalidParameterValue", f"The filter '{rule['Name']}' is invalid")
            tasks = [task for task in tasks if task.facts["status"] in rule["Values"]]
        return tasks

    def DescribeImportImageTasks(self, params):
        items = "".join(f"<item>{self.image_task(task)}</item>" for task in self.listed("image", params))
        return 200, f"<importImageTaskSet>{items}</importImageTaskSet>"

    def DescribeImportSnapshotTasks(self, params):
        items = "".join(f"<item>{self.snapshot_task(task)}</item>" for task in self.listed("snapshot", params))
        return 200, f"<importSnapshotTaskSet>{items}</importSnapshotTaskSet>"

    def CancelImportTask(self, params):
        if params.get("DryRun"):
            raise Refused(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.")
        task = self.imports.all.get(params.get("ImportTaskId"))
        if task is None:
            raise Refused(400, "InvalidConversionTaskId.Malformed", "The import task does not exist")
        if task.is_over():
            raise Refused(400, "IncorrectState", f"The task is {task.facts['status']}")
        task.facts["reason"] = params.get("CancelReason", "")
        task.ending.set()
        return 200, (f"<importTaskId>{task.facts['id']}</importTaskId><previousState>active</previousState>"
                     "<state>deleting</state>")

    @staticmethod
    def tags_of(task):
        return "<tagSet>" + "".join(f"<item><key>{escape(tag['Key'])}</key><value>{escape(tag['Value'])}</value></item>"
                                    for tag in task.facts["tags"]) + "</tagSet>"

    @staticmethod
    def disk_of(disk):
        place = f"<userBucket><s3Bucket>{disk['bucket']}</s3Bucket><s3Key>{escape(disk['key'])}</s3Key></userBucket>"
        made = f"<snapshotId>{disk['snapshot']}</snapshotId>" if "snapshot" in disk else ""
        return (f"<diskImageSize>{float(disk['size'])}</diskImageSize><format>{disk['format']}</format>"
                f"<status>{disk.get('status', 'active')}</status>{made}{place}")

    def image_task(self, task):
        facts = task.facts
        image = f"<imageId>{facts['image']}</imageId>" if facts.get("image") else ""
        disks = "".join(f"<item>{self.disk_of(disk)}</item>" for disk in facts["disks"])
        over = "" if task.is_over() else f"<progress>{facts['progress']}</progress>"
        message = f"<statusMessage>{escape(facts['message'])}</statusMessage>" if facts["message"] else ""
        return (f"<importTaskId>{facts['id']}</importTaskId><architecture>{facts['params'].get('Architecture', 'x86_64')}"
                f"</architecture><encrypted>true</encrypted><kmsKeyId>{facts['kms']}</kmsKeyId><platform>"
                f"{facts['params'].get('Platform', 'Linux')}</platform><bootMode>legacy-bios</bootMode>{image}{over}"
                f"<snapshotDetailSet>{disks}</snapshotDetailSet><status>{facts['status']}</status>{message}"
                f"{self.tags_of(task)}")

    def snapshot_task(self, task):
        facts = task.facts
        message = f"<statusMessage>{escape(facts['message'])}</statusMessage>" if facts["message"] else ""
        disk = self.disk_of({**facts["disks"][0], "status": facts["status"]})
        return (f"<importTaskId>{facts['id']}</importTaskId><snapshotTaskDetail>{disk}{message}"
                f"<progress>{facts['progress']}</progress><encrypted>true</encrypted><kmsKeyId>{facts['kms']}</kmsKeyId>"
                f"</snapshotTaskDetail>{self.tags_of(task)}")
