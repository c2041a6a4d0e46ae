"""Settings of buckets, as Amazon S3 keeps them, for ec2_server.py: what "ec2 setup --create" makes, and Ceph's gateway knows
only in part. Requests are judged by botocore's model of S3."""

import base64
import hashlib
import json
import threading
import xml.etree.ElementTree as ElementTree

from service_model import Invalid, Refused, Service

# By method and the setting in the query.
OPERATIONS = {
    ("HEAD", ""): "HeadBucket", ("GET", ""): "ListObjects", ("PUT", ""): "CreateBucket",
    ("GET", "encryption"): "GetBucketEncryption", ("PUT", "encryption"): "PutBucketEncryption",
    ("GET", "publicAccessBlock"): "GetPublicAccessBlock", ("PUT", "publicAccessBlock"): "PutPublicAccessBlock",
    ("GET", "lifecycle"): "GetBucketLifecycleConfiguration", ("PUT", "lifecycle"): "PutBucketLifecycleConfiguration",
    ("GET", "policy"): "GetBucketPolicy", ("PUT", "policy"): "PutBucketPolicy",
}
MISSING = {"encryption": "ServerSideEncryptionConfigurationNotFoundError", "lifecycle": "NoSuchLifecycleConfiguration",
           "publicAccessBlock": "NoSuchPublicAccessBlockConfiguration", "policy": "NoSuchBucketPolicy"}


def tag_of(element):
    return element.tag.rpartition("}")[2]


class BucketService(Service):
    """S3, as far as buckets' settings go."""

    def read(self, method, path, query, headers, body):
        setting = query[0][0] if query else ""
        action = OPERATIONS.get((method, setting))
        if action is None or len(query) > 1:
            raise Refused(501, "NotImplemented", f"{method} {setting}")
        if method == "PUT" and setting:
            digest = base64.b64encode(hashlib.md5(body).digest()).decode()
            if headers.get("Content-MD5") not in (None, digest):
                raise Refused(400, "BadDigest", "The Content-MD5 is another one.")
            if headers.get("Content-MD5") is None and not any(name.lower().startswith("x-amz-checksum-") for name in headers):
                raise Invalid(f"{action}: neither Content-MD5 nor a checksum")
        shape = self.model.operation_model(action).input_shape
        params = {"Bucket": path.strip("/")}
        payload = shape.serialization.get("payload")
        if body and payload:
            member = shape.members[payload]
            params[payload] = (self.element(member, ElementTree.fromstring(body)) if member.type_name == "structure" else
                               body.decode())
        self.judge(action, params, shape)
        return action, {**params, "Setting": setting, "Body": body}

    def element(self, shape, element):
        """A value of the model out of XML."""
        if shape.type_name == "structure":
            value = {}
            for name, member in shape.members.items():
                wire = member.serialization.get("name", name)
                inside = [child for child in element if tag_of(child) == wire]
                if not inside:
                    continue
                if member.type_name == "list" and member.serialization.get("flattened"):
                    value[name] = [self.element(member.member, child) for child in inside]
                else:
                    value[name] = self.element(member, inside[0])
            known = {member.serialization.get("name", name) for name, member in shape.members.items()}
            foreign = {tag_of(child) for child in element} - known
            if foreign:
                raise Refused(400, "MalformedXML", f"not in the model: {sorted(foreign)}")
            return value
        if shape.type_name == "list":
            return [self.element(shape.member, child) for child in element]
        return self.typed(shape, element.text or "")


class Buckets:
    lock = threading.Lock()
    all = {} # name: settings

    def __init__(self, region, _):
        self.region = region

    def bucket(self, params):
        if params["Bucket"] not in self.all:
            raise Refused(404, "NoSuchBucket", "The specified bucket does not exist")
        return self.all[params["Bucket"]]

    def HeadBucket(self, params):
        self.bucket(params)
        return 200, ""

    def ListObjects(self, params):
        self.bucket(params)
        return 200, f"<ListBucketResult><Name>{params['Bucket']}</Name><IsTruncated>false</IsTruncated></ListBucketResult>"

    def CreateBucket(self, params):
        wanted = params.get("CreateBucketConfiguration", {}).get("LocationConstraint", "us-east-1")
        if wanted != self.region:
            raise Refused(400, "IllegalLocationConstraintException", f"{wanted} is not where the request went")
        with self.lock:
            if params["Bucket"] in self.all:
                raise Refused(409, "BucketAlreadyOwnedByYou", "You own it already")
            self.all[params["Bucket"]] = {}
        return 200, ""

    def get(self, params):
        content = self.bucket(params).get(params["Setting"])
        if content is None:
            raise Refused(404, MISSING[params["Setting"]], "There is none")
        return 200, content.decode()

    def put(self, params):
        if params["Setting"] == "policy":
            json.loads(params["Body"])
        self.bucket(params)[params["Setting"]] = params["Body"]
        return 200, ""

    GetBucketEncryption = GetPublicAccessBlock = GetBucketLifecycleConfiguration = GetBucketPolicy = get
    PutBucketEncryption = PutPublicAccessBlock = PutBucketLifecycleConfiguration = PutBucketPolicy = put
