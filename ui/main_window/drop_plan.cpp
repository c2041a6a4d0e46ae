#include "ui/main_window/drop_plan.h"

#include <QCoreApplication>
#include <QMimeData>

namespace sealift {

namespace {

constexpr qsizetype kMaxRefused = 4;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DropPlan)
};

QString nameOf(const QString &path)
{
    const auto name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    return name.isEmpty() ? path : name;
}

QString sentenceFor(const QStringList &paths, const std::optional<LibraryInfo> &target)
{
    const auto first = nameOf(paths.front());
    const int more = static_cast<int>(paths.size()) - 1;
    if (!target)
        return more == 0 ? Text::tr("Import %1 - encrypted before it leaves this computer").arg(first)
                         : Text::tr("Import %1 and %n more - encrypted before they leave this computer", nullptr, more)
                               .arg(first);
    return more == 0
               ? Text::tr("Import %1 into %2 - encrypted before it leaves this computer").arg(first, target->name)
               : Text::tr("Import %1 and %n more into %2 - encrypted before they leave this computer", nullptr, more)
                     .arg(first, target->name);
}

void nameRefused(DropPlan &plan, const DropVerdict &verdict)
{
    for (const auto &refused : verdict.refused.mid(0, kMaxRefused))
        plan.refused += Text::tr("%1: %2", "file and reason").arg(refused.name, refused.reason.what());
    if (verdict.refused.size() > kMaxRefused)
        plan.refused += Text::tr("and %n more", nullptr, static_cast<int>(verdict.refused.size() - kMaxRefused));
}

} // namespace

DropVerdict firstVerdict(const QList<QUrl> &urls)
{
    DropVerdict verdict;
    verdict.urls = urls;
    verdict.isComplete = false;
    for (const auto &url : urls) {
        if (url.isLocalFile()) {
            verdict.images += url.toLocalFile();
            continue;
        }
        verdict.refused.append(
            {url.fileName().isEmpty() ? url.toDisplayString(QUrl::RemoveUserInfo) : url.fileName(),
             Error(ErrorCode::Unsupported,
                   Text::tr("it is on another computer (%1)").arg(url.host().isEmpty() ? url.scheme() : url.host()),
                   Text::tr("Download it first, then import the file."))});
    }
    return verdict;
}

DropPlan dropPlan(const DropVerdict &verdict, const std::optional<LibraryInfo> &target)
{
    DropPlan plan;
    plan.paths = verdict.images;
    if (target && target->state == LibraryState::Unreachable)
        plan.paths.clear();
    if (!plan.paths.isEmpty())
        plan.sentence = sentenceFor(plan.paths, target);
    else if (target && target->state == LibraryState::Unreachable)
        plan.sentence = Text::tr("%1 cannot be reached").arg(target->name);
    else
        plan.sentence = Text::tr("Nothing of this can be imported");
    nameRefused(plan, verdict);
    return plan;
}

DropPlan ec2DropPlan(const DropVerdict &verdict)
{
    DropPlan plan;
    plan.paths = verdict.images;
    const int more = static_cast<int>(plan.paths.size()) - 1;
    if (plan.paths.isEmpty())
        plan.sentence = Text::tr("Nothing of this can be imported");
    else
        plan.sentence =
            (more == 0 ? Text::tr("Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest")
                       : Text::tr("Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS "
                                  "at rest",
                                  nullptr, more))
                .arg(nameOf(plan.paths.front()));
    nameRefused(plan, verdict);
    return plan;
}

QList<QUrl> urlsIn(const QMimeData *data)
{
    if (data == nullptr)
        return {};
    if (data->hasUrls())
        return data->urls();
    QList<QUrl> urls;
    for (const auto &line : data->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto text = line.trimmed();
        if (text.startsWith(QLatin1Char('/')))
            urls += QUrl::fromLocalFile(text);
        else if (text.contains(QLatin1String("://")))
            urls += QUrl(text, QUrl::StrictMode);
    }
    urls.removeAll(QUrl());
    return urls;
}

} // namespace sealift
