#include "desktop/services/drop_judge.h"

#include "common/source_probe.h"
#include "ui/main_window/drop_plan.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

namespace sealift {

namespace {

/// Whoever holds the mouse button does not wait for longer.
constexpr int kLongestMs = 1500;
/// Disks of a folder that is dragged; a folder with more is no folder of images.
constexpr int kMaxInFolder = 200;

/// The names that disks go by; in a folder only these are looked at, or every text file would be a raw disk.
const QStringList &diskNames()
{
    static const auto names = [] {
        QStringList list{QStringLiteral("*.ova"), QStringLiteral("*.ovf")}; // no archives: most have no disk in them
        for (const auto *suffix : {"qcow2", "vmdk", "vhd", "vhdx", "vdi", "raw", "img"}) {
            list.append(QStringLiteral("*.%1").arg(QLatin1String(suffix)));
            for (const auto *packing : {"gz", "xz", "bz2", "zst"})
                list.append(QStringLiteral("*.%1.%2").arg(QLatin1String(suffix), QLatin1String(packing)));
        }
        return list;
    }();
    return names;
}

QStringList filesOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return {path};
    QStringList files;
    const auto entries = QDir(path).entryInfoList(diskNames(), QDir::Files | QDir::Readable, QDir::Name);
    for (const auto &entry : entries.mid(0, kMaxInFolder))
        files += entry.filePath();
    return files;
}

class Look
{
public:
    Look(const QList<QUrl> &urls, const std::stop_token &stop)
        : m_stop(stop)
        , m_verdict(firstVerdict(urls))
    {
        m_timer.start();
    }

    DropVerdict run()
    {
        const auto paths = std::exchange(m_verdict.images, {});
        m_verdict.isComplete = true;
        for (const auto &path : paths) {
            const auto files = filesOf(path);
            if (files.isEmpty())
                m_verdict.refused.append({QFileInfo(path).fileName(),
                                          Error(ErrorCode::NotFound, QStringLiteral("there is no disk image in it"))});
            for (const auto &file : files)
                lookAt(file);
        }
        // An extent of a disk is imported with the disk, a disk of an appliance with that.
        m_verdict.images.removeIf([this](const QString &path) { return m_parts.contains(path); });
        m_verdict.refused.removeIf([this](const RefusedDrop &drop) { return m_partNames.contains(drop.name); });
        return m_verdict;
    }

private:
    void lookAt(const QString &path)
    {
        if (m_timer.elapsed() > kLongestMs || m_stop.stop_requested()) {
            m_verdict.isComplete = false;
            m_verdict.images += path;
            return;
        }
        const auto source = probeSource(path, m_stop);
        if (!source) {
            m_verdict.refused.append({QFileInfo(path).fileName(), source.error()});
            return;
        }
        m_verdict.images += path;
        for (const auto &file : source->image.files.mid(1)) {
            m_parts.insert(file.path);
            m_partNames.insert(QFileInfo(file.path).fileName());
        }
    }

    const std::stop_token m_stop;
    QElapsedTimer m_timer;
    DropVerdict m_verdict;
    QSet<QString> m_parts;
    QSet<QString> m_partNames;
};

} // namespace

DropJudge::DropJudge(QObject *parent)
    : DropService(parent)
    , m_background(this)
{
}

void DropJudge::judge(const QList<QUrl> &urls)
{
    m_background.run([urls](const std::stop_token &stop) { return Look(urls, stop).run(); },
                     [this, turn = ++m_turn](const DropVerdict &verdict) {
                         if (turn == m_turn)
                             Q_EMIT judged(verdict);
                     });
}

} // namespace sealift
