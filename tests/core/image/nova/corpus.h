#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

/// Images, good, odd and hostile, to be judged by several.
namespace sealift::test {

struct CorpusImage {
    QString name;       ///< "qcow2/512M", "vmdk/parent"; its first part groups it
    QString path;       ///< each in a folder of its own
    QByteArray claimed; ///< the format that it says it is, as Nova calls it: "raw" for none
    QString qemuFormat; ///< of a good one, as qemu-img calls it; empty: it is not good
};

/// Makes the images below a folder: those that Nova's own unit tests build, what tst_unsafe_images refuses, splits,
/// streams, polyglots, and images with bits turned over. Ends the program where a tool fails.
class Corpus
{
public:
    explicit Corpus(const QString &folder);

    const QList<CorpusImage> &images() const { return m_images; }

private:
    void addNovasOwn();
    void addGood();
    void addHostile();
    void addVulnerabilities();
    void addPolyglots();
    void addDescriptors();
    void addDamaged();

    /// A folder for an image, made.
    QString place(const QString &name, const QString &file = QStringLiteral("image"));
    CorpusImage &add(const QString &name, const QByteArray &claimed, const QByteArray &bytes);
    CorpusImage &addFile(const QString &name, const QByteArray &claimed, const QString &path);
    CorpusImage &addGood(const QString &name, const QByteArray &claimed, const QString &qemuFormat,
                         const QString &options, qint64 size);
    QByteArray base(const QByteArray &name) const;

    const QString m_folder;
    QList<CorpusImage> m_images;
    QHash<QByteArray, QByteArray> m_bases;
};

} // namespace sealift::test
