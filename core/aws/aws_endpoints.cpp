#include "aws/aws_endpoints.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

/// Domains by the beginning of a region's name (botocore's data/partitions.json).
struct Partition {
    const char *prefix;
    const char *domain;
};
constexpr std::array kPartitions{
    Partition{"cn-", "amazonaws.com.cn"},    Partition{"us-isob-", "sc2s.sgov.gov"},
    Partition{"us-isof-", "csp.hci.ic.gov"}, Partition{"us-iso-", "c2s.ic.gov"},
    Partition{"eu-isoe-", "cloud.adc-e.uk"}, Partition{"eusc-", "amazonaws.eu"},
};

/// Those whose requests went to the one global endpoint before there were regional ones.
constexpr std::array kLegacyRegions{
    "ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "aws-global", "ca-central-1",
    "eu-central-1",   "eu-north-1", "eu-west-1",      "eu-west-2",      "eu-west-3",  "sa-east-1",
    "us-east-1",      "us-east-2",  "us-west-1",      "us-west-2",
};

Result<QUrl> checkedUrl(const QString &text, const QString &where)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.userInfo().isEmpty() || url.authority().contains(QLatin1Char('@')))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1: the URL contains a user name or a password").arg(where),
                          QStringLiteral("Remove everything before the \"@\".")));
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1: this is no URL of a service").arg(where),
                          QStringLiteral("A URL looks like https://sts.example.com.")));
    return url;
}

} // namespace

Result<QUrl> awsServiceUrl(const QString &service, const QString &region)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"));
    if (!form.match(region).hasMatch())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("this is no name of an AWS region"),
                          QStringLiteral("A region looks like eu-central-1.")));
    const auto *const partition = std::find_if(kPartitions.begin(), kPartitions.end(), [&region](const Partition &p) {
        return region.startsWith(QLatin1String(p.prefix));
    });
    return QUrl(
        QStringLiteral("https://%1.%2.%3")
            .arg(service, region, QLatin1String(partition == kPartitions.end() ? "amazonaws.com" : partition->domain)));
}

Result<QUrl> configuredEndpoint(const QString &service, const AwsVariables &variables, const AwsConfig &config,
                                const AwsProfile *profile)
{
    const auto isTrue = [](const QString &text) {
        return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    };
    if (isTrue(variables.text("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) ||
        (profile != nullptr && isTrue(profile->text("ignore_configured_endpoint_urls"))))
        return QUrl();
    const auto own = QByteArray("AWS_ENDPOINT_URL_") + service.toUpper().toLatin1();
    for (const auto *name : {own.constData(), "AWS_ENDPOINT_URL"}) {
        if (variables.has(name))
            return checkedUrl(variables.text(name), QString::fromLatin1(name));
    }
    if (profile == nullptr)
        return QUrl();
    if (const auto *services = config.services(profile->text("services")); services != nullptr) {
        const auto found = services->fields.find(service);
        if (found != services->fields.end()) {
            const auto &nested = found->second.nested;
            if (const auto url = nested.find(QStringLiteral("endpoint_url")); url != nested.end())
                return checkedUrl(url->second, found->second.place());
        }
    }
    if (const auto *field = profile->find("endpoint_url"); field != nullptr)
        return checkedUrl(field->text, field->place());
    return QUrl();
}

Result<AwsEndpoint> stsEndpoint(const QUrl &custom, const QString &region, const AwsVariables &variables,
                                const AwsProfile *profile)
{
    const auto global = QStringLiteral("us-east-1");
    if (!custom.isEmpty())
        return AwsEndpoint{custom, region.isEmpty() ? global : region};
    auto mode = variables.text("AWS_STS_REGIONAL_ENDPOINTS");
    if (mode.isEmpty() && profile != nullptr)
        mode = profile->text("sts_regional_endpoints");
    if (!mode.isEmpty() && mode != QLatin1String("regional") && mode != QLatin1String("legacy"))
        return fail(
            Error(ErrorCode::InvalidArgument,
                  QStringLiteral("AWS_STS_REGIONAL_ENDPOINTS (sts_regional_endpoints) is neither \"regional\" nor "
                                 "\"legacy\"")));
    const bool isLegacy = std::any_of(kLegacyRegions.begin(), kLegacyRegions.end(),
                                      [&region](const char *name) { return region == QLatin1String(name); });
    if (region.isEmpty() || region == QLatin1String("aws-global") || (mode == QLatin1String("legacy") && isLegacy))
        return AwsEndpoint{QUrl(QStringLiteral("https://sts.amazonaws.com")), global};
    SEALIFT_ASSIGN(const auto url, awsServiceUrl(QStringLiteral("sts"), region));
    return AwsEndpoint{url, region};
}

} // namespace sealift
