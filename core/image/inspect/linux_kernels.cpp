#include "image/inspect/linux_kernels.h"

#include "image/inspect/initramfs.h"

#include <QRegularExpression>

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kListFile = 4LL << 20;
/// What is kept of the disk's budget for everything else.
constexpr qint64 kReserve = 8LL << 20;
constexpr qsizetype kMostKernels = 16;

/// The modules that a list of the kernel's names, "PATH" or "PATH: DEPENDENCIES" a line.
QSet<QString> modulesOf(const QByteArray &list)
{
    QSet<QString> names;
    for (const auto &line : list.split('\n')) {
        const auto colon = line.indexOf(':');
        auto module = kernelModuleName(colon < 0 ? line : line.left(colon));
        if (!module.isEmpty())
            names.insert(std::move(module));
    }
    return names;
}

const FileTree::Entry *initramfsFor(const QString &version, const QList<FileTree::Entry> &boot)
{
    for (const auto *pattern : {"initrd.img-%1", "initramfs-%1.img", "initrd-%1", "initramfs-%1", "initrd-%1.img"}) {
        const auto name = QString::fromLatin1(pattern).arg(version);
        for (const auto &entry : boot) {
            if (entry.name == name)
                return &entry;
        }
    }
    return nullptr;
}

/// The numbers in a version, which order it.
QList<int> numbersOf(const QString &version)
{
    static const QRegularExpression number(QStringLiteral("\\d{1,9}"));
    QList<int> numbers;
    for (auto match = number.globalMatch(version); match.hasNext();)
        numbers.append(match.next().captured().toInt());
    return numbers;
}

QList<KernelFacts> kernelsIn(const QList<FileTree::Entry> &boot)
{
    static const QRegularExpression pattern(QStringLiteral("^(vmlinuz|vmlinux|kernel|Image|linux)-(.+)$"));
    QList<KernelFacts> kernels;
    for (const auto &entry : boot) {
        const auto match = pattern.match(entry.name);
        if (entry.folder || !match.hasMatch() || entry.name.contains(QLatin1String("rescue")))
            continue;
        KernelFacts kernel;
        kernel.version = match.captured(2);
        kernel.image = QStringLiteral("/boot/") + entry.name;
        if (const auto *initramfs = initramfsFor(kernel.version, boot))
            kernel.initramfs = QStringLiteral("/boot/") + initramfs->name;
        kernels.append(std::move(kernel));
    }
    std::sort(kernels.begin(), kernels.end(), [](const KernelFacts &one, const KernelFacts &other) {
        return numbersOf(one.version) > numbersOf(other.version);
    });
    return kernels.mid(0, kMostKernels);
}

/// Fills in where the newest kernel has each driver.
class DriverFinder
{
public:
    DriverFinder(const GuestRoot &root, const GuestRoot &boot)
        : m_root(root)
        , m_boot(boot)
    {
    }

    Status look(KernelFacts &kernel, qint64 initramfsSize)
    {
        const auto folder = QStringLiteral("/lib/modules/%1/").arg(kernel.version);
        SEALIFT_ASSIGN(const auto builtIn, m_root.read(folder + QStringLiteral("modules.builtin"), kListFile));
        SEALIFT_ASSIGN(const auto modules, m_root.read(folder + QStringLiteral("modules.dep"), kListFile));
        SEALIFT_TRY(readInitramfs(kernel, initramfsSize));
        const auto inKernel = modulesOf(builtIn.value_or(QByteArray()));
        const auto onRoot = modulesOf(modules.value_or(QByteArray()));
        for (const auto &name : lookedForDrivers()) {
            const auto module = QString(name).replace(QLatin1Char('-'), QLatin1Char('_'));
            DriverFacts driver{name, {}};
            if (inKernel.contains(module))
                driver.place = DriverPlace::BuiltIn;
            else if (!m_unread.isEmpty())
                driver.place = Fact<DriverPlace>::unknown(m_unread);
            else if (m_initramfs.contains(module))
                driver.place = DriverPlace::Initramfs;
            else if (!modules || !builtIn)
                driver.place = Fact<DriverPlace>::unknown(
                    QStringLiteral("the kernel's lists of modules are not in %1").arg(folder));
            else
                driver.place = onRoot.contains(module) ? DriverPlace::Module : DriverPlace::Missing;
            kernel.drivers.append(std::move(driver));
        }
        return {};
    }

private:
    Status readInitramfs(KernelFacts &kernel, qint64 size)
    {
        if (kernel.initramfs.isEmpty())
            return {};
        if (size > m_boot.disk().budgetLeft() - kReserve) {
            m_unread =
                QStringLiteral("%1 is too large to be looked through (%2 MiB)").arg(kernel.initramfs).arg(size >> 20);
            return {};
        }
        const auto path = kernel.initramfs.mid(static_cast<qsizetype>(qstrlen("/boot")));
        SEALIFT_ASSIGN(const auto image, m_boot.read(path, size));
        const auto names = image ? listInitramfs(*image, m_boot.disk().stop()) : fail(missing());
        if (!names && names.error().code() == ErrorCode::Cancelled)
            return fail(names.error());
        if (!names) {
            m_unread = QStringLiteral("%1: %2").arg(kernel.initramfs, names.error().what());
            return {};
        }
        kernel.initramfsCompression = names->compression;
        m_initramfs = names->modules;
        return {};
    }

    static Error missing() { return {ErrorCode::NotFound, QStringLiteral("it cannot be read")}; }

    const GuestRoot &m_root;
    const GuestRoot &m_boot;
    QSet<QString> m_initramfs;
    QString m_unread; ///< why the initramfs is not known
};

} // namespace

const QStringList &lookedForDrivers()
{
    static const QStringList drivers{
        QStringLiteral("virtio_blk"),   QStringLiteral("virtio_scsi"),  QStringLiteral("virtio_net"),
        QStringLiteral("virtio_pci"),   QStringLiteral("nvme"),         QStringLiteral("ena"),
        QStringLiteral("xen-blkfront"), QStringLiteral("xen-netfront"), QStringLiteral("hv_storvsc"),
        QStringLiteral("hv_netvsc"),    QStringLiteral("vmw_pvscsi"),   QStringLiteral("vmxnet3"),
        QStringLiteral("ahci")};
    return drivers;
}

Result<QList<KernelFacts>> findKernels(const GuestRoot &root, const GuestRoot &boot)
{
    SEALIFT_ASSIGN(const auto entries, boot.list(QStringLiteral("/")));
    auto kernels = kernelsIn(entries);
    if (kernels.isEmpty())
        return kernels;
    const auto *initramfs = initramfsFor(kernels.first().version, entries);
    SEALIFT_TRY(DriverFinder(root, boot).look(kernels.first(), initramfs == nullptr ? 0 : initramfs->size));
    return kernels;
}

} // namespace sealift
