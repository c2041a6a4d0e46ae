#pragma once

#include <QList>
#include <QStringList>

namespace sealift {

/// Columns for a terminal. Cells are made printable, and are as wide as the widest of their column; the last one is not
/// padded.
class TextTable
{
public:
    enum class Align { Left, Right };

    struct Column {
        QString title;
        Align align = Align::Left;
    };

    explicit TextTable(QList<Column> columns)
        : m_columns(std::move(columns))
    {
    }

    /// One row; as many cells as there are columns.
    void add(const QStringList &cells);

    /// Title line and rows, without a line break at the end.
    QString text() const;

private:
    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

/// Facts under each other: labels on the left, values in one column. Facts without a value are left out.
class FactList
{
public:
    void add(const QString &label, const QString &value);
    /// A further line of the value before.
    void more(const QString &value) { add({}, value); }

    /// Without a line break at the end.
    QString text() const;

private:
    QList<std::pair<QString, QString>> m_facts;
};

} // namespace sealift
