#pragma once

#include "aws/credential_chain.h"
#include "http/http_client.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace sealift::test {

/// A home folder with AWS's two files, and an environment that leads to nothing else.
class AwsHome
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Mode 0600, with the folders above it.
    QString write(const QString &name, const QByteArray &content) const
    {
        const auto file = path(name);
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        const bool written = out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
        if (!written || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("cannot write a file of the test");
        return file;
    }
    void config(const QByteArray &content) const { write(QStringLiteral(".aws/config"), content); }
    void credentials(const QByteArray &content) const { write(QStringLiteral(".aws/credentials"), content); }

    void set(const char *name, const QString &value)
    {
        m_lines.prepend(QByteArray(name) + '=' + QFile::encodeName(value));
    }
    /// What set() said, before what leads nowhere: the first of a name counts.
    AwsVariables variables() const
    {
        return AwsVariables(m_lines + QByteArrayList{"HOME=" + QFile::encodeName(m_folder.path()), "PATH=/usr/bin:/bin",
                                                     "AWS_EC2_METADATA_DISABLED=true"});
    }

private:
    QTemporaryDir m_folder;
    QByteArrayList m_lines;
};

/// All that an error says.
inline QString everythingOf(const Error &error)
{
    auto text = error.what() + QLatin1Char('\n') + error.remedy();
    for (const auto &[key, value] : error.context())
        text += QLatin1Char('\n') + key + QLatin1Char('=') + value;
    return text;
}

} // namespace sealift::test
