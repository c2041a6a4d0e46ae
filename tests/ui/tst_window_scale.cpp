#include "ui/main_window/search_bar.h"
#include "ui/queue/task_view.h"
#include "ui/support/window_fixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace sealift;
using namespace sealift::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsMeasured = false; // slowed down and blown up by other things than ours
#else
constexpr bool kIsMeasured = true;
#endif

constexpr int kTasks = 10'000;
constexpr int kBusy = 50;
constexpr double kFrameMs = 16;
/// On a machine that does other things at the same time one frame in a hundred may take longer; none as long as this.
constexpr double kWorstMs = 100;

/// Processor time of this thread: what others do meanwhile does not count.
double threadMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    static_cast<void>(file.open(QIODevice::ReadOnly));
    const auto fields = file.readAll().split(' ');
    return (fields.value(1).toDouble() - fields.value(2).toDouble()) * 4096 / (1 << 20);
}

/// Times every event that the window's thread handles.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!isWatching || depth > 0)
            return QApplication::notify(receiver, event);
        ++depth;
        const auto begun = threadMs();
        const auto name = QLatin1String(receiver->metaObject()->className());
        const bool done = QApplication::notify(receiver, event);
        --depth;
        const auto took = threadMs() - begun;
        times.push_back(took);
        if (took > worst) {
            worst = took;
            worstName = name;
        }
        return done;
    }

    bool isWatching = false;
    int depth = 0;
    std::vector<double> times;
    double worst = 0;
    QString worstName;
};

struct Frames {
    void add(double ms) { times.push_back(ms); }
    double percentile(double share)
    {
        std::sort(times.begin(), times.end());
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    }
    std::vector<double> times;
};

} // namespace

class TestWindowScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandTasksFiftyBusy();
};

void TestWindowScale::tenThousandTasksFiftyBusy()
{
    WindowFixture fixture(kBusy);
    {
        // As they lie in the journal when the window opens.
        const auto journal = fixture.folder.open();
        QList<TaskRecord> tasks;
        for (int i = 0; i < kTasks; ++i)
            tasks.append(stagedTask(QStringLiteral("machine-%1.vmdk").arg(i), TaskKind::Import,
                                    i % 2 == 0 ? QStringLiteral("Office NAS") : QStringLiteral("prod-images"),
                                    {{QStringLiteral("halt"), QStringLiteral("transferring")},
                                     {QStringLiteral("size"), qint64{100'000'000'000}},
                                     {QStringLiteral("rate"), 20'000'000}}));
        QVERIFY(journal->add(tasks));
    }
    fixture.addLibraries();
    fixture.openQueue();
    auto &window = fixture.open();
    auto *view = window.findChild<TaskView *>();
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), kTasks, 30000);
    QTest::qWait(3000);

    auto &watched = *static_cast<WatchedApplication *>(QCoreApplication::instance());
    watched.isWatching = true;
    QTest::qWait(3000);
    watched.isWatching = false;

    Frames scrolling;
    auto *bar = view->verticalScrollBar();
    for (int i = 0; i < 200; ++i) {
        const auto begun = threadMs();
        bar->setValue(i % 2 == 0 ? bar->maximum() * i / 200 : bar->value() + 40);
        view->viewport()->repaint();
        scrolling.add(threadMs() - begun);
        QCoreApplication::processEvents();
    }
    Frames filtering;
    auto *search = window.findChild<SearchBar *>()->findChild<QLineEdit *>();
    for (const auto *words :
         {"m", "ma", "machine", "machine-1", "machine-12", "prod", "prod 77", "nothing", "", "nas", ""}) {
        for (int repeat = 0; repeat < 3; ++repeat) {
            search->clear();
            QCoreApplication::processEvents();
            const auto begun = threadMs();
            search->setText(QLatin1String(words));
            view->viewport()->repaint();
            filtering.add(threadMs() - begun);
        }
    }
    const auto memory = residentMiB();
    qInfo("scrolling: median %.1f ms, 99 %% %.1f ms", scrolling.percentile(0.5), scrolling.percentile(0.99));
    qInfo("filtering: median %.1f ms, 99 %% %.1f ms", filtering.percentile(0.5), filtering.percentile(0.99));
    std::sort(watched.times.begin(), watched.times.end());
    const auto late = static_cast<std::size_t>(
        std::count_if(watched.times.begin(), watched.times.end(), [](double ms) { return ms > kFrameMs; }));
    qInfo("events: %zu, over 16 ms: %zu, worst %.1f ms (%s)", watched.times.size(), late, watched.worst,
          qPrintable(watched.worstName));
    qInfo("memory: %.0f MiB of its own", memory);
    if (!kIsMeasured)
        return;
    QVERIFY(scrolling.percentile(0.95) < kFrameMs);
    QVERIFY(filtering.percentile(0.95) < kFrameMs);
    QVERIFY(late * 100 <= watched.times.size());
    QVERIFY(watched.worst < kWorstMs);
    QVERIFY(memory < 150);
}

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    TestWindowScale test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window_scale.moc"
