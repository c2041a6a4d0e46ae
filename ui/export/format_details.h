#pragma once

#include "image/writers/write_options.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace sealift {

/// A format and what may be chosen of it. Offers only what the format has.
class FormatDetails : public QWidget
{
    Q_OBJECT

public:
    explicit FormatDetails(QWidget *parent = nullptr);

    void set(WriteFormat format, const WriteOptions &options);
    WriteFormat format() const;
    WriteOptions options() const;

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    void offer(WriteFormat format, const WriteOptions &options);

    QComboBox *m_format;
    QComboBox *m_subformat;
    QComboBox *m_compression;
    QComboBox *m_blockSize;
    QCheckBox *m_aligned;
};

} // namespace sealift
