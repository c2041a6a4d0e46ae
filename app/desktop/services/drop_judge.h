#pragma once

#include "desktop/services/background.h"
#include "ui/services/drop_service.h"

namespace sealift {

/// Looks at dragged files with core's probe.
class DropJudge final : public DropService
{
    Q_OBJECT

public:
    explicit DropJudge(QObject *parent = nullptr);

    void judge(const QList<QUrl> &urls) override;

private:
    quint64 m_turn = 0; ///< answers to earlier questions are passed over
    Background m_background;
};

} // namespace sealift
