#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// Something that must not be found, and what it is called when it is.
struct PlantedSecret {
    QString name;
    QByteArray bytes;
};

/// The secret as programs might write it down: as it is, in hexadecimal digits of both kinds, in base64 at each of its
/// three alignments, in UTF-16.
QList<QByteArray> formsOf(const QByteArray &secret);

/// "NAME in WHERE" for each secret that the bytes hold in any of its forms.
QStringList secretsIn(const QByteArray &bytes, const QList<PlantedSecret> &secrets, const QString &where);

/// The same of all files below the folders, hidden ones included; links are not followed. @param spared paths of files
/// and folders that are passed over.
QStringList secretsBelow(const QStringList &folders, const QList<PlantedSecret> &secrets, const QStringList &spared);

/// The same of a running process's memory (proc(5), maps and smaps), leaving out what is locked: what could reach the
/// swap space. @param looked bytes that could be read; 0 where this user may not.
QStringList secretsInSwappableMemory(qint64 pid, const QList<PlantedSecret> &secrets, qint64 &looked);

/// How often the secret, as it is, lies in memory of the process that is locked.
int countInLockedMemory(qint64 pid, const QByteArray &secret);

} // namespace sealift::test
