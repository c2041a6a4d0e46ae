#include "common/text_table.h"

#include "common/human_text.h"

#include <algorithm>

namespace sealift {

namespace {

const auto kGap = QStringLiteral("  ");

QString withoutTrailingBlanks(QString line)
{
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

} // namespace

void TextTable::add(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    QStringList row;
    for (const auto &cell : cells)
        row.append(printable(cell));
    m_rows.append(row);
}

QString TextTable::text() const
{
    QList<QStringList> rows;
    QStringList titles;
    for (const auto &column : m_columns)
        titles.append(column.title);
    rows.append(titles);
    rows.append(m_rows);

    QList<int> widths(m_columns.size(), 0);
    for (const auto &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    QStringList lines;
    for (const auto &row : rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString blanks(std::max(0, widths[i] - displayWidth(row[i])), QLatin1Char(' '));
            cells.append(m_columns[i].align == Align::Right ? blanks + row[i] : row[i] + blanks);
        }
        lines.append(withoutTrailingBlanks(cells.join(kGap)));
    }
    return lines.join(QLatin1Char('\n'));
}

void FactList::add(const QString &label, const QString &value)
{
    if (!value.isEmpty())
        m_facts.append({label, printable(value)});
}

QString FactList::text() const
{
    int width = 0;
    for (const auto &[label, value] : m_facts)
        width = std::max(width, displayWidth(label));
    QStringList lines;
    for (const auto &[label, value] : m_facts)
        lines.append(padded(label, width) + kGap + value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace sealift
