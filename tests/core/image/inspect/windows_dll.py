"""Writes a stand-in for ntdll.dll: a PE header for x86-64 (PE format, "COFF File Header"), and the resource that has its
version, 10.0.20348.2340 (Win32, VS_FIXEDFILEINFO).

Usage: windows_dll.py FILE
"""

import struct
import sys

HEADER = 128
program = b"MZ".ljust(60, b"\0") + struct.pack("<I", HEADER)
program = program.ljust(HEADER, b"\0") + b"PE\0\0" + struct.pack("<HH", 0x8664, 1)
program = program.ljust(8192, b"\0")
program += struct.pack("<IIIIII", 0xFEEF04BD, 0x10000, 10 << 16, 20348 << 16 | 2340, 10 << 16, 20348 << 16 | 2340)
with open(sys.argv[1], "wb") as file:
    file.write(program.ljust(16384, b"\0"))
