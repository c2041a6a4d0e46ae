#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace sealift {

class ElidedLabel;

/// Facts under each other: what they are, and their values. Facts without a value are left out. Setting the same facts
/// again changes the values in place.
class FactList : public QWidget
{
    Q_OBJECT

public:
    struct Fact {
        QString label;
        QString value;
        bool isPath = false; ///< cut in the middle where it is too long
    };

    explicit FactList(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

private:
    struct Row {
        QLabel *label;
        ElidedLabel *value;
        bool isPath;
    };
    QFormLayout *m_form;
    QList<Row> m_rows;
};

} // namespace sealift
