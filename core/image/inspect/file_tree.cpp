#include "image/inspect/file_tree.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qsizetype kListLimit = 4 << 20;

/// GRUB's name of the first disk that it is given.
QString onDisk(const QString &path)
{
    return QStringLiteral("(loop0)") + path;
}

/// GRUB's reasons why there is no such file, as opposed to those why the file system cannot be read.
bool isAbsence(const QByteArray &errors)
{
    return errors.contains("not found") || errors.contains("not a directory") ||
           errors.contains("not a regular file") || errors.contains("invalid file type");
}

Error unreadable(const QByteArray &errors)
{
    auto said = QString::fromLocal8Bit(errors).trimmed();
    static const QLatin1String mark("error: ");
    if (const auto last = said.lastIndexOf(mark); last >= 0)
        said = said.mid(last + mark.size());
    return {ErrorCode::Unsupported, QStringLiteral("GRUB's driver cannot read the file system: %1").arg(said)};
}

std::optional<FileTree::Entry> entryOf(const QByteArray &line)
{
    // "DIR          20240506070809 name/" or "1234         20240506070809 name"
    const auto first = line.indexOf(' ');
    if (first <= 0)
        return {};
    auto at = first;
    while (at < line.size() && line.at(at) == ' ')
        ++at;
    const auto second = line.indexOf(' ', at);
    if (second < 0)
        return {};
    FileTree::Entry entry;
    auto name = line.mid(second + 1);
    entry.folder = line.startsWith("DIR");
    if (entry.folder && name.endsWith('/'))
        name.chop(1);
    entry.name = QString::fromUtf8(name);
    entry.size = entry.folder ? 0 : std::max(0LL, line.left(first).toLongLong());
    const bool shows = std::all_of(entry.name.begin(), entry.name.end(), [](QChar c) { return c.isPrint(); });
    if (!shows || entry.name.isEmpty() || entry.name.contains(QLatin1Char('/')) || entry.name == QLatin1String(".") ||
        entry.name == QLatin1String(".."))
        return {};
    return entry;
}

} // namespace

FileTree::FileTree(DiskTool grub, DiskView view)
    : m_grub(std::move(grub))
    , m_view(std::move(view))
{
}

Result<QList<FileTree::Entry>> FileTree::list(const QString &folder) const
{
    const auto path = folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/');
    SEALIFT_ASSIGN(const auto answer, m_grub.run(m_view,
                                                 {DiskTool::diskPath(), QStringLiteral("--"), QStringLiteral("ls"),
                                                  QStringLiteral("-l"), QStringLiteral("-a"), onDisk(path)},
                                                 kListLimit));
    if (!answer.errors.isEmpty() && !isAbsence(answer.errors))
        return fail(unreadable(answer.errors));
    QList<Entry> entries;
    for (const auto &line : answer.output.split('\n')) {
        if (auto entry = entryOf(line))
            entries.append(std::move(*entry));
    }
    return entries;
}

Result<std::optional<QByteArray>> FileTree::read(const QString &file, qint64 limit, qint64 skip) const
{
    SEALIFT_ASSIGN(const auto answer,
                   m_grub.run(m_view,
                              {QStringLiteral("--skip=%1").arg(skip), QStringLiteral("--length=%1").arg(limit),
                               DiskTool::diskPath(), QStringLiteral("--"), QStringLiteral("cat"), onDisk(file)},
                              limit));
    if (answer.code != 0 || !answer.errors.isEmpty()) {
        if (isAbsence(answer.errors))
            return std::optional<QByteArray>();
        return fail(unreadable(answer.errors));
    }
    return std::optional(answer.output);
}

} // namespace sealift
