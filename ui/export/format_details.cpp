#include "ui/export/format_details.h"

#include "ui/common/local_text.h"
#include "ui/export/target_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

namespace sealift {

namespace {

constexpr qint64 kMiB = 1LL << 20;

void choose(QComboBox &combo, const QVariant &value)
{
    combo.setCurrentIndex(qMax(0, combo.findData(value)));
}

} // namespace

FormatDetails::FormatDetails(QWidget *parent)
    : QWidget(parent)
    , m_format(new QComboBox(this))
    , m_subformat(new QComboBox(this))
    , m_compression(new QComboBox(this))
    , m_blockSize(new QComboBox(this))
    , m_aligned(new QCheckBox(tr("Round the disk's si&ze up to whole MiB"), this))
{
    m_format->setObjectName(QStringLiteral("format"));
    m_subformat->setObjectName(QStringLiteral("subformat"));
    m_compression->setObjectName(QStringLiteral("compression"));
    m_blockSize->setObjectName(QStringLiteral("blockSize"));
    m_aligned->setObjectName(QStringLiteral("aligned"));
    for (const auto &info : writeFormats())
        m_format->addItem(info.title, static_cast<int>(info.format));

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("Fo&rmat:"), m_format);
    layout->addRow(tr("K&ind:"), m_subformat);
    layout->addRow(tr("Co&mpression:"), m_compression);
    layout->addRow(tr("Bl&ock size:"), m_blockSize);
    layout->addRow(QString(), m_aligned);

    connect(m_format, &QComboBox::activated, this, [this] {
        offer(format(), {});
        Q_EMIT edited();
    });
    for (auto *combo : {m_subformat, m_compression, m_blockSize})
        connect(combo, &QComboBox::activated, this, &FormatDetails::edited);
    connect(m_aligned, &QCheckBox::clicked, this, &FormatDetails::edited);
    set(WriteFormat::Qcow2, {});
}

void FormatDetails::set(WriteFormat format, const WriteOptions &options)
{
    choose(*m_format, static_cast<int>(format));
    offer(format, options);
}

void FormatDetails::offer(WriteFormat format, const WriteOptions &options)
{
    const auto &info = writeFormatInfo(format);
    m_subformat->clear();
    for (const auto subformat : info.subformats)
        m_subformat->addItem(subformatText(subformat), static_cast<int>(subformat));
    if (info.subformats.isEmpty())
        m_subformat->addItem(tr("there is only one"));
    if (const auto subformat = effectiveSubformat(format, options))
        choose(*m_subformat, static_cast<int>(*subformat));
    m_subformat->setEnabled(m_subformat->count() > 1);

    m_compression->clear();
    for (const auto compression : info.compressions)
        m_compression->addItem(compressionText(compression), static_cast<int>(compression));
    choose(*m_compression, static_cast<int>(effectiveCompression(format, options)));
    m_compression->setEnabled(m_compression->count() > 1);

    m_blockSize->clear();
    m_blockSize->addItem(tr("as suits the disk"), qint64{0});
    for (const auto size : info.blockSizes)
        m_blockSize->addItem(localSize(size, 0), size);
    choose(*m_blockSize, options.blockSize);
    m_blockSize->setEnabled(m_blockSize->count() > 1);

    m_aligned->setEnabled(info.canBeEnlarged);
    m_aligned->setChecked(info.canBeEnlarged && options.alignment == kMiB);
}

WriteFormat FormatDetails::format() const
{
    return static_cast<WriteFormat>(m_format->currentData().toInt());
}

WriteOptions FormatDetails::options() const
{
    WriteOptions options;
    if (!writeFormatInfo(format()).subformats.isEmpty())
        options.subformat = static_cast<WriteSubformat>(m_subformat->currentData().toInt());
    options.compression = static_cast<WriteCompression>(m_compression->currentData().toInt());
    options.blockSize = m_blockSize->currentData().toLongLong();
    options.alignment = m_aligned->isChecked() ? kMiB : 0;
    return options;
}

} // namespace sealift
