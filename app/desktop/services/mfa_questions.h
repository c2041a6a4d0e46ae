#pragma once

#include "aws/credential_chain.h"
#include "ui/services/mfa_service.h"

#include <future>
#include <map>
#include <mutex>

namespace sealift {

/// Carries questions for codes from the threads that reach libraries to the window, and the answers back.
class MfaQuestions final : public MfaService
{
    Q_OBJECT

public:
    using MfaService::MfaService;
    /// Whoever still waits is told that the user gave up.
    ~MfaQuestions() override;

    /// For AwsChoices::mfa; the object must outlive it. Waits for the answer. Errors: Cancelled.
    MfaPrompt prompt();

    void answer(quint64 question, const QString &code) override;

private:
    Result<QString> ask(const QString &serial, const std::stop_token &stop);

    std::mutex m_mutex;
    quint64 m_last = 0;
    std::map<quint64, std::promise<QString>> m_open;
};

} // namespace sealift
