#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QScrollArea;

namespace sealift {

class FindingsView;
struct ImportRow;

/// What preflight found in one image of an import sheet, and whether it is to be imported all the same. Hidden where
/// nothing was found.
class ImportFindings : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFindings(QWidget *parent = nullptr);

    /// @param row null: there is none.
    void showRow(const ImportRow *row);

Q_SIGNALS:
    /// The user wants the shown image imported in spite of what was found, or not.
    void forced(bool isForced);

private:
    QLabel *m_title;
    FindingsView *m_findings;
    QScrollArea *m_scroll;
    QCheckBox *m_force;
};

} // namespace sealift
