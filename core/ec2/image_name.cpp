#include "ec2/image_name.h"

#include <QRegularExpression>

namespace sealift {

Status checkEc2ImageName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9()\\[\\] ./'@_-]{3,128}$"));
    if (form.match(name).hasMatch())
        return {};
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be an image's name").arg(name),
                      QStringLiteral("Choose a name of 3 to 128 letters, digits, spaces and ( ) [ ] . / - ' @ _.")));
}

} // namespace sealift
