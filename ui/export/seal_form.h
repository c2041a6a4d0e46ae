#pragma once

#include "ui/export/export_draft.h"
#include "ui/services/seal_service.h"

#include <QTimer>
#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace sealift {

class FieldNote;
class NewPasswordForm;
class TextNote;
class TextService;

/// For whom an export is sealed, by one kind of seal; says live what is wrong with that. What was given for another
/// kind is kept until that is chosen again.
class SealForm : public QWidget
{
    Q_OBJECT

public:
    /// The services must outlive the form.
    SealForm(SealService &seals, TextService &texts, QWidget *parent = nullptr);

    /// Shows the fields of a kind. @param misfit why the export cannot be sealed so at all; nothing: it can.
    void choose(SealKind kind, const std::optional<Error> &misfit);
    bool isComplete() const;
    /// Of the kind that is chosen; a passphrase is not in it.
    SealSettings settings() const;
    QCA::SecureArray passphrase() const;
    /// For whom, for people; of passphrases nobody.
    const QStringList &names() const { return m_names; }
    /// It is taken as it is: the audit log hears of what the user was warned of.
    void recordKept();

Q_SIGNALS:
    void changed();

private:
    QWidget *certificatePage();
    QWidget *recipientPage();
    bool hasPassphrase() const;
    void addCertificates(const QStringList &paths);
    void browse();
    void edited();
    void looked(const SealFacts &facts);
    void judgePassphrase();

    SealService &m_seals;
    SealKind m_kind = SealKind::Certificates;
    std::optional<Error> m_misfit;
    QListWidget *m_certificates;
    QPushButton *m_remove;
    TextNote *m_paths;
    QPlainTextEdit *m_recipients;
    NewPasswordForm *m_passphrase;
    QStackedWidget *m_pages;
    FieldNote *m_note;
    QTimer m_soon; ///< recipients are looked at when typing has paused
    QStringList m_names;
    bool m_isGood = false;
};

} // namespace sealift
