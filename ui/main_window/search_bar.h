#pragma once

#include <QWidget>

class QComboBox;

namespace sealift {

class SearchField;
class TaskFilter;

/// The right end of the tool bar: which tasks are shown.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    /// @param filter must outlive it.
    explicit SearchBar(TaskFilter &filter, QWidget *parent = nullptr);

    /// Puts the cursor into the search.
    void begin();
    /// Shows all tasks.
    void clear();

private:
    QComboBox *m_group;
    SearchField *m_words;
};

} // namespace sealift
