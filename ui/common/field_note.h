#pragma once

#include "base/error.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace sealift {

/// A line below a field that says, live, whether what is in it will do, and if not, why: an icon and words, never
/// colour alone. The field's accessible description says the same.
class FieldNote : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        None,
        Info,    ///< good to know
        Good,    ///< it will do
        Warning, ///< it will do, and there is something to think about
        Problem, ///< it will not do
    };

    /// @param field that it belongs to; may be null. Not owned.
    explicit FieldNote(QWidget *field, QWidget *parent = nullptr);

    void setNote(Kind kind, const QString &text);
    /// What happened, and what helps.
    void setProblem(const Error &error);
    void clear() { setNote(Kind::None, {}); }

    Kind kind() const { return m_kind; }
    QString text() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeRoom();
    void updateIcon();

    QPointer<QWidget> m_field;
    QLabel *m_icon;
    QLabel *m_text;
    Kind m_kind = Kind::None;
};

} // namespace sealift
