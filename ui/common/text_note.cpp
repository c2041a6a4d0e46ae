#include "ui/common/text_note.h"

#include "task/secret_guard.h"
#include "ui/common/field_note.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sealift {

namespace {

QString kindText(TextClass about)
{
    switch (about) {
    case TextClass::Secret:
        return TextNote::tr("a secret");
    case TextClass::Personal:
        return TextNote::tr("personal data");
    case TextClass::Place:
        return TextNote::tr("an address of a network");
    }
    return {};
}

QString whyText(TextClass about)
{
    switch (about) {
    case TextClass::Secret:
        return TextNote::tr("It would be kept in the journal, the audit log and receipts, where others may read it.");
    case TextClass::Personal:
        return TextNote::tr("It would be kept and passed on with the journal, the audit log and receipts.");
    case TextClass::Place:
        return TextNote::tr("In logs it would tell others how the network is laid out.");
    }
    return {};
}

bool isSevere(const TextFinding &finding)
{
    return finding.severity == Severity::Error;
}

bool isWarning(const TextFinding &finding)
{
    return finding.severity != Severity::Note;
}

} // namespace

TextNote::TextNote(TextService &texts, QString place, QWidget *parent)
    : QWidget(parent)
    , m_texts(texts)
    , m_place(std::move(place))
    , m_note(new FieldNote(nullptr, this))
    , m_better(new QPushButton(tr("Take What Is Offered"), this))
    , m_keep(new QCheckBox(tr("Keep it: I have looked at it, and it is no secret"), this))
{
    m_note->setObjectName(QStringLiteral("textNote"));
    m_better->setObjectName(QStringLiteral("takeBetter"));
    m_better->setAutoDefault(false);
    m_keep->setObjectName(QStringLiteral("keepText"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_note);
    layout->addWidget(m_better, 0, Qt::AlignLeft);
    layout->addWidget(m_keep);
    connect(m_keep, &QCheckBox::toggled, this, &TextNote::changed);
    connect(m_better, &QPushButton::clicked, this, &TextNote::betterWanted);
    hide();
}

void TextNote::watch(QLineEdit *field, TextKind kind)
{
    m_field = field;
    const auto look = [this, field, kind] { setTexts({Text{{}, field->text(), kind, false}}); };
    connect(field, &QLineEdit::textChanged, this, look);
    connect(m_better, &QPushButton::clicked, field, [this, field, kind] {
        field->setText(better(field->text(), kind));
        field->setFocus();
    });
    look();
}

QString TextNote::better(const QString &text, TextKind kind) const
{
    auto findings = m_texts.look(text, kind);
    findings.removeIf([](const TextFinding &finding) { return !isWarning(finding); });
    return withPseudonyms(text, findings);
}

void TextNote::setTexts(const QList<Text> &texts)
{
    QList<Judged> judged;
    for (const auto &given : texts) {
        const auto findings = m_texts.look(given.text, given.kind);
        if (!findings.isEmpty())
            judged.append({given, findings});
    }
    judge(judged);
}

QString TextNote::wordsOf(const Judged &judged) const
{
    QStringList kinds;
    QStringList details;
    QStringList whys;
    for (const auto &finding : judged.findings) {
        kinds.append(kindText(finding.about));
        details.append(finding.what);
        whys.append(whyText(finding.about));
    }
    for (auto *list : {&kinds, &details, &whys})
        list->removeDuplicates();
    auto words = tr("This seems to hold %1 (%2).", "a secret, in detail")
                     .arg(kinds.join(QStringLiteral(", ")), details.join(QStringLiteral(", ")));
    if (!judged.given.label.isEmpty())
        words = tr("%1: %2", "file, what is wrong").arg(judged.given.label, words);
    words += u' ' + whys.join(u' ');
    const bool isWarned = std::any_of(judged.findings.begin(), judged.findings.end(), isWarning);
    if (isWarned && !judged.given.isFixed)
        words += u'\n' + tr("Better: %1").arg(better(judged.given.text, judged.given.kind));
    return words;
}

/// A screen reader says it where the text is.
void TextNote::describeField(const QString &words)
{
    if (!m_field || (words.isEmpty() && !m_isDescribing))
        return;
    m_isDescribing = !words.isEmpty();
    m_field->setAccessibleDescription(words);
}

void TextNote::judge(const QList<Judged> &judged)
{
    const bool wasAcceptable = isAcceptable();
    QStringList lines;
    m_rules.clear();
    m_isRefused = false;
    m_isHopeless = false;
    bool isReplaceable = false;
    for (const auto &one : judged) {
        lines.append(wordsOf(one));
        for (const auto &finding : one.findings) {
            if (isWarning(finding) && !m_rules.contains(finding.rule))
                m_rules.append(finding.rule);
        }
        const bool isSecret = std::any_of(one.findings.begin(), one.findings.end(), isSevere);
        m_isRefused = m_isRefused || isSecret;
        m_isHopeless = m_isHopeless || (isSecret && looksSecret(one.given.text));
        isReplaceable =
            isReplaceable || (!one.given.isFixed && std::any_of(one.findings.begin(), one.findings.end(), isWarning));
    }
    if (m_isHopeless)
        lines.append(tr("Texts of this form are never kept."));
    m_keep->setChecked(false);
    m_keep->setVisible(m_isRefused && !m_isHopeless);
    m_better->setVisible(isReplaceable);
    m_note->setNote(m_isRefused         ? FieldNote::Kind::Problem
                    : m_rules.isEmpty() ? FieldNote::Kind::Info
                                        : FieldNote::Kind::Warning,
                    lines.join(u'\n'));
    describeField(lines.join(u'\n'));
    setVisible(!judged.isEmpty());
    if (wasAcceptable != isAcceptable())
        Q_EMIT changed();
}

bool TextNote::isAcceptable() const
{
    return !m_isHopeless && (!m_isRefused || m_keep->isChecked());
}

void TextNote::recordKept(const QString &action)
{
    if (!m_rules.isEmpty())
        m_texts.record(action, {{m_place, m_rules}});
}

} // namespace sealift
