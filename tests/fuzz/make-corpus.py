#!/usr/bin/env python3
"""Makes the seeds of the fuzz targets: small, valid inputs, a folder a target. Usage: make-corpus.py FOLDER

Disk images are made by qemu-img and archives by tarfile, so that nobody has to keep them; what people or services write
(descriptions, answers, trees) stands here.
"""

import io
import json
import os
import subprocess
import sys
import tarfile

ROOT = sys.argv[1]
LONGEST = 1 << 20
ID = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4"
OTHER = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
TIME = "2026-11-24T22:03:55.123456789+01:00"


def put(target, name, content):
    folder = os.path.join(ROOT, target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def images():
    """One disk of 1 MiB with something in it, in every format that is read, as far as that is short."""
    raw = os.path.join(ROOT, "disk.raw")
    with open(raw, "wb") as file:
        file.write(bytes(446) + b"\x80\x01\x01\x00\x83\x0f\x3f\x01\x3f\x00\x00\x00\xc1\x07\x00\x00" + bytes(48) + b"\x55\xaa")
        file.write(b"data" * 2048)
        file.truncate(1 << 20)
    formats = [("qcow2", []), ("qcow2", ["-o", "compat=0.10"]), ("qcow2", ["-c"]), ("vdi", []),
               ("vmdk", []), ("vmdk", ["-o", "subformat=streamOptimized"]), ("vpc", []), ("vpc", ["-o", "subformat=fixed"])]
    for number, (driver, options) in enumerate(formats):
        made = os.path.join(ROOT, "made")
        subprocess.run(["qemu-img", "convert", "-q", "-f", "raw", "-O", driver, *options, raw, made], check=True)
        with open(made, "rb") as file:
            content = file.read()
        os.remove(made)
        if len(content) <= LONGEST + 4096:
            put("probe", f"{number}-{driver}", content)
    with open(raw, "rb") as file:
        put("probe", "raw", file.read(65536))
    os.remove(raw)
    # Of VHDX, whose parts are a mebibyte each, the beginning.
    put("probe", "vhdx-start", b"vhdxfile" + "QEMU v7".encode("utf-16-le") + bytes(65536 - 22) + b"head" + bytes(4096))
    put("probe", "gpt", bytes(510) + b"\x55\xaa" + b"EFI PART" + b"\x00\x00\x01\x00\x5c\x00\x00\x00" + bytes(4096))


def descriptors():
    head = '# Disk DescriptorFile\nversion=1\nCID=fffffffe\nparentCID=ffffffff\ncreateType="%s"\n\n# Extent description\n'
    tail = '\n# The Disk Data Base\n#DDB\n\nddb.virtualHWVersion = "4"\nddb.geometry.cylinders = "2"\nddb.adapterType = "ide"\n'
    put("vmdk_descriptor", "sparse", head % "monolithicSparse" + 'RW 2048 SPARSE "disk.vmdk"\n' + tail)
    put("vmdk_descriptor", "flat", head % "twoGbMaxExtentFlat" + 'RW 4192256 FLAT "d-f001.vmdk" 0\nRW 10 FLAT "d-f002.vmdk" 0\n' + tail)
    put("vmdk_descriptor", "vmfs", head % "vmfs" + 'RW 2048 VMFS "disk-flat.vmdk"\n' + tail)
    put("vmdk_descriptor", "parent", (head % "monolithicSparse").replace("ffffffff", "12345678")
        + 'parentFileNameHint="base.vmdk"\nRW 2048 SPARSE "disk.vmdk"\n' + tail)


OVF = """<?xml version="1.0"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
 xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
 xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
<References><File ovf:id="f1" ovf:href="disk.vmdk" ovf:size="1024" ovf:compression="gzip" ovf:chunkSize="512"/></References>
<DiskSection><Info>Disks</Info><Disk ovf:diskId="d1" ovf:fileRef="f1" ovf:capacity="20" ovf:capacityAllocationUnits="byte * 2^30"
 ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/></DiskSection>
<NetworkSection><Info>Networks</Info><Network ovf:name="NAT"><Description>one</Description></Network></NetworkSection>
<VirtualSystem ovf:id="web"><Info>A machine</Info><Name>web</Name>
<OperatingSystemSection ovf:id="96"><Info>The system</Info><Description>Debian</Description></OperatingSystemSection>
<VirtualHardwareSection><Info>Hardware</Info>
<System><vssd:ElementName>x</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID><vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType></System>
<Item><rasd:ElementName>2 CPUs</rasd:ElementName><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>2</rasd:VirtualQuantity></Item>
<Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:ElementName>memory</rasd:ElementName><rasd:InstanceID>2</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType><rasd:VirtualQuantity>1024</rasd:VirtualQuantity></Item>
<Item><rasd:ElementName>SCSI</rasd:ElementName><rasd:InstanceID>3</rasd:InstanceID><rasd:ResourceSubType>lsilogic</rasd:ResourceSubType><rasd:ResourceType>6</rasd:ResourceType></Item>
<Item><rasd:AddressOnParent>0</rasd:AddressOnParent><rasd:ElementName>disk</rasd:ElementName><rasd:HostResource>ovf:/disk/d1</rasd:HostResource><rasd:InstanceID>4</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>
<Item><rasd:Connection>NAT</rasd:Connection><rasd:ElementName>net</rasd:ElementName><rasd:InstanceID>5</rasd:InstanceID><rasd:ResourceSubType>E1000</rasd:ResourceSubType><rasd:ResourceType>10</rasd:ResourceType></Item>
</VirtualHardwareSection></VirtualSystem></Envelope>
"""


VBOX = """<?xml version="1.0"?>
<!-- DO NOT EDIT THIS FILE. -->
<VirtualBox xmlns="http://www.virtualbox.org/" version="1.19-linux"><Machine uuid="{1}" name="web" OSType="Debian_64">
<MediaRegistry><HardDisks><HardDisk uuid="{a}" location="web.vdi" format="VDI" type="Normal"><Property name="p" value="v"/>
<HardDisk uuid="{b}" location="Snapshots/{b}.vdi" format="VDI"/></HardDisk></HardDisks></MediaRegistry>
<Hardware><CPU count="4"/><Memory RAMSize="2048"/><Firmware type="EFI"/>
<Network><Adapter slot="0" enabled="true"><NAT/></Adapter></Network>
<StorageControllers><StorageController name="SATA" type="IntelAhci"><AttachedDevice type="HardDisk" port="0"><Image uuid="{a}"/>
</AttachedDevice></StorageController></StorageControllers></Hardware></Machine></VirtualBox>
"""

VMX = """.encoding = "UTF-8"
displayName = "web |22one|22"
guestOS = "debian11-64"
virtualHW.version = "19"
numvcpus = "4"
memsize = "2048"
firmware = "efi"
scsi0.present = "TRUE"
scsi0.virtualDev = "pvscsi"
scsi0:0.present = "TRUE"
scsi0:0.fileName = "web.vmdk"
ide1:0.present = "TRUE"
ide1:0.deviceType = "cdrom-image"
ide1:0.fileName = "a.iso"
ethernet0.present = "TRUE"
ethernet0.connectionType = "nat"
"""


def machines():
    put("machine", "vbox", VBOX)
    put("machine", "vbox-doctype", VBOX.replace("<VirtualBox", '<!DOCTYPE a [<!ENTITY b "c">]>\n<VirtualBox', 1))
    put("machine", "vbox-encrypted", VBOX.replace('name="p"', 'name="CRYPT/KeyId"'))
    put("machine", "vmx", VMX)
    put("machine", "vmx-elsewhere", VMX.replace('"web.vmdk"', '"C:\\\\web.vmdk"'))


def packages():
    put("ovf", "one", OVF)
    put("ovf", "two", OVF.replace("/envelope/1", "/envelope/2"))
    put("ovf", "doctype", OVF.replace("<Envelope", '<!DOCTYPE a [<!ENTITY b "c">]>\n<Envelope', 1))
    put("ovf", "collection", OVF.replace("<VirtualSystem ", '<VirtualSystemCollection ovf:id="c"><VirtualSystem ')
        .replace("</VirtualSystem>", "</VirtualSystem></VirtualSystemCollection>"))
    put("manifest", "sha256", f"SHA256(disk.vmdk)= {ID}\nSHA256 (web.ovf) = {OTHER}\r\n")
    put("manifest", "sha1", "SHA1(disk.vmdk)= da39a3ee5e6b4b0d3255bfef95601890afd80709\n")
    key, certificate = (os.path.join(ROOT, name) for name in ("key", "certificate"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=a",
                    "-days", "3650", "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
    with open(certificate, encoding="ascii") as file:
        pem = file.read()
    os.remove(key)
    os.remove(certificate)
    put("manifest", "certificate", f"SHA256(web.mf)= 3045{ID}\n{pem}")
    put("recipients", "certificate", pem)
    put("recipients", "age", "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg")
    put("recipients", "bech32", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")


def archives():
    for name, form in (("ustar", tarfile.USTAR_FORMAT), ("gnu", tarfile.GNU_FORMAT), ("pax", tarfile.PAX_FORMAT)):
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode="w", format=form) as archive:
            for member in ("web.ovf", "folder/disk.vmdk", "x" * 90 + "/" + ("long" * 30 if name != "ustar" else "short")):
                info = tarfile.TarInfo(member)
                info.size = 700
                archive.addfile(info, io.BytesIO(bytes(700)))
            link = tarfile.TarInfo("link")
            link.type = tarfile.SYMTYPE
            link.linkname = "../web.ovf"
            if name == "gnu":
                archive.addfile(link)
        put("tar_index", name, made.getvalue())


def library():
    node = {"name": "disk.raw", "type": "file", "mode": 384, "mtime": TIME, "atime": TIME, "ctime": TIME, "uid": 0, "gid": 0,
            "user": "root", "inode": 7, "size": 1048577, "links": 1, "content": [ID, OTHER]}
    folder = {"name": "web\u00e4", "type": "dir", "mode": 2147484096, "mtime": TIME, "subtree": ID}
    put("tree", "files", json.dumps({"nodes": [node, folder]}))
    put("tree", "link", json.dumps({"nodes": [{"name": "l", "type": "symlink", "linktarget": "/x", "content": None}]}))
    blob = {"id": ID, "type": "data", "offset": 0, "length": 25, "uncompressed_length": 100}
    put("index", "packs", json.dumps({"supersedes": [OTHER], "packs": [{"id": OTHER, "blobs": [blob, dict(blob, type="tree")]}]}))
    put("index", "empty", json.dumps({"packs": []}))
    put("library_json", "snapshot", json.dumps({"time": TIME, "tree": ID, "paths": ["/web"], "hostname": "a", "username": "b",
                                                "tags": ["x"], "parent": OTHER, "program_version": "sealift 1"}))
    put("library_json", "key", json.dumps({"created": TIME, "username": "a", "hostname": "b", "kdf": "scrypt", "N": 32768, "r": 8,
                                           "p": 1, "salt": "A" * 88, "data": "B" * 88}))
    put("library_json", "lock", json.dumps({"time": TIME, "exclusive": False, "hostname": "a", "username": "b", "pid": 4, "uid": 0, "gid": 0}))
    put("library_json", "config", json.dumps({"version": 2, "id": ID, "chunker_polynomial": "25b468838dcb75"}))


def answers():
    space = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
    put("s3_answers", "objects", f"<ListBucketResult {space}><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>"
        "<NextContinuationToken>t</NextContinuationToken><Contents><Key>data%2F00</Key><Size>12</Size></Contents></ListBucketResult>")
    put("s3_answers", "uploads", f"<ListMultipartUploadsResult {space}><IsTruncated>false</IsTruncated><Upload><Key>k</Key>"
        "<UploadId>u</UploadId><Initiated>2026-11-24T22:03:55.000Z</Initiated></Upload></ListMultipartUploadsResult>")
    put("s3_answers", "parts", f"<ListPartsResult {space}><IsTruncated>true</IsTruncated><NextPartNumberMarker>2</NextPartNumberMarker>"
        "<Part><PartNumber>1</PartNumber><Size>16777216</Size><ETag>&quot;00&quot;</ETag></Part></ListPartsResult>")
    put("s3_answers", "begun", f"<InitiateMultipartUploadResult {space}><UploadId>u</UploadId></InitiateMultipartUploadResult>")
    put("s3_answers", "deleted", f"<DeleteResult {space}><Error><Key>k</Key><Code>AccessDenied</Code></Error></DeleteResult>")
    put("s3_answers", "error", "<Error><Code>NoSuchBucket</Code><Message>none</Message><Region>eu-central-1</Region></Error>")
    put("s3_answers", "versioning", f"<VersioningConfiguration {space}><Status>Enabled</Status></VersioningConfiguration>")
    put("s3_answers", "lifecycle", f"<LifecycleConfiguration {space}><Rule><ID>a</ID><Status>Enabled</Status><Filter><Prefix>f</Prefix>"
        "</Filter><Expiration><Days>3</Days></Expiration></Rule></LifecycleConfiguration>")


os.makedirs(ROOT, exist_ok=True)
for make in (images, descriptors, machines, packages, archives, library, answers):
    make()
