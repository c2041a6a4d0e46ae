#include "ui/import/ec2_destination.h"

#include "storage/s3/s3_location.h"
#include "task/staging_folder.h"
#include "ui/common/field_note.h"
#include "ui/ec2/ec2_account_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace sealift {

namespace {

/// The service's names are what is sent; no name: as the disk shows.
void fill(QComboBox &box, const QString &usual, const QList<std::pair<QString, QString>> &choices)
{
    box.addItem(usual, QString());
    for (const auto &[title, name] : choices)
        box.addItem(title, name);
}

} // namespace

Ec2Destination::Ec2Destination(Ec2Service &service, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_account(new Ec2AccountForm(Ec2AccountForm::Want::Identity, service, this))
    , m_way(new QComboBox(this))
    , m_staging(new QLineEdit(this))
    , m_stagingEncryption(new QComboBox(this))
    , m_stagingNote(new FieldNote(m_staging, this))
    , m_kmsKey(new QLineEdit(this))
    , m_machine(new QWidget(this))
    , m_bootMode(new QComboBox(m_machine))
    , m_architecture(new QComboBox(m_machine))
{
    m_way->setObjectName(QStringLiteral("ec2Way"));
    m_way->addItems({tr("Block by block, without a bucket"), tr("Through a bucket, by VM Import/Export")});
    m_staging->setObjectName(QStringLiteral("staging"));
    m_staging->setPlaceholderText(QStringLiteral("s3:eu-central-1/bucket/folder"));
    m_stagingEncryption->setObjectName(QStringLiteral("stagingEncryption"));
    m_stagingEncryption->addItem(tr("by the store (SSE-S3)"), QStringLiteral("aes256"));
    m_stagingEncryption->addItem(tr("by a KMS key (SSE-KMS)"), QStringLiteral("kms"));
    m_kmsKey->setObjectName(QStringLiteral("kmsKey"));
    m_kmsKey->setPlaceholderText(tr("the account's key for EBS"));
    m_kmsKey->setToolTip(tr("The ARN or id of a key. What comes of the import is always encrypted."));
    const auto shown = tr("as the disk shows");
    fill(*m_bootMode, shown,
         {{QStringLiteral("BIOS"), QStringLiteral("legacy-bios")}, {QStringLiteral("UEFI"), QStringLiteral("uefi")}});
    fill(*m_architecture, shown,
         {{QStringLiteral("x86_64"), QStringLiteral("x86_64")}, {QStringLiteral("arm64"), QStringLiteral("arm64")}});
    m_bootMode->setObjectName(QStringLiteral("bootMode"));
    m_architecture->setObjectName(QStringLiteral("architecture"));

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->addRow(m_account);
    m_form->addRow(tr("&Way:"), m_way);
    m_form->addRow(tr("&Bucket:"), m_staging);
    m_form->addRow(QString(), m_stagingNote);
    m_form->addRow(tr("Encr&yption there:"), m_stagingEncryption);
    m_form->addRow(tr("&KMS key:"), m_kmsKey);
    addMachine();
    connect(m_account, &Ec2AccountForm::changed, this, &Ec2Destination::judge);
    connect(m_way, &QComboBox::currentIndexChanged, this, &Ec2Destination::judge);
    connect(m_staging, &QLineEdit::textChanged, this, &Ec2Destination::judge);
    judge();
}

/// In one line: the sheet is high enough.
void Ec2Destination::addMachine()
{
    auto *processor = new QLabel(tr("Pro&cessor:"), this);
    processor->setBuddy(m_architecture);
    auto *row = new QHBoxLayout(m_machine);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_bootMode, 1);
    row->addWidget(processor);
    row->addWidget(m_architecture, 1);
    auto *firmware = new QLabel(tr("Fir&mware:"), this);
    firmware->setBuddy(m_bootMode);
    m_form->addRow(firmware, m_machine);
}

void Ec2Destination::setKind(Kind kind)
{
    m_kind = kind;
    judge();
}

bool Ec2Destination::isStaged() const
{
    return m_way->currentIndex() == 1;
}

void Ec2Destination::judge()
{
    m_form->setRowVisible(m_staging, isStaged());
    m_form->setRowVisible(m_stagingNote, isStaged());
    m_form->setRowVisible(m_stagingEncryption, isStaged());
    m_form->setRowVisible(m_machine, m_kind == Kind::Image);
    m_isStagingGood = !isStaged();
    if (isStaged())
        judgeStaging();
    Q_EMIT changed();
}

void Ec2Destination::judgeStaging()
{
    const auto place = m_staging->text().trimmed();
    if (place.isEmpty()) {
        m_stagingNote->setNote(FieldNote::Kind::Info,
                               tr("The disks lie there encrypted while EC2 reads them, and are removed again."));
    } else if (const auto fits = checkStagingPlace(place, m_account->settings().region); !fits) {
        m_stagingNote->setProblem(fits.error());
    } else {
        m_isStagingGood = true;
        m_stagingNote->setNote(FieldNote::Kind::Good, tr("Disks are removed from there again, and Sealift looks."));
    }
}

bool Ec2Destination::isComplete() const
{
    return m_account->isComplete() && m_isStagingGood;
}

SnapshotSettings Ec2Destination::settings() const
{
    SnapshotSettings settings;
    settings.ec2 = m_account->settings();
    settings.kmsKey = m_kmsKey->text().trimmed();
    if (m_kind == Kind::Image)
        settings.registration =
            RegistrationSettings{{}, m_bootMode->currentData().toString(), m_architecture->currentData().toString()};
    if (isStaged()) {
        StagingSettings staging;
        const auto typed = m_staging->text().trimmed();
        const auto place = parseS3Location(typed);
        staging.place = place ? place->text() : typed;
        staging.encryption = m_stagingEncryption->currentData().toString();
        settings.staging = staging;
    }
    return settings;
}

} // namespace sealift
