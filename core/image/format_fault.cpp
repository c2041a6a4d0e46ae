#include "image/format_fault.h"

namespace sealift {

Error FormatFault::make(ErrorCode code, const QString &field, const QString &detail, const QString &remedy) const
{
    return Error(code, QStringLiteral("%1 (%2): %3: %4").arg(m_path, m_format, field, detail), remedy)
        .with(QStringLiteral("file"), m_path)
        .with(QStringLiteral("format"), m_format)
        .with(QStringLiteral("field"), field);
}

Error FormatFault::corrupt(const QString &field, const QString &detail) const
{
    return make(ErrorCode::Corrupt, field, detail,
                QStringLiteral("Copy or download the image again, and compare its checksum with the original's."));
}

Error FormatFault::unsupported(const QString &field, const QString &detail, const QString &remedy) const
{
    return make(ErrorCode::Unsupported, field, detail, remedy);
}

Error FormatFault::unsafe(const QString &field, const QString &detail, const QString &remedy) const
{
    return make(ErrorCode::Unsafe, field, detail, remedy);
}

QString flattenRemedy(const QString &qemuFormat)
{
    return QStringLiteral(
               "On the machine it comes from, make a self-contained copy: qemu-img convert -f %1 -O qcow2 IMAGE "
               "NEW.qcow2 (or consolidate its snapshots there).")
        .arg(qemuFormat);
}

} // namespace sealift
