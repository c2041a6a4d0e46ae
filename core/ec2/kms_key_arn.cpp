#include "ec2/kms_key_arn.h"

#include <QRegularExpression>

namespace sealift {

Result<QString> kmsKeyArn(const QString &key, const CallerIdentity &caller, const QString &region)
{
    static const QRegularExpression arn(QStringLiteral("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"));
    static const QRegularExpression id(
        QStringLiteral("^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$"));
    if (key.isEmpty() || arn.match(key).hasMatch())
        return key;
    if (id.match(key).hasMatch())
        return QStringLiteral("arn:%1:kms:%2:%3:key/%4")
            .arg(caller.arn.section(QLatin1Char(':'), 1, 1), region, caller.account, key);
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--kms-key cannot be \"%1\"").arg(key),
                      QStringLiteral("It is the ARN or the id of a key; the EBS direct APIs take no alias. \"aws kms "
                                     "describe-key --key-id %1\" shows its ARN.")
                          .arg(key.startsWith(QLatin1String("alias/")) ? key : QStringLiteral("ALIAS"))));
}

} // namespace sealift
