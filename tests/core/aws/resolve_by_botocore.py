#!/usr/bin/python3
"""Makes random AWS configurations and says what botocore makes of them.

Usage: resolve_by_botocore.py FOLDER COUNT SEED   writes FOLDER/N/.aws/config and .aws/credentials and prints a line of
JSON for each N: the environment that goes with it, the profile chosen by an option (or null), and the access key and
session token that botocore chose, or null where it has none or refuses. Source profiles are followed as botocore does,
but no service is asked: what a role leads to is the access key of the identity that would assume it, after "role:"."""

import json
import os
import random
import sys
import unittest.mock

import botocore.credentials
import botocore.session

FOLDER, COUNT, SEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
NAMES = ["default", "a", "b", "my prod", "c.d", "e:f"]


def layout(rng, name, value):
    """One field, in one of the ways that the grammar allows."""
    sign = rng.choice(["=", " = ", ":", "  =", "=\t"])
    name = rng.choice([name, name, name.upper()])
    noise = rng.choice(["", "", "", "# comment = x\n", "; x\n", "\n", "   # deep\n"])
    return f"{noise}{name}{sign}{value}{rng.choice(['', '', '  ', chr(9)])}{rng.choice([chr(10), chr(10), chr(13) + chr(10)])}"


def fields(rng, serial, in_config):
    """What a profile may have, each with some chance."""
    chosen = {}
    if rng.random() < 0.5:
        chosen["aws_access_key_id"] = f"AKIA{serial}"
        if rng.random() < 0.95:
            chosen["aws_secret_access_key"] = f"secret/{serial}+=:#;x"
    if rng.random() < 0.2:
        chosen["aws_session_token"] = f"token{serial}=="
    if rng.random() < 0.1:
        chosen["aws_security_token"] = f"older{serial}=="
    if in_config or rng.random() < 0.2:
        if rng.random() < 0.5:
            chosen["role_arn"] = f"arn:aws:iam::111122223333:role/{serial}"
        if rng.random() < (0.8 if "role_arn" in chosen else 0.2):
            chosen["source_profile"] = rng.choice(NAMES + ["missing"])
        if rng.random() < 0.08:
            chosen["credential_source"] = rng.choice(["Environment", "Environment", "environment", "Nowhere"])
        if rng.random() < 0.25:
            shape = rng.choice(['/bin/echo \'{{"Version": 1, "AccessKeyId": "PROC{0}", "SecretAccessKey": "x"}}\'',
                                '"/bin/echo" "{{\\"Version\\": 1, \\"AccessKeyId\\": \\"PROC{0}\\", \\"SecretAccessKey\\": '
                                '\\"x\\"}}"',
                                'echo {{\\"Version\\":1,\\"AccessKeyId\\":\\"PROC{0}\\",\n   \\"SecretAccessKey\\":\\"x\\"}}',
                                "/bin/false", "/bin/echo {{}}", "/bin/echo 'open"])
            chosen["credential_process"] = shape.format(serial)
        if rng.random() < 0.3:
            chosen["s3"] = "\n  addressing_style = path\n\n  max_concurrent_requests=4"
        if rng.random() < 0.3:
            chosen["region"] = "eu-west-1"
    items = list(chosen.items())
    rng.shuffle(items)
    return "".join(layout(rng, name, value) for name, value in items)


def write(rng, folder, number):
    os.makedirs(os.path.join(folder, ".aws"))
    serial = 0
    for file, in_config in (("config", True), ("credentials", False)):
        if rng.random() < 0.1:
            continue
        text = rng.choice(["", "# head\n\n"])
        for name in rng.sample(NAMES, rng.randint(0, len(NAMES))):
            serial += 1
            header = name
            if in_config and name != "default":
                header = f'profile "{name}"' if " " in name or rng.random() < 0.2 else f"profile {name}"
            text += f"[{header}]{rng.choice(['', ' ', ' # note'])}\n" + fields(rng, f"{number}x{serial}", in_config)
        if in_config and rng.random() < 0.3:
            text += "[plugins]\ncli = x\n[sso-session s]\nsso_region = eu-west-1\n"
        if rng.random() < 0.05:
            text += rng.choice(["[open\n", "no value\n", "[default]\n[default]\n", "= x\n", "[x]\na=1\nA=2\n"])
        with open(os.path.join(folder, ".aws", file), "w", encoding="utf-8", newline="") as out:
            out.write(text)


def environment(rng, folder):
    chosen = {"HOME": folder, "PATH": "/usr/bin:/bin", "AWS_EC2_METADATA_DISABLED": "true"}
    if rng.random() < 0.15:
        chosen["AWS_ACCESS_KEY_ID"] = "AKIAENV"
        if rng.random() < 0.9:
            chosen["AWS_SECRET_ACCESS_KEY"] = "envsecret"
        if rng.random() < 0.5:
            chosen["AWS_SESSION_TOKEN"] = "envtoken"
    if rng.random() < 0.5:
        chosen["AWS_PROFILE"] = rng.choice(NAMES + ["missing"])
    if rng.random() < 0.1:
        chosen["AWS_DEFAULT_PROFILE"] = rng.choice(NAMES)
    return chosen


class Fetcher:
    """In place of a call of STS: says who would make it, and with which role."""

    def __init__(self, client_creator, source_credentials, role_arn, **_):
        self._source, self._role = source_credentials, role_arn

    def fetch_credentials(self):
        source = self._source.get_frozen_credentials()
        return {"access_key": f"role:{self._role}<{source.access_key}", "secret_key": "x", "token": "t",
                "expiry_time": "2099-01-01T00:00:00Z"}


def resolve(chosen, profile):
    with unittest.mock.patch.dict(os.environ, chosen, clear=True), unittest.mock.patch.object(
            botocore.credentials, "AssumeRoleCredentialFetcher", Fetcher):
        try:
            session = botocore.session.Session(profile=profile)
            found = session.get_credentials()
            frozen = found.get_frozen_credentials() if found else None
            return (frozen.access_key, frozen.token) if frozen else (None, None)
        except Exception:  # whatever it is, it means none
            return (None, None)


def main():
    rng = random.Random(SEED)
    for number in range(COUNT):
        folder = os.path.join(FOLDER, str(number))
        write(rng, folder, number)
        chosen = environment(rng, folder)
        profile = rng.choice(NAMES) if rng.random() < 0.3 else None
        key, token = resolve(chosen, profile)
        print(json.dumps({"environment": chosen, "profile": profile, "key": key, "token": token}))


main()
