#pragma once

#include "ui/services/ec2_service.h"

#include <QWidget>

#include <optional>

class QTreeWidget;

namespace sealift {

/// Something at EC2 that was chosen.
struct Ec2Choice {
    QString id;                  ///< "snap-..." or "ami-..."
    QString name;                ///< the image's, or the snapshot's tag "Name"; else the id
    QList<ImageDiskFacts> disks; ///< of a snapshot one, without a device
};

/// The account's own images and snapshots at EC2, to choose one of them. What cannot be read yet is shown, and cannot
/// be chosen.
class Ec2OriginList : public QWidget
{
    Q_OBJECT

public:
    explicit Ec2OriginList(QWidget *parent = nullptr);

    /// What was chosen stays chosen, if it is there.
    void setListing(const Ec2Listing &listing);
    std::optional<Ec2Choice> chosen() const;
    bool isEmpty() const { return m_choices.isEmpty(); }

Q_SIGNALS:
    void chosenChanged();
    /// By a double click or the Return key.
    void activated();

private:
    struct Line {
        QString kind;
        QString state;
        bool isReady = false;
        QDateTime made;
        QString description;
    };
    void add(const Ec2Choice &choice, const Line &line);

    QTreeWidget *m_tree;
    QList<Ec2Choice> m_choices; ///< by the items' numbers
};

} // namespace sealift
