#pragma once

#include "core/task/task_fixtures.h"
#include "task/task_queue.h"
#include "ui/main_window/main_window.h"
#include "ui/support/staged_executor.h"
#include "ui/support/test_services.h"

#include <memory>

namespace sealift::test {

/// A task that the staged executor carries out.
inline TaskRecord stagedTask(const QString &file, TaskKind kind, const QString &destination, QJsonObject settings)
{
    return TaskRecord::create(kind, settings, kind == TaskKind::Import ? QStringLiteral("/srv/images/") + file : file,
                              destination);
}

/// The real window over a real queue; what the services serve is the test's.
struct WindowFixture {
    explicit WindowFixture(int concurrency = 4)
    {
        options.journal = folder.path();
        options.concurrency = concurrency;
    }

    void openQueue()
    {
        auto opened = TaskQueue::open(options, &executor);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().what()));
        queue = std::move(*opened);
    }

    MainWindow &open()
    {
        if (!queue)
            openQueue();
        window =
            std::make_unique<MainWindow>(*queue, WindowServices{libraries, receipts, audit, files, drops, settings});
        window->show();
        return *window;
    }

    void addLibraries()
    {
        libraries.list = {{QStringLiteral("nas"),
                           QStringLiteral("Office NAS"),
                           QStringLiteral("/mnt/nas/library"),
                           LibraryState::Unlocked,
                           true,
                           {},
                           214},
                          {QStringLiteral("s3"),
                           QStringLiteral("prod-images"),
                           QStringLiteral("s3:https://s3.eu-west-1.amazonaws.com/prod-images"),
                           LibraryState::Locked,
                           false,
                           {},
                           {}},
                          {QStringLiteral("usb"),
                           QStringLiteral("USB disk"),
                           QStringLiteral("/media/usb/vms"),
                           LibraryState::Unreachable,
                           false,
                           Error(ErrorCode::NotFound, QStringLiteral("there is no folder /media/usb/vms")),
                           {}}};
    }

    JournalFolder folder;
    TaskQueueOptions options;
    StagedExecutor executor;
    std::unique_ptr<TaskQueue> queue;
    TestLibraries libraries;
    TestReceipts receipts;
    TestAudit audit;
    TestFiles files;
    TestDrops drops;
    TestSettings settings;
    std::unique_ptr<MainWindow> window;
};

} // namespace sealift::test
