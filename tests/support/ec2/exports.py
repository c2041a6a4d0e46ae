"""VM Import/Export the other way, played for ec2_server.py: ExportImage, CreateInstanceExportTask, the describing of both,
and CancelExportTask. What is exported is made by qemu-img and put into the real S3 service that imports read from
(imports.py), encrypted as the default of a bucket there would have it. Refused is what the user guide says: encrypted
snapshots, more than 1 TiB, buckets with SSE-KMS, a second export of an image at the same time, a sixth of all."""

import os
import secrets
import subprocess
import threading
import time
from xml.sax.saxutils import escape

import botocore.exceptions

from imports import ROLE
from service_model import Refused
from snapshots import BLOCK, GIB

EXPORT_SWITCHES = {
    "export_pace": 0.1,     # seconds that a task is in each of its phases
    "export_fail": "",      # with what message exports fail while they are converted
    "export_stall": "",     # the phase that exports never leave
    "export_leaves": False, # what was begun stays when a task is cancelled
    "export_plain": False,  # what is put into the bucket is not encrypted there
    "export_quota": 5,      # tasks that can be active
    "bucket_kms": False,    # buckets encrypt by SSE-KMS, which the service does not write to
    "instances": {},        # stopped instances, by their ids: the snapshot of each one's volume
}
OPTIONS = {"VMDK": ["-O", "vmdk", "-o", "subformat=streamOptimized"], "RAW": ["-O", "raw"],
           "VHD": ["-O", "vpc", "-o", "subformat=dynamic,force_size=on"]}
MOST_GIB = 1024


class Failed(Exception):
    """How an export ends."""


class Ended(Exception):
    """Somebody has cancelled it."""


class Task:
    """One export."""

    def __init__(self, exports, facts):
        self.exports, self.facts = exports, facts
        self.ending = threading.Event()

    def is_over(self):
        return self.facts["status"] in ("completed", "deleted", "cancelled")

    def phase(self, message, progress):
        self.facts.update(message=message, progress=progress)
        end = time.time() + self.exports.switches()["export_pace"]
        while time.time() < end or self.exports.switches()["export_stall"] == message:
            if self.ending.wait(0.02):
                raise Ended()

    def run(self):
        is_image = self.facts["kind"] == "image"
        try:
            self.work()
        except (Ended, Failed) as error:
            self.facts.update(status="deleting" if is_image else "cancelling")
            time.sleep(self.exports.switches()["export_pace"])
            if not self.exports.switches()["export_leaves"]:
                self.exports.staging.client().delete_object(Bucket=self.facts["bucket"], Key=self.facts["key"])
            self.facts.update(status="deleted" if is_image else "cancelled",
                              message=str(error) or "User initiated task cancelled")
        except Exception as error:  # whatever it is, the task has an end
            self.exports.complain(f"{self.facts['id']}: {error!r}")
            self.facts.update(status="deleted" if is_image else "cancelled",
                              message=f"ServerError: an internal error has occurred ({error})")

    def work(self):
        self.phase("validating", 5)
        self.phase("converting", 40)
        if self.exports.switches()["export_fail"]:
            raise Failed(self.exports.switches()["export_fail"])
        path = self.exports.convert(self.facts["snapshot"], self.facts["format"])
        try:
            how = {} if self.exports.switches()["export_plain"] else {"ServerSideEncryption": "aws:kms",
                                                                      "SSEKMSKeyId": "testkey"}
            with open(path, "rb") as file:
                self.exports.staging.client().put_object(Bucket=self.facts["bucket"], Key=self.facts["key"], Body=file,
                                                         **how)
        finally:
            os.remove(path)
        self.phase("uploading", 90)
        self.facts.update(status="completed", message="", progress=100)


class Exports:
    """All exports of this process."""

    def __init__(self, folder, snapshots, images, staging, switches, complain):
        self.root = os.path.join(folder, "exports")
        os.makedirs(self.root, exist_ok=True)
        self.snapshots, self.images, self.staging = snapshots, images, staging
        self.switches, self.complain = switches, complain
        self.lock = threading.Lock()
        self.all = {}

    def convert(self, name, form):
        """The volume of a snapshot, in a format; what was never written reads as zeroes."""
        snapshot = self.snapshots.all[name]
        raw = os.path.join(self.root, secrets.token_hex(8))
        with open(raw, "wb") as file:
            file.truncate(snapshot.facts["gibibytes"] * GIB)
            for index in snapshot.digests:
                os.pwrite(file.fileno(), snapshot.get(index), index * BLOCK)
        path = raw + "." + form.lower()
        try:
            subprocess.run(["qemu-img", "convert", "-f", "raw", *OPTIONS[form], raw, path], check=True, capture_output=True)
        finally:
            os.remove(raw)
        return path

    def start(self, facts):
        task = Task(self, facts)
        self.all[facts["id"]] = task
        threading.Thread(target=task.run, daemon=True).start()
        return task


