#include "ui/import/import_options.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace sealift {

namespace {

// The bounds that restic sets, in MiB.
constexpr int kSmallestPack = 4;
constexpr int kLargestPack = 128;
constexpr int kUsualPack = 16;

} // namespace

ImportOptions::ImportOptions(bool straightAway, QWidget *parent)
    : QWidget(parent)
    , m_compression(new QComboBox(this))
    , m_packSize(new QSpinBox(this))
    , m_straightAway(new QCheckBox(tr("Import &straight away next time, where nothing is left to decide"), this))
{
    m_straightAway->setObjectName(QStringLiteral("straightAway"));
    m_straightAway->setChecked(straightAway);
    auto *fold = new QToolButton(this);
    fold->setText(tr("&Options"));
    fold->setObjectName(QStringLiteral("options"));
    fold->setCheckable(true);
    fold->setArrowType(Qt::RightArrow);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setAutoRaise(true);
    fold->setFocusPolicy(Qt::StrongFocus);
    auto *folded = form();
    folded->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(fold);
    layout->addWidget(folded);
    connect(fold, &QToolButton::toggled, folded, [fold, folded](bool unfolded) {
        fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
        folded->setVisible(unfolded);
    });
}

QWidget *ImportOptions::form()
{
    auto *form = new QWidget(this);
    m_compression->setObjectName(QStringLiteral("compression"));
    m_compression->addItem(tr("Automatic: where it pays"), static_cast<int>(Compression::Auto));
    m_compression->addItem(tr("Off: for data that is compressed already"), static_cast<int>(Compression::Off));
    m_compression->addItem(tr("Maximum: smaller, and slower"), static_cast<int>(Compression::Max));
    m_packSize->setObjectName(QStringLiteral("packSize"));
    m_packSize->setRange(kSmallestPack, kLargestPack);
    m_packSize->setValue(kUsualPack);
    m_packSize->setSuffix(tr(" MiB"));
    m_packSize->setToolTip(tr("Size of the files that the library stores. Larger ones suit slow stores and shares."));
    auto *layout = new QFormLayout(form);
    layout->addRow(tr("&Compression:"), m_compression);
    layout->addRow(tr("&Pack size:"), m_packSize);
    layout->addRow(QString(), m_straightAway);
    return form;
}

Compression ImportOptions::compression() const
{
    return static_cast<Compression>(m_compression->currentData().toInt());
}

qint64 ImportOptions::packSize() const
{
    return static_cast<qint64>(m_packSize->value()) << 20;
}

bool ImportOptions::straightAway() const
{
    return m_straightAway->isChecked();
}

} // namespace sealift
