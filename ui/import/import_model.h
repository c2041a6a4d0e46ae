#pragma once

#include "ui/import/import_plan.h"
#include "ui/services/image_probe_service.h"

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
    /// Names of images that the chosen library has.
    void setKnownNames(const QSet<QString> &names);

    /// Those that can be imported, in order.
    QList<ImportPlan::Image> importable() const;
    /// Those that cannot, each with the reason.
    QList<ProbedImage> refused() const;
    /// Some are still being looked at.
    bool isBusy() const;
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
    struct Row {
        ProbedImage probed;
        QString name;

        bool isReady() const { return probed.image.has_value(); }
        bool isPending() const { return !probed.image && !probed.problem; }
    };

    QVariant textOf(const Row &row, int column) const;
    QString stateText(const Row &row) const;
    QVariant iconOf(const Row &row) const;

    std::vector<Row> m_rows;
    QSet<QString> m_known;
};

} // namespace sealift
