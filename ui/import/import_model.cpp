#include "ui/import/import_model.h"

#include "ec2/image_name.h"
#include "ui/common/error_text.h"
#include "ui/common/local_text.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

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
        if (find(path) != m_rows.end())
            continue;
        const auto row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.push_back({.probed = {path, {}, {}}, .name = usualImageName(path)});
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

std::vector<ImportRow>::iterator ImportModel::find(const QString &path)
{
    return std::find_if(m_rows.begin(), m_rows.end(),
                        [&path](const ImportRow &row) { return row.probed.path == path; });
}

void ImportModel::tell(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT changed();
}

void ImportModel::setProbed(const ProbedImage &image)
{
    const auto found = find(image.path);
    if (found == m_rows.end())
        return;
    found->probed = image;
    tell(static_cast<int>(found - m_rows.begin()));
}

void ImportModel::setExamined(const ExaminedImage &image)
{
    const auto found = find(image.path);
    if (found == m_rows.end())
        return;
    found->examined = image;
    found->judge(m_destination, m_purpose);
    tell(static_cast<int>(found - m_rows.begin()));
}

QStringList ImportModel::takeUnexamined()
{
    QStringList paths;
    for (auto &row : m_rows) {
        if (row.isExamining() && !std::exchange(row.isExaminationAsked, true))
            paths.append(row.probed.path);
    }
    return paths;
}

void ImportModel::setDestination(Destination destination, const ImportPurpose &purpose)
{
    m_destination = destination;
    m_purpose = purpose;
    for (auto &row : m_rows)
        row.judge(destination, purpose);
    Q_EMIT headerDataChanged(Qt::Horizontal, Name, Name);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, State), index(static_cast<int>(m_rows.size()) - 1, State));
    Q_EMIT changed();
}

void ImportModel::setForced(int row, bool isForced)
{
    m_rows.at(static_cast<std::size_t>(row)).isForced = isForced;
    tell(row);
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
        if (row.isImportable())
            images.append({row.probed.image->path, row.name, row.passedOver()});
    }
    return images;
}

QList<ProbedImage> ImportModel::refused() const
{
    QList<ProbedImage> refused;
    for (const auto &row : m_rows) {
        if (row.probed.problem) {
            refused.append(row.probed);
        } else if (row.isReady() && !row.isImportable()) {
            auto image = row.probed;
            const auto &finding = row.refusals.first();
            auto what = finding.what;
            if (what.endsWith(u'.'))
                what.chop(1);
            image.problem = Error(ErrorCode::Refused, what, finding.remedy);
            refused.append(image);
        }
    }
    return refused;
}

bool ImportModel::isBusy() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const ImportRow &row) { return row.isPending(); });
}

bool ImportModel::isExamining() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const ImportRow &row) { return row.isExamining(); });
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
        if (m_destination != Destination::Ec2Image)
            continue;
        if (const auto fits = checkEc2ImageName(image.name); !fits)
            return fits.error().what() + QStringLiteral(". ") + fits.error().remedy();
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

QVariant ImportModel::textOf(const ImportRow &row, int column) const
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
        return stateText(row, m_known.contains(row.name));
    default:
        return {};
    }
}

QVariant ImportModel::toolTipOf(const ImportRow &row, int column) const
{
    if (row.probed.problem)
        return errorText(*row.probed.problem).plain();
    if (row.isReady() && column == State) {
        auto lines = row.probed.image->warnings;
        for (const auto &finding : row.findings)
            lines.append(finding.what);
        return lines.isEmpty() ? QVariant() : lines.join(u'\n');
    }
    return column == File ? QVariant(row.probed.path) : QVariant();
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    const auto &row = m_rows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(row, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(stateIcon(row)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return toolTipOf(row, index.column());
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
        return m_destination == Destination::Library ? tr("Name in the library") : tr("Name at EC2");
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
