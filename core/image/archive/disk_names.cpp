#include "image/archive/disk_names.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qsizetype kLongestName = 120;

/// What macOS adds to archives: attributes of the files beside them.
bool isAttribute(const QString &name)
{
    return name.startsWith(QLatin1String("__MACOSX/")) ||
           name.section(QLatin1Char('/'), -1).startsWith(QLatin1String("._"));
}

bool isDisk(const QString &name)
{
    static const QStringList suffixes{QStringLiteral(".raw"), QStringLiteral(".img"),  QStringLiteral(".qcow2"),
                                      QStringLiteral(".vhd"), QStringLiteral(".vhdx"), QStringLiteral(".vdi"),
                                      QStringLiteral(".dd"),  QStringLiteral(".vmdk")};
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&name](const QString &suffix) { return name.endsWith(suffix, Qt::CaseInsensitive); });
}

} // namespace

QStringList diskNamesIn(const QStringList &names)
{
    QStringList files;
    std::copy_if(names.begin(), names.end(), std::back_inserter(files),
                 [](const QString &name) { return !isAttribute(name); });
    QStringList disks;
    std::copy_if(files.begin(), files.end(), std::back_inserter(disks), isDisk);
    return disks.isEmpty() && files.size() == 1 ? files : disks;
}

QString UniqueNames::next(const QString &wanted)
{
    auto base = wanted.left(kLongestName);
    base.replace(QLatin1Char('/'), QLatin1Char('-'));
    if (base.isEmpty() || base == QLatin1String(".") || base == QLatin1String(".."))
        base = QStringLiteral("disk");
    auto name = base;
    for (int i = 2; m_given.contains(name); ++i)
        name = QStringLiteral("%1-%2").arg(base).arg(i);
    m_given.insert(name);
    return name;
}

} // namespace sealift
