#include "ui/ec2/ec2_import_dialog.h"

#include "task/task_settings.h"
#include "ui/common/field_note.h"
#include "ui/common/guarantee_view.h"
#include "ui/common/tab_order.h"
#include "ui/common/text_note.h"
#include "ui/ec2/ec2_account_form.h"
#include "ui/ec2/ec2_origin_list.h"
#include "ui/import/library_destination.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sealift {

Ec2ImportDialog::Ec2ImportDialog(LibraryService &libraries, Ec2Service &ec2, TextService &texts, QWidget *parent)
    : QDialog(parent)
    , m_account(new Ec2AccountForm(Ec2AccountForm::Want::Listing, ec2, this))
    , m_origins(new Ec2OriginList(this))
    , m_note(new FieldNote(m_origins, this))
    , m_name(new QLineEdit(this))
    , m_nameText(new TextNote(texts, QStringLiteral("name"), this))
    , m_library(new LibraryDestination(libraries, texts, this))
{
    setWindowTitle(tr("Import from Amazon EC2"));
    m_library->hidePurpose();
    m_name->setObjectName(QStringLiteral("imageName"));
    m_nameText->watch(m_name);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setDefault(true);
    auto *guarantee = new GuaranteeView(this);
    guarantee->setShown(true, DestinationKind::Library);

    auto *form = new QFormLayout;
    form->addRow(tr("Na&me:"), m_name);
    form->addRow(QString(), m_nameText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_account);
    layout->addWidget(m_origins, 1);
    layout->addWidget(m_note);
    layout->addLayout(form);
    layout->addWidget(m_library);
    layout->addWidget(guarantee);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 125, fontMetrics().height() * 38);
    orderTabs(*this);

    connect(m_account, &Ec2AccountForm::listed, this, &Ec2ImportDialog::setListing);
    connect(m_account, &Ec2AccountForm::changed, this, &Ec2ImportDialog::judge);
    connect(m_origins, &Ec2OriginList::chosenChanged, this, &Ec2ImportDialog::choose);
    connect(m_origins, &Ec2OriginList::activated, this, &Ec2ImportDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &Ec2ImportDialog::judge);
    connect(m_nameText, &TextNote::changed, this, &Ec2ImportDialog::judge);
    connect(m_library, &LibraryDestination::changed, this, &Ec2ImportDialog::judge);
    connect(m_library, &LibraryDestination::unlockRequested, this, &Ec2ImportDialog::unlockRequested);
    connect(buttons, &QDialogButtonBox::accepted, this, &Ec2ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

void Ec2ImportDialog::chooseLibrary(const QString &libraryId)
{
    m_library->choose(libraryId);
}

void Ec2ImportDialog::setListing(const Ec2Listing &listing)
{
    m_origins->setListing(listing);
    m_isEmpty = m_origins->isEmpty() && !listing.account.problem;
    judge();
}

/// A name of the user's own stays.
void Ec2ImportDialog::choose()
{
    const auto chosen = m_origins->chosen();
    if (chosen && (m_name->text().isEmpty() || m_name->text() == m_usualName)) {
        m_usualName = chosen->name;
        m_name->setText(m_usualName);
    }
    judge();
}

void Ec2ImportDialog::judge()
{
    const auto chosen = m_origins->chosen();
    if (m_isEmpty)
        m_note->setNote(FieldNote::Kind::Info, tr("This account has neither images nor snapshots in this region."));
    else if (chosen)
        m_note->setNote(FieldNote::Kind::Info, tr("%n disk(s), read block by block; nothing is changed at EC2.",
                                                  nullptr, static_cast<int>(chosen->disks.size())));
    else
        m_note->clear();
    m_import->setEnabled(m_account->isComplete() && chosen && !m_name->text().trimmed().isEmpty() &&
                         m_nameText->isAcceptable() && m_library->isComplete());
}

TaskRecord Ec2ImportDialog::task() const
{
    const auto library = m_library->library().value_or(LibraryInfo());
    const auto access = m_account->settings();
    ImportSettings settings;
    settings.library.location = library.location;
    settings.library.store = library.store;
    settings.fromEc2 = access;
    settings.image = m_origins->chosen()->id;
    settings.textsJudged = true; // the dialog has shown what is in the name
    settings.request.name = m_name->text().trimmed();
    settings.request.tags = m_library->tags();
    return TaskRecord::create(TaskKind::Import, settings.toJson(),
                              QStringLiteral("%1 at EC2 in %2").arg(settings.image, access.region), library.location);
}

void Ec2ImportDialog::accept()
{
    if (!m_import->isEnabled())
        return;
    m_nameText->recordKept(QStringLiteral("import"));
    m_library->recordKept();
    QDialog::accept();
}

} // namespace sealift
