#pragma once

#include "library/blob_writer.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sealift {

/// What few people change about an import; folded until somebody unfolds it.
class ImportOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ImportOptions(bool straightAway, QWidget *parent = nullptr);

    Compression compression() const;
    qint64 packSize() const; ///< bytes
    bool straightAway() const;

private:
    QWidget *form();

    QComboBox *m_compression;
    QSpinBox *m_packSize;
    QCheckBox *m_straightAway;
};

} // namespace sealift
