#pragma once

#include "task/store_settings.h"

#include <QWidget>

class QLineEdit;

namespace sealift {

/// How a bucket is reached: whose credentials, which region, which certificates. All of it may stay empty: then it is
/// what AWS's own tools would find, and the system's certificates. Asks for no secret.
class BucketFields : public QWidget
{
    Q_OBJECT

public:
    explicit BucketFields(QWidget *parent = nullptr);

    /// What holds while no region is given, where that is not what the service says.
    void setUsualRegion(const QString &words);
    StoreSettings settings() const;

Q_SIGNALS:
    void changed();

private:
    void browse();

    QLineEdit *m_profile;
    QLineEdit *m_region;
    QLineEdit *m_caFile;
};

} // namespace sealift
