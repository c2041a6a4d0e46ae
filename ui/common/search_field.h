#pragma once

#include <QLineEdit>

namespace sealift {

/// A line to search by, with a button to clear it; both say to a screen reader what they are.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// @param words what is searched; shown while the line is empty.
    explicit SearchField(const QString &words, QWidget *parent = nullptr);
};

} // namespace sealift
