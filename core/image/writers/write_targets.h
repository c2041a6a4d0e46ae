#pragma once

#include "image/writers/write_options.h"

#include <QList>
#include <QString>

#include <optional>

namespace sealift {

/// A format with options, by what people know: where the disk is to run.
struct WriteTarget {
    QString name;  ///< stable ("esxi")
    QString title; ///< "VMware ESXi, vCenter"
    WriteFormat format;
    WriteOptions options;
    QString note; ///< what to know about it; may be empty
};

/// All of them, in the order in which to show them. The list lives as long as the program.
const QList<WriteTarget> &writeTargets();

/// The target of that name; nothing if there is none.
std::optional<WriteTarget> writeTargetFromName(const QString &name);

} // namespace sealift
