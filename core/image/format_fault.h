#pragma once

#include "base/error.h"
#include "image/file_window.h"

#include <QString>

namespace sealift {

/// Words the errors of one container format's parser: every one names the file, the format and the field.
class FormatFault
{
public:
    /// @param format its name as users write it ("qcow2").
    FormatFault(const FileWindow &file, QString format)
        : m_path(file.path())
        , m_format(std::move(format))
    {
    }

    /// The file contradicts its format, or itself. The remedy is to copy the image again.
    Error corrupt(const QString &field, const QString &detail) const;
    /// The file is valid, but Sealift or QEMU cannot read it.
    Error unsupported(const QString &field, const QString &detail, const QString &remedy) const;
    /// The file asks for something that must not be given to a file from elsewhere.
    Error unsafe(const QString &field, const QString &detail, const QString &remedy) const;

private:
    Error make(ErrorCode code, const QString &field, const QString &detail, const QString &remedy) const;

    QString m_path;
    QString m_format;
};

/// The remedy for an image that is only the difference to another one.
QString flattenRemedy(const QString &qemuFormat);

} // namespace sealift
