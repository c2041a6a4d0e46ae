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
            "who made it, where and when. The one that opened the library just now is marked. Passwords that are older "
            "than a year are called so: who knew one then may know it still."),
        .arguments = {},
        .options = libraryOptions(),
        .examples = {{QStringLiteral("List the keys"),
                      QStringLiteral("sealift library key list --library /srv/library")}},
    };
}

namespace {

constexpr qint64 kOldDays = 365;

qint64 ageOf(const KeyInfo &key)
{
    return key.created.daysTo(QDateTime::currentDateTimeUtc());
}

/// Said of the password in use only: that is the one that its user can change.
void remind(Console &console, const std::vector<KeyInfo> &keys)
{
    for (const auto &key : keys) {
        if (key.isCurrent && ageOf(key) > kOldDays)
            console.note(
                QStringLiteral("The password in use is %1 days old. \"sealift library key change\" puts another "
                               "in its place.")
                    .arg(ageOf(key)));
    }
}

} // namespace

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
                                    {QStringLiteral("ageDays"), ageOf(key)},
                                    {QStringLiteral("old"), ageOf(key) > kOldDays},
                                    {QStringLiteral("current"), key.isCurrent}});
        context.console.result(list);
        return {};
    }
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("CREATED")},
                     {QStringLiteral("AGE"), TextTable::Align::Right},
                     {QStringLiteral("USER")},
                     {QStringLiteral("HOST")},
                     {QString()}});
    for (const auto &key : keys)
        table.add({key.id.shortHex(), localTimeText(key.created),
                   countText(ageOf(key), QStringLiteral("day"), QStringLiteral("days")), key.username, key.hostname,
                   key.isCurrent ? QStringLiteral("(in use)") : QString()});
    context.console.result(table.text());
    remind(context.console, keys);
    return {};
}

} // namespace sealift
