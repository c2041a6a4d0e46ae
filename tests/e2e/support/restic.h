#pragma once

#include "support/process_runner.h"

#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// Runs restic on one repository, without a cache, with a password file and a home and temporary folder of its own.
class Restic
{
public:
    /// @param scratch a folder for restic's own use.
    Restic(const QString &repository, const QString &passwordFile, const QString &scratch);

    CommandLine command(const QStringList &arguments) const;
    Finished run(const QStringList &arguments) const;

    Finished init(int version) const;
    /// @param options further arguments ("--compression", "max").
    Finished backup(const QString &file, const QStringList &options = {}) const;
    /// `check --read-data`: every pack read and every blob verified.
    Finished check() const;
    /// Restores the latest snapshot into the folder.
    Finished restoreLatest(const QString &folder) const;
    QJsonArray snapshots() const;

    /// Whether check() found the repository sound: it says so in words, and mentions no error.
    static bool isClean(const Finished &check);

private:
    QString m_repository;
    QString m_passwordFile;
    QString m_scratch;
};

} // namespace sealift::test
