#include "ui/export/seal_form.h"

#include "ui/common/field_note.h"
#include "ui/common/icons.h"
#include "ui/common/text_note.h"
#include "ui/library/new_password_form.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kTypingPause = 200; // ms
constexpr int kLines = 4;         // of lists

} // namespace

SealForm::SealForm(SealService &seals, TextService &texts, QWidget *parent)
    : QWidget(parent)
    , m_seals(seals)
    , m_certificates(new QListWidget(this))
    , m_remove(new QPushButton(icon(IconName::Remove), tr("Remo&ve"), this))
    , m_paths(new TextNote(texts, QStringLiteral("certificate"), this))
    , m_recipients(new QPlainTextEdit(this))
    , m_passphrase(new NewPasswordForm(false, this))
    , m_pages(new QStackedWidget(this))
    , m_note(new FieldNote(nullptr, this))
{
    m_pages->addWidget(certificatePage());
    m_pages->addWidget(recipientPage());
    m_pages->addWidget(m_passphrase);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    layout->addWidget(m_note);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_seals.look(settings()); });
    connect(&m_seals, &SealService::looked, this, &SealForm::looked);
    connect(m_recipients, &QPlainTextEdit::textChanged, this, &SealForm::edited);
    connect(m_passphrase, &NewPasswordForm::changed, this, &SealForm::edited);
    connect(m_paths, &TextNote::changed, this, &SealForm::changed);
}

QWidget *SealForm::certificatePage()
{
    m_certificates->setObjectName(QStringLiteral("certificates"));
    m_certificates->setAccessibleName(tr("Certificates"));
    m_certificates->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_certificates->setFixedHeight(fontMetrics().lineSpacing() * (kLines + 1));
    m_remove->setEnabled(false);
    auto *add = new QPushButton(icon(IconName::Add), tr("A&dd Certificates..."), this);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *page = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_certificates, 1);
    row->addLayout(buttons);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_paths);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, &SealForm::browse);
    connect(m_certificates, &QListWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_certificates->selectedItems().isEmpty()); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_certificates->selectedItems());
        edited();
    });
    return page;
}

QWidget *SealForm::recipientPage()
{
    m_recipients->setObjectName(QStringLiteral("recipients"));
    m_recipients->setTabChangesFocus(true);
    m_recipients->setPlaceholderText(tr("age1..., one a line"));
    m_recipients->setFixedHeight(fontMetrics().lineSpacing() * (kLines + 1));
    auto *page = new QWidget(this);
    auto *layout = new QFormLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Recipients:"), m_recipients);
    return page;
}

bool SealForm::hasPassphrase() const
{
    return m_kind == SealKind::AgePassphrase || m_kind == SealKind::LuksPassphrase;
}

void SealForm::choose(SealKind kind, const std::optional<Error> &misfit)
{
    m_kind = kind;
    m_misfit = misfit;
    m_pages->setCurrentIndex(hasPassphrase() ? 2 : static_cast<int>(kind));
    edited();
}

SealSettings SealForm::settings() const
{
    SealSettings settings;
    if (m_kind == SealKind::Certificates) {
        for (int row = 0; row < m_certificates->count(); ++row)
            settings.certificates.append(m_certificates->item(row)->text());
    } else if (m_kind == SealKind::AgeRecipients) {
        settings.ageRecipients = m_recipients->toPlainText().simplified().split(u' ', Qt::SkipEmptyParts);
        settings.ageRecipients.removeDuplicates();
    }
    return settings;
}

QCA::SecureArray SealForm::passphrase() const
{
    return hasPassphrase() ? m_passphrase->password() : QCA::SecureArray();
}

void SealForm::addCertificates(const QStringList &paths)
{
    for (const auto &path : paths) {
        if (m_certificates->findItems(path, Qt::MatchExactly).isEmpty())
            m_certificates->addItem(path);
    }
    edited();
}

void SealForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Certificates to Seal For"), {},
                                   tr("Certificates (*.pem *.crt *.cer *.der);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &SealForm::addCertificates);
    dialog->open();
}

/// Something of what is given has changed: it is looked at anew.
void SealForm::edited()
{
    m_isGood = false;
    m_names.clear();
    m_soon.stop();
    const auto given = settings();
    QList<TextNote::Text> paths;
    for (const auto &path : given.certificates)
        paths.append({{}, path, TextKind::Path, true});
    m_paths->setTexts(paths);
    if (m_misfit) {
        m_note->setProblem(*m_misfit);
    } else if (hasPassphrase()) {
        judgePassphrase();
    } else if (given.isEmpty()) {
        m_note->setNote(FieldNote::Kind::Info, m_kind == SealKind::Certificates
                                                   ? tr("Add the certificate of each person who is to open the file.")
                                                   : tr("Enter the recipient of each person who is to open the file."));
    } else {
        m_note->setNote(FieldNote::Kind::Info, tr("Being looked at."));
        m_soon.start();
    }
    Q_EMIT changed();
}

void SealForm::judgePassphrase()
{
    m_isGood = m_passphrase->isComplete();
    const auto forgotten = tr("Nobody can open the file without it, and Sealift does not keep it: write it down.");
    if (!m_isGood)
        m_note->setNote(FieldNote::Kind::Info, forgotten);
    else if (m_passphrase->isWeak())
        m_note->setNote(FieldNote::Kind::Warning, tr("Whoever has the file can try as many as they like."));
    else
        m_note->setNote(FieldNote::Kind::Good, forgotten);
}

void SealForm::looked(const SealFacts &facts)
{
    if (hasPassphrase() || m_misfit || m_soon.isActive() || facts.settings != settings())
        return;
    if (facts.problem) {
        m_note->setProblem(*facts.problem);
    } else {
        m_isGood = true;
        m_names = facts.names;
        m_note->setNote(
            FieldNote::Kind::Good,
            m_kind == SealKind::Certificates
                ? tr("Only the keys of these certificates open it: %1").arg(m_names.join(u"; "))
                : tr("Only the keys of %n recipient(s) open it.", nullptr, static_cast<int>(m_names.size())));
    }
    Q_EMIT changed();
}

bool SealForm::isComplete() const
{
    return m_isGood && (m_kind != SealKind::Certificates || m_paths->isAcceptable());
}

void SealForm::recordKept()
{
    if (m_kind == SealKind::Certificates)
        m_paths->recordKept(QStringLiteral("export"));
}

} // namespace sealift
