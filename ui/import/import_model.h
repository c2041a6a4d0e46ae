#pragma once

#include "ui/import/import_plan.h"
#include "ui/import/import_row.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace sealift {

/// The files of an import sheet: what each is, or why it cannot be imported. The name of one that can is editable.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, File, Format, Size, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Adds files that are being looked at; what is there already is passed over. The new ones.
    QStringList add(const QStringList &paths);
    void remove(const QModelIndexList &rows);
    void setProbed(const ProbedImage &image);
    void setExamined(const ExaminedImage &image);
    /// Images that nobody was asked to examine yet; from now on somebody was.
    QStringList takeUnexamined();
    /// Where the images go: what speaks against that keeps them out. @param purpose where they are to run one day: what
    /// speaks against that is shown, too.
    void setDestination(Destination destination, const ImportPurpose &purpose = {});
    /// The image is to be imported in spite of what preflight finds, or not.
    void setForced(int row, bool isForced);
    /// Names of images that the chosen library has.
    void setKnownNames(const QSet<QString> &names);

    /// Those that can be imported, in order.
    QList<ImportPlan::Image> importable() const;
    /// Those that cannot, each with the reason.
    QList<ProbedImage> refused() const;
    const ImportRow &rowAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    /// Some are still being looked at.
    bool isBusy() const;
    /// What is on the disks of some is not known yet.
    bool isExamining() const;
    /// Why the names will not do; empty: they will.
    QString nameProblem() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();

private:
    QVariant textOf(const ImportRow &row, int column) const;
    QVariant toolTipOf(const ImportRow &row, int column) const;
    std::vector<ImportRow>::iterator find(const QString &path);
    void tell(int row);

    std::vector<ImportRow> m_rows;
    Destination m_destination = Destination::Library;
    ImportPurpose m_purpose;
    QSet<QString> m_known;
};

} // namespace sealift
