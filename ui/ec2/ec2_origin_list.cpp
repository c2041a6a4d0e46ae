#include "ui/ec2/ec2_origin_list.h"

#include "ui/common/icons.h"
#include "ui/common/local_text.h"

#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace sealift {

namespace {

enum Column { Name, Id, Kind, Size, Encryption, Made, ColumnCount };

constexpr int kNumberRole = Qt::UserRole;
constexpr int kSortRole = Qt::UserRole + 1;

/// Sizes and dates in their own order, not in that of their texts.
class Item final : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem &other) const override
    {
        const int column = treeWidget() == nullptr ? 0 : treeWidget()->sortColumn();
        const auto own = data(column, kSortRole);
        if (own.isValid())
            return own.toLongLong() < other.data(column, kSortRole).toLongLong();
        return QString::localeAwareCompare(text(column), other.text(column)) < 0;
    }
};

QString tagOf(const Ec2Tags &tags, const QString &wanted)
{
    const auto found =
        std::find_if(tags.begin(), tags.end(), [&wanted](const auto &tag) { return tag.first == wanted; });
    return found == tags.end() ? QString() : found->second;
}

qint64 bytesOf(const Ec2Choice &choice)
{
    return std::accumulate(choice.disks.begin(), choice.disks.end(), qint64{0},
                           [](qint64 sum, const ImageDiskFacts &disk) { return sum + (disk.gibibytes << 30); });
}

bool isEncrypted(const Ec2Choice &choice)
{
    return std::all_of(choice.disks.begin(), choice.disks.end(),
                       [](const ImageDiskFacts &disk) { return disk.encrypted; });
}

} // namespace

Ec2OriginList::Ec2OriginList(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
{
    m_tree->setObjectName(QStringLiteral("ec2Origins"));
    m_tree->setAccessibleName(tr("Images and snapshots at EC2"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Name"), tr("Id"), tr("Kind"), tr("Size"), tr("Encryption"), tr("Made")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(Made, Qt::DescendingOrder);
    m_tree->setMinimumHeight(fontMetrics().height() * 7);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &Ec2OriginList::chosenChanged);
    connect(m_tree, &QTreeWidget::itemActivated, this, &Ec2OriginList::activated);
}

void Ec2OriginList::setListing(const Ec2Listing &listing)
{
    const auto before = chosen();
    m_tree->clear();
    m_choices.clear();
    m_tree->setSortingEnabled(false);
    for (const auto &image : listing.images) {
        if (!image.disks.isEmpty())
            add({image.id, image.name, image.disks},
                {tr("image (AMI)"), image.state, image.state == QLatin1String("available"), image.created,
                 image.description});
    }
    for (const auto &snapshot : listing.snapshots) {
        const auto name = tagOf(snapshot.tags, QStringLiteral("Name"));
        add({snapshot.id,
             name.isEmpty() ? snapshot.id : name,
             {{{}, snapshot.id, snapshot.gibibytes, snapshot.encrypted}}},
            {tr("snapshot"), snapshot.state, snapshot.state == QLatin1String("completed"), snapshot.started,
             snapshot.description});
    }
    m_tree->setSortingEnabled(true);
    for (int column = 0; column < ColumnCount; ++column)
        m_tree->resizeColumnToContents(column);
    for (int row = 0; before && row < m_tree->topLevelItemCount(); ++row) {
        auto *item = m_tree->topLevelItem(row);
        if (item->text(Id) == before->id)
            m_tree->setCurrentItem(item);
    }
    Q_EMIT chosenChanged();
}

void Ec2OriginList::add(const Ec2Choice &choice, const Line &line)
{
    auto *item = new Item(m_tree);
    item->setIcon(Name, icon(line.isReady ? IconName::Disk : IconName::Waiting));
    item->setText(Name, choice.name);
    item->setToolTip(Name, line.description);
    item->setText(Id, choice.id);
    item->setText(Kind, line.isReady ? line.kind : tr("%1 (%2)").arg(line.kind, line.state)); // the service's word
    item->setText(Size, localSize(bytesOf(choice), 0));
    item->setData(Size, kSortRole, bytesOf(choice));
    item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    item->setText(Encryption, isEncrypted(choice) ? tr("KMS key") : tr("none", "encryption at EC2"));
    item->setText(Made, localTimestamp(line.made));
    item->setData(Made, kSortRole, line.made.toMSecsSinceEpoch());
    item->setData(Name, kNumberRole, m_choices.size());
    if (!line.isReady)
        item->setFlags(item->flags() & ~(Qt::ItemIsSelectable | Qt::ItemIsEnabled));
    m_choices.append(choice);
}

std::optional<Ec2Choice> Ec2OriginList::chosen() const
{
    const auto selected = m_tree->selectedItems();
    if (selected.isEmpty())
        return {};
    return m_choices.at(selected.first()->data(Name, kNumberRole).toInt());
}

} // namespace sealift
