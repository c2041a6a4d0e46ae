#include "ui/import/import_model.h"

#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/local_text.h"

#include <QFileInfo>

#include <algorithm>

namespace sealift {

namespace {

QString formatText(const ProbedImage &probed)
{
    const auto &image = *probed.image;
    if (!probed.container.isEmpty())
        return probed.container;
    const auto format = image.format == DiskFormat::Qcow2 || image.format == DiskFormat::Raw
                            ? diskFormatName(image.format)
                            : diskFormatName(image.format).toUpper();
    return image.subformat.isEmpty() ? format : ImportModel::tr("%1, %2").arg(format, image.subformat);
}

} // namespace

QStringList ImportModel::add(const QStringList &paths)
{
    QStringList added;
    for (const auto &path : paths) {
        const auto isSame = [&path](const Row &row) { return row.probed.path == path; };
        if (std::any_of(m_rows.begin(), m_rows.end(), isSame))
            continue;
        const auto row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.push_back({{path, {}, {}}, usualImageName(path)});
        endInsertRows();
        added.append(path);
    }
    if (!added.isEmpty())
        Q_EMIT changed();
    return added;
}

void ImportModel::remove(const QModelIndexList &rows)
{
    QList<int> numbers;
    for (const auto &index : rows)
        numbers.append(index.row());
    std::sort(numbers.begin(), numbers.end(), std::greater<>());
    for (const int row : numbers) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    Q_EMIT changed();
}

void ImportModel::setProbed(const ProbedImage &image)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&image](const Row &row) { return row.probed.path == image.path; });
    if (found == m_rows.end())
        return;
    found->probed = image;
    const auto row = static_cast<int>(found - m_rows.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT changed();
}

void ImportModel::setKnownNames(const QSet<QString> &names)
{
    m_known = names;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, State), index(static_cast<int>(m_rows.size()) - 1, State));
}

QList<ImportPlan::Image> ImportModel::importable() const
{
    QList<ImportPlan::Image> images;
    for (const auto &row : m_rows) {
        if (row.isReady())
            images.append({row.probed.image->path, row.name});
    }
    return images;
}

QList<ProbedImage> ImportModel::refused() const
{
    QList<ProbedImage> refused;
    for (const auto &row : m_rows) {
        if (row.probed.problem)
            refused.append(row.probed);
    }
    return refused;
}

bool ImportModel::isBusy() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isPending(); });
}

QString ImportModel::nameProblem() const
{
    QSet<QString> seen;
    for (const auto &image : importable()) {
        if (image.name.isEmpty())
            return tr("%1 needs a name.").arg(QFileInfo(image.path).fileName());
        if (seen.contains(image.name))
            return tr("Two images would be named \"%1\". Give one of them another name.").arg(image.name);
        seen.insert(image.name);
    }
    return {};
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportModel::stateText(const Row &row) const
{
    if (row.isPending())
        return tr("being looked at...");
    if (row.probed.problem)
        return errorTitle(row.probed.problem->code());
    if (!row.probed.image->warnings.isEmpty())
        return row.probed.image->warnings.first();
    if (m_known.contains(row.name))
        return tr("New version: the library has an image of this name");
    return tr("Ready");
}

QVariant ImportModel::textOf(const Row &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case File:
        return QFileInfo(row.probed.path).fileName();
    case Format:
        return row.isReady() ? formatText(row.probed) : QString();
    case Size:
        // What is in a compressed file shows when it is unpacked.
        return row.isReady() && (row.probed.container.isEmpty() || row.probed.image->virtualSize > 0)
                   ? localSize(row.probed.image->virtualSize)
                   : QString();
    case State:
        return stateText(row);
    default:
        return {};
    }
}

QVariant ImportModel::iconOf(const Row &row) const
{
    if (row.isPending())
        return icon(IconName::Waiting, Tone::Muted);
    if (row.probed.problem)
        return icon(IconName::Failed, Tone::Bad);
    if (!row.probed.image->warnings.isEmpty())
        return icon(IconName::Warning, Tone::Warning);
    return icon(IconName::Tick, Tone::Good);
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    const auto &row = m_rows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(row, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? iconOf(row) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        if (row.probed.problem)
            return errorText(*row.probed.problem).plain();
        if (row.isReady() && !row.probed.image->warnings.isEmpty() && index.column() == State)
            return row.probed.image->warnings.join(u'\n');
        return index.column() == File ? QVariant(row.probed.path) : QVariant();
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Name)
        return false;
    m_rows.at(static_cast<std::size_t>(index.row())).name = value.toString().trimmed();
    Q_EMIT dataChanged(index, index.siblingAtColumn(State));
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    const auto &row = m_rows.at(static_cast<std::size_t>(index.row()));
    // What cannot be imported stays selectable, so that its reason can be read and it can be removed.
    auto flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Name && row.isReady())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name in the library");
    case File:
        return tr("File");
    case Format:
        return tr("Format");
    case Size:
        return tr("Disk size");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace sealift
