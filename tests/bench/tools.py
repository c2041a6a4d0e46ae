"""The programs that are compared. Each stores a disk in a fresh place of its own and gets it out again."""

import os
import shutil
import subprocess

PASSWORD = "a benchmark's password"


class Tool:
    """One program. `prepare` makes the fresh place and is not timed; the command lines are."""

    name = ""
    stores = True  # has an import at all
    reads_holes = True  # needs a time limit on huge sparse disks

    def __init__(self, sealift):
        self.sealift = sealift
        self.folder = ""
        self.env = dict(os.environ)

    def prepare(self, folder):
        self.folder = folder
        os.makedirs(folder)
        self.password_file = os.path.join(folder, "password")
        with open(self.password_file, "w", encoding="utf-8") as file:
            file.write(PASSWORD + "\n")
        os.chmod(self.password_file, 0o600)

    @property
    def store(self):
        """Where the disk is kept, encrypted."""
        return os.path.join(self.folder, "store")

    @property
    def target(self):
        """The raw file that the export makes."""
        return os.path.join(self.folder, "out", "disk.raw")

    def prepare_export(self):
        os.makedirs(os.path.dirname(self.target))

    def import_command(self, source):
        raise NotImplementedError

    def export_command(self, source):
        raise NotImplementedError

    def source_file(self, source):
        """What the tool reads of a source."""
        return source.image

    def version(self):
        """A line for the report."""
        raise NotImplementedError


class Sealift(Tool):
    name = "sealift"
    reads_holes = False

    def prepare(self, folder):
        super().prepare(folder)
        # The key that signs receipts is made once for an installation, not for every task.
        own = os.path.join(os.path.dirname(folder), "sealift")
        self.env.update(SEALIFT_LIBRARY=self.store, SEALIFT_PASSWORD_FILE=self.password_file,
                        SEALIFT_STATE=os.path.join(own, "state"), SEALIFT_SCRATCH=os.path.join(own, "scratch"))
        subprocess.run([self.sealift, "library", "init", "--no-recovery-key", self.store], env=self.env, check=True,
                       stdout=subprocess.DEVNULL)

    def import_command(self, source):
        return [self.sealift, "import", "--name", "disk", source.image]

    def export_command(self, source):
        return [self.sealift, "export", "--format", "raw", "-o", self.target, "disk"]

    def version(self):
        return first_line([self.sealift, "version"])


class Restic(Tool):
    """Gets the raw disk, as its users give it: it knows no disk formats."""

    name = "restic"

    def prepare(self, folder):
        super().prepare(folder)
        self.env.update(RESTIC_REPOSITORY=self.store, RESTIC_PASSWORD_FILE=self.password_file,
                        RESTIC_CACHE_DIR=os.path.join(folder, "cache"))
        subprocess.run(["restic", "init"], env=self.env, check=True, stdout=subprocess.DEVNULL)
        text = subprocess.run(["restic", "restore", "--help"], capture_output=True, text=True, check=True).stdout
        self.sparse = ["--sparse"] if "--sparse" in text else []  # since 0.15

    def source_file(self, source):
        return source.raw

    @property
    def target(self):
        return os.path.join(self.folder, "out") + self.source_path

    def import_command(self, source):
        self.source_path = os.path.abspath(source.raw)
        return ["restic", "backup", source.raw]

    def export_command(self, source):
        return ["restic", "restore", "latest", *self.sparse, "--target", os.path.join(self.folder, "out")]

    def prepare_export(self):
        os.makedirs(os.path.join(self.folder, "out"))

    def version(self):
        return first_line(["restic", "version"])


class RcloneCrypt(Tool):
    """A crypt remote on a local folder; gets the raw disk."""

    name = "rclone crypt"

    def prepare(self, folder):
        super().prepare(folder)
        obscured = subprocess.run(["rclone", "obscure", PASSWORD], capture_output=True, text=True, check=True).stdout.strip()
        self.env.update(RCLONE_CONFIG=os.path.join(folder, "rclone.conf"), RCLONE_CONFIG_VAULT_TYPE="crypt",
                        RCLONE_CONFIG_VAULT_REMOTE=self.store, RCLONE_CONFIG_VAULT_PASSWORD=obscured,
                        RCLONE_CACHE_DIR=os.path.join(folder, "cache"))
        with open(self.env["RCLONE_CONFIG"], "w", encoding="utf-8"):
            pass

    def source_file(self, source):
        return source.raw

    def import_command(self, source):
        # It would refuse a disk larger than the room that is free; this way it is seen how far it gets.
        if os.path.getsize(source.raw) > shutil.disk_usage(self.folder).free:
            self.env["RCLONE_LOCAL_NO_PREALLOCATE"] = "true"
        return ["rclone", "copyto", source.raw, "vault:disk.raw"]

    def export_command(self, source):
        return ["rclone", "copyto", "vault:disk.raw", self.target]

    def version(self):
        return first_line(["rclone", "version"])


class QemuImg(Tool):
    """Converts the image to raw: what an export would cost without encryption. As users run it, without a flush at the end."""

    name = "qemu-img convert"
    stores = False
    reads_holes = False
    options = []

    def export_command(self, source):
        return ["qemu-img", "convert", *self.options, "-f", source.format, "-O", "raw", source.image, self.target]

    def version(self):
        return first_line(["qemu-img", "--version"])


class QemuImgFlushed(QemuImg):
    """The same, with the data safely on the disk at the end, as Sealift's export has it."""

    name = "qemu-img convert, flushed"
    options = ["-t", "writeback"]


ALL = [Sealift, Restic, RcloneCrypt, QemuImg, QemuImgFlushed]

NEEDED = {"restic": "restic", "rclone": "rclone", "qemu-img": "qemu-utils", "openssl": "openssl", "mke2fs": "e2fsprogs"}


def missing():
    """Sentences for the programs that are not there."""
    return [f"{program} is missing: install the Debian package {package}"
            for program, package in NEEDED.items() if not shutil.which(program)]


def first_line(argv):
    return subprocess.run(argv, capture_output=True, text=True, check=True).stdout.splitlines()[0]
