#include "ec2/iam_client.h"

#include "ec2/ec2_query.h"
#include "ec2/xml_elements.h"

#include <QJsonDocument>
#include <QUrl>

namespace sealift {

namespace {

constexpr QueryService kIam{"iam", "2010-05-08"};

QByteArray compact(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

/// Documents come percent-encoded (RFC 3986).
Result<QJsonObject> documentIn(const QByteArray &xml, const QString &action, const QString &wanted)
{
    QString text;
    const bool whole =
        eachElement(xml, action + QStringLiteral("Response"), [&](const QString &path, const QString &value) {
            if (path == wanted)
                text = value.trimmed();
        });
    const auto document = QJsonDocument::fromJson(QUrl::fromPercentEncoding(text.toUtf8()).toUtf8());
    if (!whole || !document.isObject())
        return fail(wrongAnswer(action));
    return document.object();
}

bool saysMissing(const Error &error)
{
    return serviceCodeOf(error) == QLatin1String("NoSuchEntity");
}

QByteArray nameOf(IamClient::Owner owner)
{
    return owner == IamClient::Owner::Role ? "Role" : "User";
}

QString wordsOf(IamClient::Owner owner, const QString &whose)
{
    return owner == IamClient::Owner::Role ? QStringLiteral("role %1").arg(whose)
                                           : QStringLiteral("user %1").arg(whose);
}

} // namespace

Result<std::optional<QJsonObject>> IamClient::trustOf(const QString &role, const std::stop_token &stop)
{
    const auto answer =
        askQuery(m_connection, kIam, "GetRole", wordsOf(Owner::Role, role), {{"RoleName", role.toUtf8()}}, stop);
    if (!answer && saysMissing(answer.error()))
        return std::optional<QJsonObject>();
    if (!answer)
        return fail(answer.error());
    SEALIFT_ASSIGN(auto trust, documentIn(answer->body, QStringLiteral("GetRole"),
                                          QStringLiteral("GetRoleResult/Role/AssumeRolePolicyDocument")));
    return std::optional(std::move(trust));
}

Status IamClient::createRole(const QString &role, const QString &description, const QJsonObject &trust,
                             const std::stop_token &stop)
{
    return askQuery(m_connection, kIam, "CreateRole", wordsOf(Owner::Role, role),
                    {{"RoleName", role.toUtf8()},
                     {"Description", description.toUtf8()},
                     {"AssumeRolePolicyDocument", compact(trust)}},
                    stop)
        .map([](const HttpResponse &) {});
}

Result<std::optional<QJsonObject>> IamClient::policy(Owner owner, const QString &whose, const QString &name,
                                                     const std::stop_token &stop)
{
    const QByteArray action = "Get" + nameOf(owner) + "Policy";
    const auto answer = askQuery(m_connection, kIam, action, wordsOf(owner, whose),
                                 {{nameOf(owner) + "Name", whose.toUtf8()}, {"PolicyName", name.toUtf8()}}, stop);
    if (!answer && saysMissing(answer.error()))
        return std::optional<QJsonObject>();
    if (!answer)
        return fail(answer.error());
    const auto words = QString::fromLatin1(action);
    SEALIFT_ASSIGN(auto document, documentIn(answer->body, words, words + QStringLiteral("Result/PolicyDocument")));
    return std::optional(std::move(document));
}

Status IamClient::putPolicy(Owner owner, const QString &whose, const QString &name, const QJsonObject &document,
                            const std::stop_token &stop)
{
    return askQuery(m_connection, kIam, "Put" + nameOf(owner) + "Policy", wordsOf(owner, whose),
                    {{nameOf(owner) + "Name", whose.toUtf8()},
                     {"PolicyName", name.toUtf8()},
                     {"PolicyDocument", compact(document)}},
                    stop)
        .map([](const HttpResponse &) {});
}

} // namespace sealift
