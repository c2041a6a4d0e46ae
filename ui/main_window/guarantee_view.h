#pragma once

#include "ui/main_window/guarantee_text.h"

#include <QFrame>

class QLabel;

namespace sealift {

/// What is promised for a destination, in three lines.
class GuaranteeView : public QFrame
{
    Q_OBJECT

public:
    explicit GuaranteeView(QWidget *parent = nullptr);

    void setShown(bool isShown, DestinationKind kind);

private:
    QLabel *m_words;
};

} // namespace sealift
