#pragma once

#include "scratch/cleanup_report.h"

#include <QWidget>

class QGridLayout;

namespace sealift {

/// The checks of a confirmation, each with a tick, a cross or an empty ring before it is made.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    /// What was done and seen.
    void setEntries(const QList<CleanupEntry> &entries);
    /// What will be looked at.
    void setAhead();

private:
    void clear();
    void add(const QString &name, const CleanupEntry *entry);

    QGridLayout *m_grid;
    int m_count = 0;
};

} // namespace sealift
