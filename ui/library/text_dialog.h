#pragma once

#include <QDialog>
#include <QString>

#include <functional>

class QLineEdit;
class QPushButton;

namespace sealift {

class FieldNote;
class TextNote;
class TextService;

/// Asks for one text that will be kept - a name, tags - and says live why it will not do.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    struct Question {
        QString title;
        QString label;  ///< above the field
        QString text;   ///< to begin with
        QString place;  ///< names the field in the audit log ("name")
        QString action; ///< and what the text is for ("image rename")
        /// Why a text will not do; empty: it will. May be empty itself: any text will.
        std::function<QString(const QString &)> problem = {};
    };

    /// @param texts must outlive the dialog.
    TextDialog(const Question &question, TextService &texts, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    /// The user has given a text; the dialog closes.
    void given(const QString &text);

private:
    void judge();

    const Question m_question;
    QLineEdit *m_field;
    FieldNote *m_note;
    TextNote *m_textNote;
    QPushButton *m_ok;
};

} // namespace sealift
