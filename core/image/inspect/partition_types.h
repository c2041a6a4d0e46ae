#pragma once

#include <QString>

namespace sealift {

/// Partition types that decide something here.
inline constexpr const char *kEfiSystemGuid = "C12A7328-F81F-11D2-BA4B-00A0C93EC93B";
inline constexpr const char *kBiosBootGuid = "21686148-6449-6E6F-744E-656564454649";
inline constexpr const char *kFreeBsdBootGuid = "83BD6B9D-7F41-11DC-BE0B-001560B84F0F";
inline constexpr const char *kWindowsLdmGuid = "5808C8AA-7E8F-42E0-85D2-E1E90434CFB3";
inline constexpr const char *kWindowsLdmDataGuid = "AF9B60A0-1431-4F62-BC68-3311714A69AD";
inline constexpr int kEfiSystemType = 0xef;
inline constexpr int kWindowsLdmType = 0x42;
inline constexpr int kProtectiveType = 0xee;

/// A partition's type in an MBR as PartitionFacts::type has it ("0x83").
QString mbrTypeText(int type);

/// What people call the type; empty where it is not known. The names are those of util-linux's fdisk.
QString gptTypeName(const QString &guid);
QString mbrTypeName(int type);

} // namespace sealift
