#pragma once

#include <QStyledItemDelegate>

namespace sealift {

/// Paints the lines of the left side: a shape, a name and, smaller below it, what it is at.
class DestinationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< of a library
        LineRole,              ///< the second line
        SectionRole,           ///< true: a heading
        CommandRole,           ///< true: does something when it is activated
        Ec2Role,               ///< true: Amazon EC2
        TargetRole,            ///< true: what is dragged would be dropped here
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace sealift