class ExportActions:
    """The actions, for ec2_server.py's Ec2: that has region and switches."""

    exports = None  # an Exports

    def judge_export(self, snapshot, source, bucket):
        if snapshot.facts["encrypted"]:
            raise Refused(400, "NotExportable", f"{source} has encrypted EBS snapshots, which cannot be exported")
        if snapshot.facts["gibibytes"] > MOST_GIB:
            raise Refused(400, "NotExportable", f"{source} has a volume larger than 1 TiB")
        if self.switches["bucket_kms"]:
            raise Refused(400, "InvalidParameter", f"The bucket {bucket} is encrypted with SSE-KMS, which is not supported")
        active = [task for task in self.exports.all.values() if not task.is_over()]
        if any(task.facts["source"] == source for task in active):
            raise Refused(400, "InvalidParameter", f"An export of {source} is in progress already")
        if len(active) >= self.switches["export_quota"]:
            raise Refused(400, "ResourceCountExceeded", "Resource limits exceeded; Task limit")
        try:
            self.exports.staging.client().head_bucket(Bucket=bucket)
        except botocore.exceptions.ClientError as error:
            raise Refused(400, "InvalidParameter", f"The bucket {bucket} cannot be accessed: "
                          f"{error.response['Error'].get('Code')}") from error

    def begin_export(self, kind, params, snapshot, where):
        number = secrets.token_hex(8) + "0"
        name = ("export-ami-" if kind == "image" else "export-i-") + number
        source = params.get("ImageId") or params["InstanceId"]
        self.judge_export(snapshot, source, where["S3Bucket"])
        form = where.get("DiskImageFormat") or params["DiskImageFormat"]
        prefix = where.get("S3Prefix", "")
        return self.exports.start({"id": name, "kind": kind, "params": params, "source": source, "status": "active",
                                   "message": "pending", "progress": 1, "snapshot": snapshot.facts["id"], "format": form,
                                   "bucket": where["S3Bucket"], "prefix": prefix,
                                   "key": f"{prefix}{name}.{form.lower()}"})

    def ExportImage(self, params):
        role = params.get("RoleName", "vmimport")
        if self.switches["role"] == "missing" or role != "vmimport":
            raise Refused(400, "InvalidParameter", ROLE.format(role))
        image = self.exports.images.get(params["ImageId"])
        if image is None:
            raise Refused(400, "InvalidAMIID.NotFound", f"The image id '{params['ImageId']}' does not exist")
        if params.get("DryRun"):
            raise Refused(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.")
        token = params.get("ClientToken")
        with self.exports.lock:
            for task in self.exports.all.values():
                if token is not None and task.facts["params"].get("ClientToken") == token:
                    return 200, self.image_export(task)
            disks = image["params"]["BlockDeviceMappings"]
            if len(disks) != 1:
                raise Refused(400, "UnsupportedOperation", "this server exports images of one disk")
            snapshot = self.exports.snapshots.all[disks[0]["Ebs"]["SnapshotId"]]
            return 200, self.image_export(self.begin_export("image", params, snapshot, params["S3ExportLocation"]))

    def CreateInstanceExportTask(self, params):
        name = self.switches["instances"].get(params["InstanceId"])
        if name is None:
            raise Refused(400, "InvalidInstanceID.NotFound", f"The instance ID '{params['InstanceId']}' does not exist")
        with self.exports.lock:
            task = self.begin_export("instance", params, self.exports.snapshots.all[name], params["ExportToS3Task"])
        return 200, f"<exportTask>{self.instance_export(task)}</exportTask>"

    def exports_of(self, kind, names):
        tasks = [task for task in list(self.exports.all.values()) if task.facts["kind"] == kind]
        for name in names or []:
            if not any(task.facts["id"] == name for task in tasks):
                raise Refused(400, "InvalidExportTaskID.NotFound", f"The export task id {name} does not exist")
        return [task for task in tasks if not names or task.facts["id"] in names]

    def DescribeExportImageTasks(self, params):
        tasks = self.exports_of("image", params.get("ExportImageTaskIds"))
        items = "".join(f"<item>{self.image_export(task)}</item>" for task in tasks)
        return 200, f"<exportImageTaskSet>{items}</exportImageTaskSet>"

    def DescribeExportTasks(self, params):
        tasks = self.exports_of("instance", params.get("ExportTaskIds"))
        items = "".join(f"<item>{self.instance_export(task)}</item>" for task in tasks)
        return 200, f"<exportTaskSet>{items}</exportTaskSet>"

    def CancelExportTask(self, params):
        task = self.exports.all.get(params["ExportTaskId"])
        if task is None:
            raise Refused(400, "InvalidExportTaskID.NotFound", "The export task does not exist")
        if task.is_over():
            raise Refused(400, "IncorrectState", f"The task is {task.facts['status']}")
        task.ending.set()
        return 200, "<return>true</return>"

    @staticmethod
    def image_export(task):
        facts = task.facts
        over = "" if task.is_over() else f"<progress>{facts['progress']}</progress>"
        message = f"<statusMessage>{escape(facts['message'])}</statusMessage>" if facts["message"] else ""
        return (f"<exportImageTaskId>{facts['id']}</exportImageTaskId><imageId>{facts['source']}</imageId>{over}"
                f"<diskImageFormat>{facts['format']}</diskImageFormat><s3ExportLocation><s3Bucket>{facts['bucket']}"
                f"</s3Bucket><s3Prefix>{escape(facts['prefix'])}</s3Prefix></s3ExportLocation><status>{facts['status']}"
                f"</status>{message}")

    @staticmethod
    def instance_export(task):
        facts = task.facts
        message = f"<statusMessage>{escape(facts['message'])}</statusMessage>" if facts["message"] else ""
        return (f"<exportTaskId>{facts['id']}</exportTaskId><exportToS3><diskImageFormat>{facts['format']}"
                f"</diskImageFormat><s3Bucket>{facts['bucket']}</s3Bucket><s3Key>{escape(facts['key'])}</s3Key>"
                f"</exportToS3><instanceExport><instanceId>{facts['source']}</instanceId><targetEnvironment>"
                f"{facts['params']['TargetEnvironment']}</targetEnvironment></instanceExport><state>{facts['status']}"
                f"</state>{message}")
