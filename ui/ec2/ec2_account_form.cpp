#include "ui/ec2/ec2_account_form.h"

#include "ui/common/field_note.h"
#include "ui/library/bucket_fields.h"

#include <QVBoxLayout>

#include <utility>

namespace sealift {

namespace {

/// Longer than for places: somebody may be asked for a code for each profile.
constexpr int kTypingPause = 600; // ms

} // namespace

Ec2AccountForm::Ec2AccountForm(Want want, Ec2Service &service, QWidget *parent)
    : QWidget(parent)
    , m_want(want)
    , m_service(service)
    , m_fields(new BucketFields(this))
    , m_note(new FieldNote(m_fields, this))
{
    m_fields->setUsualRegion(tr("the one that AWS's own tools would use"));
    m_note->setObjectName(QStringLiteral("ec2Account"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    layout->addWidget(m_note);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, &Ec2AccountForm::look);
    connect(m_fields, &BucketFields::changed, this, &Ec2AccountForm::edited);
    connect(&m_service, &Ec2Service::identified, this, [this](const Ec2Account &account) {
        if (m_want == Want::Identity)
            showAccount(account);
    });
    connect(&m_service, &Ec2Service::listed, this, [this](const Ec2Listing &listing) {
        if (m_want != Want::Listing || !isSameAccess(listing.account.asked, asked()))
            return;
        Q_EMIT listed(listing);
        showAccount(listing.account);
    });
}

Ec2Settings Ec2AccountForm::asked() const
{
    const auto fields = m_fields->settings();
    return {fields.region, fields.profile, fields.caFile, {}};
}

Ec2Settings Ec2AccountForm::settings() const
{
    auto settings = asked();
    settings.region = m_region;
    return settings;
}

void Ec2AccountForm::edited()
{
    m_isGood = false;
    if (m_wasShown)
        m_soon.start();
    Q_EMIT changed();
}

void Ec2AccountForm::look()
{
    m_soon.stop();
    m_isGood = false;
    m_note->setNote(FieldNote::Kind::Info, tr("Amazon EC2 is being asked."));
    if (m_want == Want::Listing)
        m_service.list(asked());
    else
        m_service.identify(asked());
    Q_EMIT changed();
}

void Ec2AccountForm::showAccount(const Ec2Account &account)
{
    if (m_soon.isActive() || !isSameAccess(account.asked, asked()))
        return;
    m_isGood = !account.problem;
    m_region = account.region;
    if (account.problem)
        m_note->setProblem(*account.problem);
    else
        m_note->setNote(FieldNote::Kind::Good,
                        tr("As %1, account %2, in %3. Credentials: %4")
                            .arg(account.caller.arn, account.caller.account, account.region, account.source));
    Q_EMIT changed();
}

void Ec2AccountForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        look();
}

} // namespace sealift
