#pragma once

#include "base/error.h"
#include "policy/text/text_rules.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace sealift {

/// A text that was kept although something was found in it.
struct WarnedText {
    QString place;     ///< where it was given: "name"
    QStringList rules; ///< ids of what was found
};

/// Looks at texts that will be kept, by the user's rules, for widgets. Lives on the thread of the window.
class TextService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What should not be in it; quick, and nobody is asked.
    virtual QList<TextFinding> look(const QString &text, TextKind kind) const = 0;
    /// Has the audit log say that texts were kept in spite of a warning: the rules' ids, never the texts.
    /// @param action what they were given for ("import").
    virtual void record(const QString &action, const QList<WarnedText> &texts) = 0;

Q_SIGNALS:
    /// The audit log could not be written.
    void failed(const sealift::Error &error);
};

} // namespace sealift
