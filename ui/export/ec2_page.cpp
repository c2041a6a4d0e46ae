#include "ui/export/ec2_page.h"

#include "ui/common/field_note.h"
#include "ui/common/local_text.h"
#include "ui/common/tab_order.h"
#include "ui/ec2/ec2_account_form.h"
#include "ui/ec2/ec2_origin_list.h"

#include <QComboBox>
#include <QFormLayout>
#include <QVBoxLayout>
#include <QWizard>

namespace sealift {

ExportEc2Page::ExportEc2Page(Ec2Service &service, ExportDraft &draft, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_account(new Ec2AccountForm(Ec2AccountForm::Want::Listing, service, this))
    , m_origins(new Ec2OriginList(this))
    , m_note(new FieldNote(m_origins, this))
    , m_disk(new QComboBox(this))
{
    setTitle(tr("Which disk at EC2?"));
    setSubTitle(tr("Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2."));
    m_disk->setObjectName(QStringLiteral("disk"));
    auto *disk = new QFormLayout;
    disk->addRow(tr("&Disk:"), m_disk);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_account);
    layout->addWidget(m_origins, 1);
    layout->addWidget(m_note);
    layout->addLayout(disk);
    connect(m_account, &Ec2AccountForm::listed, this, &ExportEc2Page::setListing);
    connect(m_account, &Ec2AccountForm::changed, this, &QWizardPage::completeChanged);
    connect(m_origins, &Ec2OriginList::chosenChanged, this, &ExportEc2Page::showDisks);
    connect(m_origins, &Ec2OriginList::activated, this, [this] {
        if (isComplete())
            wizard()->next();
    });
    orderTabs(*this);
    showDisks();
}

void ExportEc2Page::setListing(const Ec2Listing &listing)
{
    m_origins->setListing(listing);
    if (m_origins->isEmpty() && !listing.account.problem)
        m_note->setNote(FieldNote::Kind::Info, tr("This account has neither images nor snapshots in this region."));
    else
        m_note->clear();
}

void ExportEc2Page::showDisks()
{
    m_disk->clear();
    if (const auto chosen = m_origins->chosen()) {
        for (const auto &disk : chosen->disks)
            m_disk->addItem(tr("%1 (%2)").arg(disk.device.isEmpty() ? disk.snapshot : disk.device,
                                              localSize(disk.gibibytes << 30, 0)));
    }
    m_disk->setEnabled(m_disk->count() > 1);
    Q_EMIT completeChanged();
}

bool ExportEc2Page::isComplete() const
{
    return m_account->isComplete() && m_origins->chosen() && m_disk->currentIndex() >= 0;
}

bool ExportEc2Page::validatePage()
{
    const auto chosen = m_origins->chosen();
    if (!isComplete())
        return false;
    const auto &disk = chosen->disks.at(m_disk->currentIndex());
    m_draft.ec2 = Ec2Draft{m_account->settings(), chosen->id, chosen->name, disk.device};
    m_draft.disk = {disk.device, disk.gibibytes << 30};
    return true;
}

} // namespace sealift
