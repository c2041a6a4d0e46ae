#include "ui/common/error_text.h"

#include "task/task_record.h"

#include <QCoreApplication>
#include <QStringList>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// What to do where core knows nothing better.
QString usualRemedy(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoSpace:
        return Text::tr("Free some space there, then press Retry.");
    case ErrorCode::Network:
    case ErrorCode::Timeout:
        return Text::tr("Check the connection, then press Retry: what has arrived is not sent again.");
    case ErrorCode::PermissionDenied:
        return Text::tr("Check who may read and write there, then press Retry.");
    case ErrorCode::WrongPassword:
    case ErrorCode::Locked:
        return Text::tr("Unlock the library, then press Retry.");
    case ErrorCode::SourceChanged:
        return Text::tr("Make sure that nothing writes to the image (a running machine, say), then press Retry.");
    case ErrorCode::NotFound:
    case ErrorCode::Io:
        return Text::tr("Check that the disk or share is connected, then press Retry.");
    case ErrorCode::CleanupUnconfirmed:
        return Text::tr("Press Retry: the cleanup is done again first.");
    default:
        return {};
    }
}

ErrorText wordedFrom(ErrorCode code, const QString &what, const QString &remedy)
{
    ErrorText text{errorTitle(code), what, remedy.isEmpty() ? usualRemedy(code) : remedy};
    if (!text.what.isEmpty())
        text.what.front() = text.what.front().toUpper();
    return text;
}

} // namespace

QString errorTitle(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return Text::tr("Cancelled");
    case ErrorCode::InvalidArgument:
        return Text::tr("A value does not fit");
    case ErrorCode::NotFound:
        return Text::tr("Something is not there");
    case ErrorCode::AlreadyExists:
        return Text::tr("There is one of that name already");
    case ErrorCode::PermissionDenied:
        return Text::tr("Access was denied");
    case ErrorCode::NoSpace:
        return Text::tr("The disk is full");
    case ErrorCode::Io:
        return Text::tr("Reading or writing failed");
    case ErrorCode::Corrupt:
        return Text::tr("The data is damaged");
    case ErrorCode::Unsupported:
        return Text::tr("This is not supported");
    case ErrorCode::Unsafe:
        return Text::tr("Refused, because it is not safe to open");
    case ErrorCode::Refused:
        return Text::tr("Something speaks against this transfer");
    case ErrorCode::WrongPassword:
        return Text::tr("The password is wrong");
    case ErrorCode::Locked:
        return Text::tr("It is locked, or in use");
    case ErrorCode::SourceChanged:
        return Text::tr("The image changed while it was read");
    case ErrorCode::LimitExceeded:
        return Text::tr("It is larger than is allowed");
    case ErrorCode::ToolMissing:
        return Text::tr("A program that is needed is missing");
    case ErrorCode::ToolFailed:
        return Text::tr("A helper program failed");
    case ErrorCode::Network:
        return Text::tr("The connection failed");
    case ErrorCode::Timeout:
        return Text::tr("There was no answer in time");
    case ErrorCode::CleanupUnconfirmed:
        return Text::tr("The cleanup could not be confirmed");
    case ErrorCode::Internal:
        return Text::tr("Internal error");
    }
    return {};
}

ErrorText errorText(const Error &error)
{
    return wordedFrom(error.code(), error.what(), error.remedy());
}

ErrorText errorText(const TaskError &error)
{
    return wordedFrom(errorCodeFromName(error.code).value_or(ErrorCode::Internal), error.what, error.remedy);
}

QString ErrorText::plain() const
{
    QStringList lines{title, what, remedy};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace sealift
