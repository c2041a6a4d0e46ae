#pragma once

#include "ui/services/audit_service.h"
#include "ui/services/drop_service.h"
#include "ui/services/file_service.h"
#include "ui/services/library_service.h"
#include "ui/services/receipt_service.h"
#include "ui/services/settings_service.h"

#include <QHash>

#include <algorithm>

namespace sealift::test {

/// Libraries as a test says they are.
class TestLibraries final : public LibraryService
{
public:
    QList<LibraryInfo> libraries() const override { return list; }
    std::optional<LibraryInfo> library(const QString &id) const override
    {
        const auto found =
            std::find_if(list.begin(), list.end(), [&id](const LibraryInfo &info) { return info.id == id; });
        return found == list.end() ? std::nullopt : std::optional(*found);
    }
    std::vector<CatalogImage> images(const QString &) const override { return {}; }
    QString add(const QString &name, const LibraryPlace &place) override
    {
        list.append({name.toLower(), name, place.location, LibraryState::Locked, false, {}, {}, place.store});
        Q_EMIT librariesChanged();
        return list.last().id;
    }
    void create(const NewLibrary &) override {}
    void rename(const QString &, const QString &) override {}
    void unlock(const QString &id, const QCA::SecureArray &, bool) override { setState(id, LibraryState::Unlocked); }
    void lock(const QString &id) override { setState(id, LibraryState::Locked); }
    void forget(const QString &id) override
    {
        list.removeIf([&id](const LibraryInfo &info) { return info.id == id; });
        Q_EMIT librariesChanged();
    }
    void refresh(const QString &) override {}

    void setState(const QString &id, LibraryState state)
    {
        for (auto &info : list) {
            if (info.id == id)
                info.state = state;
        }
        Q_EMIT libraryChanged(id);
    }

    QList<LibraryInfo> list;
};

/// Receipts that a test puts in.
class TestReceipts final : public ReceiptService
{
public:
    void load(const TaskId &task, const QString &fileName) override
    {
        auto view = views.value(task);
        view.task = task;
        view.fileName = fileName;
        if (!view.verified)
            view.problem = Error(ErrorCode::Corrupt, QStringLiteral("the signature does not fit"));
        QMetaObject::invokeMethod(
            this, [this, view] { Q_EMIT loaded(view); }, Qt::QueuedConnection);
    }

    QHash<TaskId, ReceiptView> views;
};

class TestAudit final : public AuditService
{
public:
    void load(const TaskId &task) override
    {
        QMetaObject::invokeMethod(
            this,
            [this, task] {
                Q_EMIT loaded({task, entries, {}});
            },
            Qt::QueuedConnection);
    }

    QList<AuditEntry> entries;
};

/// Remembers what was to be written and shown.
class TestFiles final : public FileService
{
public:
    void save(const QString &path, const QByteArray &content) override { files.insert(path, content); }
    void showInFolder(const QString &path) override { shown += path; }

    QHash<QString, QByteArray> files;
    QStringList shown;
};

/// Takes whatever ends like a disk.
class TestDrops final : public DropService
{
public:
    void judge(const QList<QUrl> &urls) override
    {
        DropVerdict verdict;
        verdict.urls = urls;
        for (const auto &url : urls) {
            const auto path = url.toLocalFile();
            if (path.endsWith(QLatin1String(".vmdk")) || path.endsWith(QLatin1String(".ova")))
                verdict.images += path;
            else if (!url.isLocalFile())
                verdict.refused.append(
                    {url.fileName(), Error(ErrorCode::Unsupported, QStringLiteral("it is on another computer"))});
            else
                verdict.refused.append(
                    {url.fileName(), Error(ErrorCode::Unsupported, QStringLiteral("it is no disk image"))});
        }
        QMetaObject::invokeMethod(
            this, [this, verdict] { Q_EMIT judged(verdict); }, Qt::QueuedConnection);
    }
};

class TestSettings final : public SettingsService
{
public:
    AppSettings settings() const override { return values; }
    QString usualScratchFolder() const override { return QStringLiteral("/home/ada/.cache/sealift/scratch"); }
    void set(const AppSettings &settings) override
    {
        values = settings;
        Q_EMIT changed(values);
    }

    AppSettings values;
};

} // namespace sealift::test
