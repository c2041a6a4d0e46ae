#include "ui/library/recovery_view.h"

#include "ui/common/field_note.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kGroups = 8;
constexpr int kHalf = kGroups / 2;

/// As a person types: in any case, O for 0, I and L for 1 (crypto/recovery_passphrase.h).
QString asPrinted(const QString &typed)
{
    auto text = typed.trimmed().toUpper();
    text.replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
    return text;
}

} // namespace

RecoveryView::RecoveryView(RecoverySheetService &sheets, QWidget *parent)
    : QWidget(parent)
    , m_sheets(sheets)
    , m_passphrase(new QLabel(this))
    , m_kept(new FieldNote(nullptr, this))
    , m_note(new FieldNote(nullptr, this))
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(font.pointSizeF() * 1.3);
    m_passphrase->setFont(font);
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setAccessibleName(tr("Recovery passphrase"));
    m_passphrase->setAlignment(Qt::AlignCenter);
    m_passphrase->setFrameShape(QFrame::StyledPanel);
    m_passphrase->setMargin(12);
    m_passphrase->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *print = new QPushButton(tr("&Print..."), this);
    auto *pdf = new QPushButton(tr("Save as P&DF..."), this);
    auto *text = new QPushButton(tr("Save as &Text..."), this);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {print, pdf, text})
        buttons->addWidget(button);
    buttons->addStretch();

    auto *question = new QHBoxLayout;
    for (std::size_t i = 0; i < m_typed.size(); ++i) {
        m_labels[i] = new QLabel(this);
        m_typed[i] = new QLineEdit(this);
        m_typed[i]->setObjectName(QStringLiteral("group%1").arg(i + 1));
        m_typed[i]->setMaximumWidth(m_typed[i]->fontMetrics().averageCharWidth() * 12);
        m_labels[i]->setBuddy(m_typed[i]);
        question->addWidget(m_labels[i]);
        question->addWidget(m_typed[i]);
        connect(m_typed[i], &QLineEdit::textChanged, this, &RecoveryView::check);
    }
    question->addStretch();

    auto *why = new QLabel(tr("To make sure that you have it, type two of its groups from your copy:"), this);
    why->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_passphrase);
    layout->addLayout(buttons);
    layout->addWidget(m_kept);
    layout->addWidget(why);
    layout->addLayout(question);
    layout->addWidget(m_note);
    layout->addStretch();

    connect(print, &QPushButton::clicked, this, [this] { m_sheets.print(m_sheet, this); });
    connect(pdf, &QPushButton::clicked, this, [this] { choosePath(RecoverySheetService::Format::Pdf); });
    connect(text, &QPushButton::clicked, this, [this] { choosePath(RecoverySheetService::Format::Text); });
    connect(&m_sheets, &RecoverySheetService::printed, this,
            [this] { m_kept->setNote(FieldNote::Kind::Good, tr("Sent to the printer.")); });
    connect(&m_sheets, &RecoverySheetService::saved, this, [this](const QString &path) {
        m_kept->setNote(
            FieldNote::Kind::Warning,
            tr("Saved as %1. Move it to another place: whoever finds it beside the library can open it.").arg(path));
    });
    connect(&m_sheets, &RecoverySheetService::failed, m_kept, &FieldNote::setProblem);
}

void RecoveryView::setSheet(const RecoverySheet &sheet)
{
    m_sheet = sheet;
    auto *random = QRandomGenerator::global();
    m_asked = {random->bounded(1, kHalf + 1), random->bounded(kHalf + 1, kGroups + 1)};
    const auto groups = QString::fromLatin1(sheet.passphrase.constData(), sheet.passphrase.size()).split(u'-');
    m_passphrase->setText(groups.mid(0, kHalf).join(u'-') + QStringLiteral("-\n") + groups.mid(kHalf).join(u'-'));
    for (std::size_t i = 0; i < m_typed.size(); ++i) {
        m_labels[i]->setText(tr("Group number %1:").arg(m_asked[i]));
        m_typed[i]->clear();
    }
    m_kept->clear();
    m_note->clear();
}

QString RecoveryView::group(int number) const
{
    return QString::fromLatin1(m_sheet.passphrase.constData(), m_sheet.passphrase.size())
        .section(u'-', number - 1, number - 1);
}

bool RecoveryView::isConfirmed() const
{
    for (std::size_t i = 0; i < m_typed.size(); ++i) {
        if (m_asked[i] == 0 || asPrinted(m_typed[i]->text()) != group(m_asked[i]))
            return false;
    }
    return true;
}

void RecoveryView::check()
{
    if (isConfirmed()) {
        m_note->setNote(FieldNote::Kind::Good, tr("Right. It is not shown again after this."));
    } else {
        QStringList wrong;
        for (std::size_t i = 0; i < m_typed.size(); ++i) {
            const auto typed = asPrinted(m_typed[i]->text());
            if (!group(m_asked[i]).startsWith(typed))
                wrong.append(QString::number(m_asked[i]));
        }
        if (wrong.isEmpty())
            m_note->clear();
        else
            m_note->setNote(FieldNote::Kind::Problem, wrong.size() == 1
                                                          ? tr("Group %1 does not match.").arg(wrong.first())
                                                          : tr("Neither group matches."));
    }
    Q_EMIT changed();
}

void RecoveryView::choosePath(RecoverySheetService::Format format)
{
    const bool isPdf = format == RecoverySheetService::Format::Pdf;
    auto *dialog = new QFileDialog(this, tr("Save Recovery Sheet"), {}, isPdf ? tr("PDF (*.pdf)") : tr("Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isPdf ? QStringLiteral("pdf") : QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { saveTo(path, format); });
    dialog->open();
}

void RecoveryView::saveTo(const QString &path, RecoverySheetService::Format format)
{
    m_sheets.save(m_sheet, format, path);
}

} // namespace sealift
