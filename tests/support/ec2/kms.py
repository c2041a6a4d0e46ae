"""What AWS KMS says of keys, for ec2_server.py: JSON 1.1, judged by botocore's model."""

import json

from service_model import Invalid, Refused, Service


class JsonService(Service):
    """A service of the protocol "json": the action is in a header, its parameters are the body."""

    def read(self, method, path, query, headers, body):
        target = headers.get("X-Amz-Target", "")
        prefix, _, action = target.partition(".")
        if (method, path) != ("POST", "/") or query or prefix != self.model.metadata["targetPrefix"]:
            raise Invalid(f"there is no action for {method} {path} {target}")
        if headers.get("Content-Type") != f"application/x-amz-json-{self.model.metadata['jsonVersion']}":
            raise Invalid("another kind of body")
        if action not in self.model.operation_names:
            raise Refused(400, "UnknownOperationException", action)
        params = json.loads(body)
        self.judge(action, params, self.model.operation_model(action).input_shape)
        return action, params


class Kms:
    key_arn, keys = None, ()

    def __init__(self, region, switches):
        self.region, self.switches = region, switches

    def DescribeKey(self, params):
        for key in self.keys:
            arn = self.key_arn(self.region, key)
            if params["KeyId"] in (key, arn, "alias/" + key[:4]):
                state = self.switches["key_state"]
                return 200, {"KeyMetadata": {"KeyId": key, "Arn": arn, "KeyState": state, "Enabled": state == "Enabled",
                                             "KeySpec": "SYMMETRIC_DEFAULT", "KeyUsage": "ENCRYPT_DECRYPT"}}
        raise Refused(400, "NotFoundException", f"Key '{params['KeyId']}' does not exist")
