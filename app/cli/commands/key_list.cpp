#include "cli/commands/key_list.h"

#include "cli/console.h"
#include "cli/open_library.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include "base/json.h"

namespace sealift {

CommandInfo KeyListCommand::info() const
{
    return {
        .words = {QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("list")},
        .summary = QStringLiteral("List the passwords of a library, by who made them when."),
        .description = QStringLiteral(
            "Lists the keys of a library: one for each password. What a password is cannot be told from it, only "
            "who made it, where and when. The one that opened the library just now is marked."),
        .arguments = {},
        .options = libraryOptions(),
        .examples = {{QStringLiteral("List the keys"),
                      QStringLiteral("sealift library key list --library /srv/library")}},
    };
}

Status KeyListCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto keys, repository->keys().list(context.stop));
    if (context.console.json()) {
        QJsonArray list;
        for (const auto &key : keys)
            list.append(QJsonObject{{QStringLiteral("id"), key.id.hex()},
                                    {QStringLiteral("created"), toRfc3339(key.created)},
                                    {QStringLiteral("username"), key.username},
                                    {QStringLiteral("hostname"), key.hostname},
                                    {QStringLiteral("current"), key.isCurrent}});
        context.console.result(list);
        return {};
    }
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("CREATED")},
                     {QStringLiteral("USER")},
                     {QStringLiteral("HOST")},
                     {QString()}});
    for (const auto &key : keys)
        table.add({key.id.shortHex(), localTimeText(key.created), key.username, key.hostname,
                   key.isCurrent ? QStringLiteral("(in use)") : QString()});
    context.console.result(table.text());
    return {};
}

} // namespace sealift
