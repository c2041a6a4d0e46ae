#include "aws/aws_variables.h"

#include <QDir>
#include <QFile>

#include <cstring>

#include <unistd.h>

namespace sealift {

AwsVariables AwsVariables::ofProcess()
{
    QByteArrayList lines;
    for (char **line = environ; line != nullptr && *line != nullptr; ++line)
        lines.append(QByteArray::fromRawData(*line, static_cast<qsizetype>(std::strlen(*line))));
    return AwsVariables(std::move(lines));
}

AwsVariables::AwsVariables(QByteArrayList lines)
    : m_lines(std::move(lines))
{
}

QByteArrayView AwsVariables::find(const char *name) const
{
    const QByteArrayView wanted(name);
    for (const auto &line : m_lines) {
        const QByteArrayView view(line);
        if (view.size() > wanted.size() && view.startsWith(wanted) && view[wanted.size()] == '=')
            return view.sliced(wanted.size() + 1);
    }
    return {};
}

QString AwsVariables::text(const char *name) const
{
    return QFile::decodeName(find(name).toByteArray());
}

QCA::SecureArray AwsVariables::secret(const char *name) const
{
    const auto value = find(name);
    QCA::SecureArray bytes(static_cast<int>(value.size()));
    if (!value.isEmpty())
        std::memcpy(bytes.data(), value.data(), static_cast<std::size_t>(value.size()));
    return bytes;
}

QString AwsVariables::path(const QString &text) const
{
    if (text != QLatin1String("~") && !text.startsWith(QLatin1String("~/")))
        return text;
    const auto home = this->text("HOME");
    return (home.isEmpty() ? QDir::homePath() : home) + text.mid(1);
}

} // namespace sealift
