#pragma once

#include "storage/store_options.h"
#include "support/process_runner.h"

#include <QHash>

namespace sealift::test {

/// The Ceph gateway that tests/support/rgw.sh has started for this run of ctest; by hand: in the folder $SEALIFT_RGW.
class Rgw
{
public:
    /// Reads what the script wrote; isThere() says whether that worked.
    Rgw();

    bool isThere() const { return !m_values.isEmpty(); }
    /// "RGW_HTTPS" and the like; see rgw.sh.
    QString value(const char *name) const { return m_values.value(QString::fromLatin1(name)); }
    /// "s3:https://localhost:PORT/place"
    QString location(const QString &place) const;

    /// Options to reach it with, as its user or as another one that owns nothing.
    StoreOptions options() const;
    StoreOptions othersOptions() const;
    /// The environment for programs that work with it (Sealift, restic, aws).
    QProcessEnvironment environment() const;

    /// `aws s3api ARGUMENTS` as its user.
    Finished aws(const QStringList &arguments) const;
    /// `radosgw-admin ARGUMENTS`
    Finished admin(const QStringList &arguments) const;
    /// `rgw.sh VERB`: crash, start.
    Finished control(const QString &verb) const;

private:
    QString m_folder;
    QHash<QString, QString> m_values;
};

} // namespace sealift::test
