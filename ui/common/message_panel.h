#pragma once

#include "ui/common/error_text.h"
#include "ui/common/tone.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;

namespace sealift {

/// A message inside a page, beside what it is about: a shape, a line in bold, what it means, what to do, and buttons.
/// Hidden until it is shown something.
class MessagePanel : public QFrame
{
    Q_OBJECT

public:
    explicit MessagePanel(QWidget *parent = nullptr);

    /// @param detail may be empty, or have several lines. Plain text.
    void showMessage(Tone tone, const QString &title, const QString &detail = {});
    /// @param safe what is not affected; may be empty.
    void showError(const ErrorText &error, const QString &safe = {});
    /// Hides the panel.
    void clear();

    /// A button for the action, after the ones that are there.
    void addAction(QAction *action);

    /// What it says, in lines, for the clipboard.
    QString plainText() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateIcon();

    Tone m_tone = Tone::Plain;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_remedy;
    QHBoxLayout *m_buttons;
};

} // namespace sealift
