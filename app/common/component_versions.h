#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sealift {

/// A library that Sealift runs on, or a program that it starts.
struct Component {
    QString id;      ///< for machines: "qemu-nbd"
    QString name;    ///< for people: "qemu-nbd"
    QString version; ///< empty where it is not known
    QString path;    ///< of a program; empty for a library, and for a program that is not there
    bool found = true;
};

/// Sealift and the libraries in use, with their versions at run time.
QList<Component> libraryComponents();

/// The helper programs, looked for in PATH and asked for their version (up to two seconds each).
QList<Component> programComponents();

/// Both, for machines: {"version", "components": [{"id", "version", "found", "path"}]}.
QJsonObject versionFacts();

} // namespace sealift
