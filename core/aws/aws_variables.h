#pragma once

#include <QByteArrayList>
#include <QString>
#include <QtCrypto>

namespace sealift {

/// The environment that AWS's settings are read from, as a value: the process's own, or one made for a test.
/// Thread-safe as long as nobody changes the process's environment.
class AwsVariables
{
public:
    /// The process's own. What is in it is not copied.
    static AwsVariables ofProcess();
    /// @param lines "NAME=value"; the first of a name counts.
    explicit AwsVariables(QByteArrayList lines);

    /// Empty where the variable is not set: an empty one counts as not set throughout.
    QString text(const char *name) const;
    QCA::SecureArray secret(const char *name) const;
    bool has(const char *name) const { return !find(name).isEmpty(); }

    /// A path, its "~/" at the beginning replaced by the home folder.
    QString path(const QString &text) const;

    /// All of them, for child processes.
    const QByteArrayList &lines() const { return m_lines; }

private:
    QByteArrayView find(const char *name) const;

    QByteArrayList m_lines;
};

} // namespace sealift
