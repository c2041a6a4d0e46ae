"""What AWS IAM keeps of roles and policies inside of roles and users, for ec2_server.py. Requests are judged by botocore's
model; a role that VM Import/Export is to be must be for one account and for imports alone."""

import json
import threading
import urllib.parse

from service_model import Refused

IAM_SWITCHES = {
    "users": ["ann"], # that there are
}


class Iam:
    account, complain = "", None
    lock = threading.Lock()
    roles = {}    # name: trust policy
    policies = {} # (kind, whose, name): document

    def __init__(self, _, switches):
        self.switches = switches

    @staticmethod
    def document(text):
        try:
            document = json.loads(text)
        except ValueError as error:
            raise Refused(400, "MalformedPolicyDocument", "Syntax errors in policy.") from error
        if document.get("Version") != "2012-10-17" or not document.get("Statement"):
            raise Refused(400, "MalformedPolicyDocument", "Syntax errors in policy.")
        return document

    def found(self, kind, name):
        if (kind == "role" and name not in self.roles) or (kind == "user" and name not in self.switches["users"]):
            raise Refused(404, "NoSuchEntity", f"The {kind} with name {name} cannot be found.")

    @staticmethod
    def role_item(name, trust):
        return (f"<Role><Path>/</Path><RoleName>{name}</RoleName><RoleId>AROAEXAMPLE</RoleId><Arn>arn:aws:iam::{Iam.account}:role/"
                f"{name}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>"
                f"{urllib.parse.quote(trust, safe='')}</AssumeRolePolicyDocument></Role>")

    def GetRole(self, params):
        self.found("role", params["RoleName"])
        return 200, f"<GetRoleResult>{self.role_item(params['RoleName'], self.roles[params['RoleName']])}</GetRoleResult>"

    def CreateRole(self, params):
        trust = self.document(params["AssumeRolePolicyDocument"])
        condition = trust["Statement"][0].get("Condition", {})
        if (condition.get("StringEquals", {}).get("aws:SourceAccount") != self.account or
                "aws:SourceArn" not in condition.get("ArnLike", {})):
            Iam.complain("a role without conditions")
        with self.lock:
            if params["RoleName"] in self.roles:
                raise Refused(409, "EntityAlreadyExists", f"Role with name {params['RoleName']} already exists.")
            self.roles[params["RoleName"]] = params["AssumeRolePolicyDocument"]
        return 200, (f"<CreateRoleResult>{self.role_item(params['RoleName'], params['AssumeRolePolicyDocument'])}"
                     "</CreateRoleResult>")

    def put(self, kind, params):
        whose = params[f"{kind.capitalize()}Name"]
        self.found(kind, whose)
        self.document(params["PolicyDocument"])
        with self.lock:
            self.policies[kind, whose, params["PolicyName"]] = params["PolicyDocument"]
        return 200, ""

    def get(self, kind, params):
        name = f"{kind.capitalize()}Name"
        self.found(kind, params[name])
        document = self.policies.get((kind, params[name], params["PolicyName"]))
        if document is None:
            raise Refused(404, "NoSuchEntity", f"The {kind} policy with name {params['PolicyName']} cannot be found.")
        action = f"Get{kind.capitalize()}Policy"
        return 200, (f"<{action}Result><{name}>{params[name]}</{name}><PolicyName>{params['PolicyName']}</PolicyName>"
                     f"<PolicyDocument>{urllib.parse.quote(document, safe='')}</PolicyDocument></{action}Result>")

    def PutRolePolicy(self, params):
        return self.put("role", params)

    def PutUserPolicy(self, params):
        return self.put("user", params)

    def GetRolePolicy(self, params):
        return self.get("role", params)

    def GetUserPolicy(self, params):
        return self.get("user", params)
