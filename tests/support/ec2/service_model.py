"""Requests to AWS services read and judged by botocore's models of them: what a service is sent must have the names, the
types and the values that the model knows, all that is required, and nothing else. Signatures are made again by
botocore's own signer."""

import hashlib
import json
import re
import urllib.parse

import botocore.loaders
import botocore.model
import botocore.validate
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

# Headers that every request may have.
COMMON_HEADERS = {"host", "date", "user-agent", "accept", "accept-encoding", "content-type", "content-length", "connection",
                  "authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "amz-sdk-invocation-id",
                  "amz-sdk-request"}


class Refused(Exception):
    """What the service answers in place of a result."""

    def __init__(self, status, code, message, reason=None):
        super().__init__(f"{code}: {message}")
        self.status, self.code, self.message, self.reason = status, code, message, reason


class Invalid(Refused):
    """A request that no correct client would send."""

    def __init__(self, message):
        super().__init__(400, "ValidationException", message, "INVALID_PARAMETER_VALUE")


class Service:
    """One service, by its model."""

    def __init__(self, name):
        loader = botocore.loaders.Loader()
        self.name = name
        self.model = botocore.model.ServiceModel(loader.load_service_model(name, "service-2"), name)
        self.routes = []
        if self.model.metadata["protocol"] == "rest-json":
            for action in self.model.operation_names:
                http = self.model.operation_model(action).http
                pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", http["requestUri"])
                self.routes.append((http["method"], re.compile(f"^{pattern}$"), action))

    def read(self, method, path, query, headers, body):
        """The action that is asked for, and its parameters. The body of a block is left out of them."""
        if self.routes:
            return self.read_rest(method, path, query, headers, body)
        return self.read_query(headers, body)

    def read_rest(self, method, path, query, headers, body):
        for wanted, pattern, action in self.routes:
            found = pattern.match(path)
            if found and wanted == method:
                break
        else:
            raise Invalid(f"there is no action for {method} {path}")
        shape = self.model.operation_model(action).input_shape
        params, rest = {}, dict(query)
        known_headers = set()
        payload = shape.serialization.get("payload")
        content = {} if payload or not body else json.loads(body)
        for name, member in shape.members.items():
            where, wire = member.serialization.get("location"), member.serialization.get("name", name)
            value = None
            if where == "uri":
                value = urllib.parse.unquote(found.group(wire))
            elif where == "querystring":
                value = rest.pop(wire, None)
            elif where == "header":
                known_headers.add(wire.lower())
                value = headers.get(wire)
            elif name == payload:
                value = body
            elif wire in content:
                params[name] = content.pop(wire)
                continue
            if value is not None:
                params[name] = self.typed(member, value)
        foreign = [name for name in headers if name.lower() not in COMMON_HEADERS | known_headers]
        if rest or content or foreign:
            raise Invalid(f"{action}: not in the model: {sorted(rest) + sorted(content) + foreign}")
        self.judge(action, params, shape)
        return action, params

    def read_query(self, headers, body):
        if not headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
            raise Invalid("no form")
        form = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True))
        action = form.pop("Action", "?")
        if form.pop("Version", "?") != self.model.api_version or action not in self.model.operation_names:
            raise Refused(400, "InvalidAction", f"The action {action} is not valid for this web service.")
        shape = self.model.operation_model(action).input_shape
        params = self.structure(shape, "", form) if shape is not None else {}
        if form:
            raise Invalid(f"{action}: not in the model: {sorted(form)}")
        if shape is not None:
            self.judge(action, params, shape)
        return action, params

    def structure(self, shape, prefix, form):
        params = {}
        for name, member in shape.members.items():
            wire = member.serialization.get("queryName")
            if wire is None:
                wire = member.serialization.get("name", name)
                wire = wire[0].upper() + wire[1:]
            value = self.member(member, prefix + wire, form)
            if value is not None:
                params[name] = value
        return params

    def member(self, shape, key, form):
        if shape.type_name == "structure":
            inside = self.structure(shape, key + ".", form)
            return inside or None
        if shape.type_name == "list":
            items = []
            while True:
                item = self.member(shape.member, f"{key}.{len(items) + 1}", form)
                if item is None:
                    return items or None
                items.append(item)
        text = form.pop(key, None)
        return None if text is None else self.typed(shape, text)

    @staticmethod
    def typed(shape, value):
        if shape.type_name in ("integer", "long") and isinstance(value, str):
            if not re.fullmatch(r"-?\d+", value):
                raise Invalid(f"{shape.name}: {value!r} is no number")
            return int(value)
        if shape.type_name == "boolean" and isinstance(value, str):
            if value not in ("true", "false"):
                raise Invalid(f"{shape.name}: {value!r} is not true or false")
            return value == "true"
        return value

    def judge(self, action, params, shape):
        report = botocore.validate.ParamValidator().validate(params, shape)
        if report.has_errors():
            raise Invalid(f"{action}: {report.generate_report()}")
        self.judge_values(action, params, shape)

    def judge_values(self, action, value, shape):
        """What botocore leaves to the services: enumerations, patterns, greatest values."""
        if shape.type_name == "structure":
            for name, inside in value.items():
                self.judge_values(action, inside, shape.members[name])
        elif shape.type_name == "list":
            for inside in value:
                self.judge_values(action, inside, shape.member)
        elif shape.type_name == "string":
            rules = shape.metadata
            if shape.enum and value not in shape.enum:
                raise Invalid(f"{action}: {value!r} is none of {shape.enum}")
            if "max" in rules and len(value) > rules["max"]:
                raise Invalid(f"{action}: {shape.name} is too long")
            # Classes of Unicode (\\p{L}) are not for this language.
            pattern = rules.get("pattern", "")
            if "\\p" not in pattern and not re.search(pattern, value):
                raise Invalid(f"{action}: {value!r} does not match {rules['pattern']}")
        elif shape.type_name in ("integer", "long") and value > shape.metadata.get("max", value):
            raise Invalid(f"{action}: {shape.name} is greater than {shape.metadata['max']}")


