#include "cli/command.h"
#include "cli/store_access.h"

namespace sealift {

QList<QCommandLineOption> commonOptions()
{
    return {
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
        {QStringLiteral("json"), QStringLiteral("Print results, progress and errors as JSON.")},
        {{QStringLiteral("q"), QStringLiteral("quiet")}, QStringLiteral("No notes, no progress, no summary.")},
    };
}

QList<QCommandLineOption> libraryOptions()
{
    return QList<QCommandLineOption>{
               {{QStringLiteral("l"), QStringLiteral("library")},
                QStringLiteral(
                    "The library: a folder, or s3:https://HOST/BUCKET/FOLDER. Without it: $SEALIFT_LIBRARY."),
                QStringLiteral("LIBRARY")},
               passwordFileOption(),
           } +
           storeOptionList();
}

QCommandLineOption passwordFileOption()
{
    return {
        QStringLiteral("password-file"),
        QStringLiteral("Read the library's password from a file; a line break at its end does not count. Without it: "
                       "$SEALIFT_PASSWORD_FILE, or a question on the terminal."),
        QStringLiteral("FILE")};
}

QCommandLineOption progressOption()
{
    return {QStringLiteral("progress"),
            QStringLiteral("Report progress even where standard error is no terminal: a line every five seconds.")};
}

} // namespace sealift
