#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace sealift {

/// Which files of an archive are disk images: those whose names end as such do; else the only file there is.
QStringList diskNamesIn(const QStringList &names);

/// Names for disks of one image: without folders, and each once.
class UniqueNames
{
public:
    /// A name like the one that is wanted.
    QString next(const QString &wanted);

private:
    QSet<QString> m_given;
};

} // namespace sealift