def signer_of(keys, method, url, headers, body, unsigned_body):
    """The access key that signed the request, and the service and region it was signed for."""
    text = headers.get("Authorization", "")
    if not text.startswith("AWS4-HMAC-SHA256 "):
        raise Refused(403, "MissingAuthenticationToken", "The request must be signed")
    parts = dict(part.strip().split("=", 1) for part in text.split(" ", 1)[1].split(","))
    key, day, region, service, end = parts["Credential"].split("/")
    if end != "aws4_request" or key not in keys:
        raise Refused(403, "UnrecognizedClientException", "The security token included in the request is invalid.")
    secret, token = keys[key]
    if headers.get("X-Amz-Security-Token") != token:
        raise Refused(403, "UnrecognizedClientException", "The security token included in the request is invalid.")
    signed = parts["SignedHeaders"].split(";")
    if "host" not in signed or not headers["X-Amz-Date"].startswith(day):
        raise Refused(403, "InvalidSignatureException", "scope")
    hashed = headers.get("X-Amz-Content-SHA256")
    if hashed is not None and hashed not in ("UNSIGNED-PAYLOAD", hashlib.sha256(body).hexdigest()):
        raise Refused(403, "InvalidSignatureException", "the body is another one")
    if hashed == "UNSIGNED-PAYLOAD" and not unsigned_body:
        raise Refused(403, "InvalidSignatureException", "the body must be signed")
    request = AWSRequest(method=method, url=url, data=body,
                         headers={name: headers[name] for name in signed if name != "host"})
    request.context["timestamp"] = headers["X-Amz-Date"]
    request.context["payload_signing_enabled"] = not unsigned_body
    signer = SigV4Auth(Credentials(key, secret, token), service, region)
    expected = signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
    if expected != parts["Signature"]:
        raise Refused(403, "InvalidSignatureException", "The request signature we calculated does not match. The canonical "
                      f"string was S3CR3T {headers.get('X-Amz-Security-Token')}")
    return key, service, region
