#pragma once

#include "ui/common/guarantee_text.h"

#include <QFrame>

class QLabel;

namespace sealift {

/// What is promised for a destination, in three lines.
class GuaranteeView : public QFrame
{
    Q_OBJECT

public:
    explicit GuaranteeView(QWidget *parent = nullptr);

    /// Hidden until then.
    void setShown(bool isShown, DestinationKind kind);

private:
    QLabel *m_words;
};

} // namespace sealift
