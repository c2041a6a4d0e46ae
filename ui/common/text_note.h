#pragma once

#include "ui/services/text_service.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace sealift {

class FieldNote;

/// Beside a field whose text will be kept: what in it should not be there, why, and what could stand there instead.
/// What the rules refuse is taken only if the user says that it is no secret, and never where journal and audit log
/// would not take it either. Hidden while there is nothing to say.
class TextNote : public QWidget
{
    Q_OBJECT

public:
    /// One text of several that a note is about.
    struct Text {
        QString label; ///< what it belongs to, for people; empty: it needs no saying
        QString text;
        TextKind kind = TextKind::Plain;
        bool isFixed = false; ///< it cannot be replaced here, as the path of a file that exists
    };

    /// @param texts must outlive the note. @param place names the field in the audit log ("name").
    TextNote(TextService &texts, QString place, QWidget *parent = nullptr);

    /// Looks at what is in the field, as it changes; what is offered instead goes into it.
    void watch(QLineEdit *field, TextKind kind = TextKind::Plain);
    void setTexts(const QList<Text> &texts);
    /// Nothing is refused, or the user insists.
    bool isAcceptable() const;
    /// There is something to decide.
    bool warns() const { return !m_rules.isEmpty(); }
    /// What the rules would have in the place of a text.
    QString better(const QString &text, TextKind kind = TextKind::Plain) const;
    /// What the user was warned of, and keeps, goes into the audit log. @param action what the texts are given for.
    void recordKept(const QString &action);

Q_SIGNALS:
    /// isAcceptable() may have changed.
    void changed();
    /// The user wants better() in the place of the texts; a watched field has it already.
    void betterWanted();

private:
    struct Judged {
        Text given;
        QList<TextFinding> findings;
    };
    void judge(const QList<Judged> &judged);
    void describeField(const QString &words);
    QString wordsOf(const Judged &judged) const;

    TextService &m_texts;
    const QString m_place;
    QPointer<QLineEdit> m_field;
    FieldNote *m_note;
    QPushButton *m_better;
    QCheckBox *m_keep;
    QStringList m_rules; ///< that warned
    bool m_isDescribing = false;
    bool m_isRefused = false;  ///< unless the user insists
    bool m_isHopeless = false; ///< whatever the user says
};

} // namespace sealift
