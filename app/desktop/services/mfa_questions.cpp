#include "desktop/services/mfa_questions.h"

namespace sealift {

MfaQuestions::~MfaQuestions()
{
    const std::lock_guard lock(m_mutex);
    for (auto &[question, answer] : m_open)
        answer.set_value({});
    m_open.clear();
}

MfaPrompt MfaQuestions::prompt()
{
    return [this](const QString &serial, const std::stop_token &stop) { return ask(serial, stop); };
}

Result<QString> MfaQuestions::ask(const QString &serial, const std::stop_token &stop)
{
    std::future<QString> answered;
    quint64 question = 0;
    {
        const std::lock_guard lock(m_mutex);
        question = ++m_last;
        answered = m_open[question].get_future();
    }
    Q_EMIT asked(question, serial);
    const std::stop_callback stopped(stop, [this, question] {
        answer(question, {});
        Q_EMIT withdrawn(question);
    });
    const auto code = answered.get();
    if (code.isEmpty())
        return fail(Error(ErrorCode::Cancelled, QStringLiteral("no code of the MFA device %1 was given").arg(serial),
                          QStringLiteral("Try again with the code that the device shows now.")));
    return code;
}

void MfaQuestions::answer(quint64 question, const QString &code)
{
    const std::lock_guard lock(m_mutex);
    if (const auto open = m_open.find(question); open != m_open.end()) {
        open->second.set_value(code);
        m_open.erase(open);
    }
}

} // namespace sealift
