#include "ui/export/review_page.h"

#include "ui/common/guarantee_text.h"
#include "ui/common/local_text.h"
#include "ui/export/ova_details.h"
#include "ui/export/target_text.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QWizard>

namespace sealift {

namespace {

QString protectionText(const ExportDraft &draft)
{
    if (!draft.sealKind)
        return ExportReviewPage::tr("none: a plain disk image that everybody who gets it can read");
    switch (*draft.sealKind) {
    case SealKind::Certificates:
        return ExportReviewPage::tr("sealed (CMS), for the keys of %1").arg(draft.sealedFor.join(u"; "));
    case SealKind::AgeRecipients:
        return ExportReviewPage::tr("sealed (age), for %1").arg(draft.sealedFor.join(u"; "));
    case SealKind::AgePassphrase:
        return ExportReviewPage::tr("sealed (age), by a passphrase");
    case SealKind::LuksPassphrase:
        break;
    }
    return ExportReviewPage::tr("a LUKS volume, opened by a passphrase");
}

} // namespace

ExportReviewPage::ExportReviewPage(const ExportDraft &draft, std::function<QString()> libraryName, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_libraryName(std::move(libraryName))
{
    setTitle(tr("Is this right?"));
    setSubTitle(tr("The export becomes a task in the queue. Every piece is verified before it is written."));
    m_form = new QFormLayout(this);
    m_image = line(*m_form, tr("Image:"));
    m_target = line(*m_form, tr("For:"));
    m_format = line(*m_form, tr("Format:"));
    m_file = line(*m_form, tr("File:"));
    m_protection = line(*m_form, tr("Protection:"));
    m_size = line(*m_form, tr("Size:"));
    m_time = line(*m_form, tr("Time:"));
}

QLabel *ExportReviewPage::line(QFormLayout &form, const QString &title)
{
    auto *value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(title);
    form.addRow(title, value);
    return value;
}

QString ExportReviewPage::sourceText() const
{
    if (m_draft.ec2)
        return tr("%1, straight out of EC2 in %2").arg(m_draft.ec2->id, m_draft.ec2->access.region);
    return tr("%1, stored %2, in %3").arg(m_draft.image->name, localTimestamp(m_draft.image->time), m_libraryName());
}

void ExportReviewPage::initializePage()
{
    m_image->setText(sourceText());
    for (auto *label : {m_format, m_file, m_time})
        m_form->setRowVisible(label, !m_draft.toLibrary);
    if (m_draft.toLibrary)
        showCopy();
    else
        showFile();
    holdReturnBack();
}

void ExportReviewPage::showCopy()
{
    m_target->setText(
        tr("%1, at %2", "library and its place").arg(m_draft.toLibrary->name, m_draft.toLibrary->location));
    m_protection->setText(guaranteeOf(DestinationKind::Library).inMemory);
    m_size->setText(
        tr("%n disk(s), without what is there already", nullptr, static_cast<int>(m_draft.image->disks.size())));
    setButtonText(QWizard::FinishButton, tr("&Copy"));
}

void ExportReviewPage::showFile()
{
    const auto target = writeTargetFromName(m_draft.target);
    m_target->setText(target ? targetTitle(*target) : tr("a format of your choice"));
    m_format->setText(m_draft.ova
                          ? tr("OVA, OVF %1: %n disk(s); %2", nullptr, static_cast<int>(m_draft.image->disks.size()))
                                .arg(m_draft.ova->version)
                                .arg(machineText(*m_draft.ova))
                          : formatText(m_draft.format, m_draft.options));
    const auto path = m_draft.sealKind ? sealedPath(m_draft.path, *m_draft.sealKind) : m_draft.path;
    m_file->setText(m_draft.replace ? tr("%1, in place of what is there").arg(path) : path);
    m_protection->setText(protectionText(m_draft));
    // The consequence stands in the button.
    setButtonText(QWizard::FinishButton, m_draft.sealKind ? tr("&Export Sealed") : tr("Export &Unencrypted"));
    const auto whole = diskSizeToWrite(m_draft);
    const auto size = m_draft.ova ? whole : writtenDiskSize(m_draft.format, m_draft.options, whole).value_or(whole);
    m_size->setText(tr("up to %1 in the file, for a disk of %2").arg(localSize(dataToWrite(m_draft)), localSize(size)));
    m_time->setText(tr("about %1, as fast as the slower of both disks").arg(localEstimate(likelyDuration(m_draft))));
}

void ExportReviewPage::holdReturnBack()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (auto *finish = qobject_cast<QPushButton *>(wizard()->button(QWizard::FinishButton)))
                finish->setDefault(false);
        },
        Qt::QueuedConnection);
}

} // namespace sealift
