#pragma once

#include "policy/finding.h"
#include "ui/common/tone.h"

#include <QWidget>

class QVBoxLayout;

namespace sealift {

/// How bad it is, as a tone of the window.
Tone toneOf(Severity severity);

/// What preflight found, each with what it means and what helps.
class FindingsView : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsView(QWidget *parent = nullptr);

    void setFindings(const QList<Finding> &findings);
    const QList<Finding> &findings() const { return m_findings; }

private:
    QVBoxLayout *m_list;
    QList<Finding> m_findings;
};

} // namespace sealift
