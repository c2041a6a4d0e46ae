#pragma once

#include "task/audit_entry.h"

#include <QString>

namespace sealift {

/// An event of the audit log in words for people ("transferring, because ..."); its name where it is not known.
QString eventText(const AuditEvent &event);

} // namespace sealift
