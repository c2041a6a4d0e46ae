#pragma once

#include "support/process_runner.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// A container format as qemu-img knows it.
struct ImageFormat {
    QString name;        ///< for rows of test tables
    QString driver;      ///< qemu's name ("vpc")
    QString probed;      ///< Sealift's name ("vhd")
    QString options;     ///< for `qemu-img -o`; may be empty
    bool empty = false;  ///< qemu-img can make a disk of 0 bytes
    bool update = false; ///< qemu-io can write into an existing image in any order
};

/// Every input format that Sealift must read, with the variants of each.
QList<ImageFormat> inputFormats();

/// A stretch of a disk to write with qemu-io.
struct Patch {
    enum class Fill { Constant, Random, Zeroes };
    Fill fill = Fill::Constant;
    qint64 offset = 0;
    qint64 length = 0;
    int value = 0xA5; ///< of a constant patch
};

/// Makes disk images in one folder with qemu's tools. A tool that fails ends the test program with its output: a broken
/// fixture must never look like a passed test.
class ImageMaker
{
public:
    explicit ImageMaker(const QString &folder);

    QString path(const QString &name) const;

    /// A sparse raw file, written by qemu-io.
    QString raw(const QString &name, qint64 size, const QList<Patch> &patches);

    /// A copy of the raw file in another format, by `qemu-img convert`.
    QString converted(const QString &rawFile, const ImageFormat &format, const QString &name);

    /// An image made by `qemu-img create` and written in place by qemu-io.
    QString created(const ImageFormat &format, const QString &name, qint64 size, const QList<Patch> &patches);

    /// What qemu reads out of the image, as a raw file: the reference for what Sealift exports.
    QString reference(const QString &image, const ImageFormat &format, const QString &name);

    /// The size of the disk, as qemu sees it.
    static qint64 virtualSize(const QString &image, const QString &driver);

    /// `qemu-img compare` of an image with a raw file.
    static Finished compare(const QString &image, const QString &driver, const QString &rawFile);
    /// `qemu-img check`.
    static Finished check(const QString &image, const QString &driver);

private:
    void write(const QString &image, const QString &driver, const QList<Patch> &patches);

    QString m_folder;
};

} // namespace sealift::test
