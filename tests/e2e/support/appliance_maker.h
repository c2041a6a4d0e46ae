#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// A disk of an appliance that is made.
struct ApplianceDisk {
    QString file;          ///< its name in the folder; empty: a new disk
    QByteArray capacity;   ///< as the description has it
    QByteArray attributes; ///< more of its File element (ovf:compression="gzip")
};

/// Makes OVF packages in a folder: descriptions by hand, manifests by openssl, archives by tar. A tool that fails ends
/// the test program with its output.
class ApplianceMaker
{
public:
    /// @param folder of the package's files; it is made.
    explicit ApplianceMaker(QString folder);

    QString path(const QString &name) const;

    /// Writes NAME.ovf: one machine with these disks on a SCSI controller, 2 processors, 1 GiB and a network adapter.
    void describe(const QString &name, const QList<ApplianceDisk> &disks, const QByteArray &version = "1");

    /// Writes NAME.mf with a line for each file. @param digest as openssl spells it ("sha256").
    void addManifest(const QString &name, const QStringList &files, const QString &digest = QStringLiteral("sha256"));

    /// Writes NAME.cert: a certificate that vouches for itself, and its signature over NAME.mf.
    void sign(const QString &name);

    /// A tar archive of these files of the folder, in this order. Returns its path.
    QString pack(const QString &archive, const QStringList &files, const QString &format = QStringLiteral("ustar"));

    /// The file in pieces of that size, NAME.000000000 and so on; the whole is removed. Returns their names.
    QStringList split(const QString &file, qint64 size);

    /// Runs a shell command in the folder.
    void shell(const QString &command);

private:
    QString m_folder;
};

} // namespace sealift::test
