#pragma once

#include "task/task_record.h"

#include <QString>

namespace sealift {

/// How what a task writes is protected where it goes.
enum class Protection {
    Library, ///< encrypted with a library's key before it leaves memory; also what only reads one
    Sealed,  ///< an export that only those can open whom it is for
    Ec2,     ///< not in this computer: Amazon EC2 itself must read it; TLS on the wire, a KMS key at rest
    Plain,   ///< an export that everybody can read
};

/// Of settings that cannot be read: what promises least.
Protection protectionOf(const TaskRecord &record);

/// The form that an export is sealed in: "CMS", "age", "LUKS"; empty of others.
QString sealForm(const TaskRecord &record);

} // namespace sealift
