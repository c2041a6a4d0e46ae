#include "ui/library/bucket_fields.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace sealift {

BucketFields::BucketFields(QWidget *parent)
    : QWidget(parent)
    , m_profile(new QLineEdit(this))
    , m_region(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
{
    m_profile->setObjectName(QStringLiteral("profile"));
    m_region->setObjectName(QStringLiteral("region"));
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_profile->setPlaceholderText(tr("the one that AWS's own tools would use"));
    m_profile->setToolTip(
        tr("A profile of AWS's configuration files. Keys are never asked for here: they come from there, "
           "the environment, or the instance."));
    m_region->setPlaceholderText(tr("what the service says"));
    m_caFile->setPlaceholderText(tr("the system's certificates"));
    auto *browse = new QPushButton(tr("Choos&e..."), this);
    browse->setToolTip(tr("Choose the file with certificates"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_caFile, 1);
    row->addWidget(browse);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("P&rofile:"), m_profile);
    layout->addRow(tr("Re&gion:"), m_region);
    layout->addRow(tr("Certi&ficates:"), row);
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(row)))
        label->setBuddy(m_caFile);

    for (auto *field : {m_profile, m_region, m_caFile})
        connect(field, &QLineEdit::textChanged, this, &BucketFields::changed);
    connect(browse, &QPushButton::clicked, this, &BucketFields::browse);
}

void BucketFields::setUsualRegion(const QString &words)
{
    m_region->setPlaceholderText(words);
}

StoreSettings BucketFields::settings() const
{
    StoreSettings settings;
    settings.profile = m_profile->text().trimmed();
    settings.region = m_region->text().trimmed();
    settings.caFile = m_caFile->text().trimmed();
    return settings;
}

void BucketFields::browse()
{
    auto *dialog = new QFileDialog(this, tr("Certificates to Trust"), m_caFile->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace sealift
