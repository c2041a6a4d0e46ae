#include "image/inspect/windows_system.h"

#include "image/fields.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr qint64 kLargestDll = 8LL << 20;
constexpr qint64 kPage = 4096;
constexpr std::size_t kFixedInfo = 52;

bool contains(const QList<FileTree::Entry> &entries, const char *name)
{
    return std::any_of(entries.begin(), entries.end(), [&](const FileTree::Entry &one) {
        return one.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    });
}

/// VS_FIXEDFILEINFO of a program's version resource (Win32's verrsrc.h): its signature, then the file version.
QString fileVersion(const QByteArray &program)
{
    const auto at = program.indexOf(QByteArray::fromHex("bd04effe00000100"));
    if (at < 0 || static_cast<std::size_t>(program.size() - at) < kFixedInfo)
        return {};
    const Fields info(viewOf(program).subspan(static_cast<std::size_t>(at), kFixedInfo));
    const auto high = info.le32(8);
    const auto low = info.le32(12);
    return QStringLiteral("%1.%2.%3.%4").arg(high >> 16).arg(high & 0xffffU).arg(low >> 16).arg(low & 0xffffU);
}

/// What ships with that version. A client and a server of one version are told apart by the registry only.
QString nameOf(const QString &version)
{
    struct Known {
        const char *prefix;
        const char *name;
    };
    static constexpr std::array kKnown{
        Known{"10.0.26100.", "Windows 11 24H2 or Server 2025"},
        Known{"10.0.22", "Windows 11"},
        Known{"10.0.20348.", "Windows Server 2022"},
        Known{"10.0.19", "Windows 10"},
        Known{"10.0.17763.", "Windows 10 1809 or Server 2019"},
        Known{"10.0.14393.", "Windows 10 1607 or Server 2016"},
        Known{"10.0.", "Windows 10 or 11, or Server 2016 or later"},
        Known{"6.3.", "Windows 8.1 or Server 2012 R2"},
        Known{"6.2.", "Windows 8 or Server 2012"},
        Known{"6.1.", "Windows 7 or Server 2008 R2"},
        Known{"6.0.", "Windows Vista or Server 2008"},
        Known{"5.2.", "Windows Server 2003"},
        Known{"5.1.", "Windows XP"},
    };
    for (const auto &known : kKnown) {
        if (version.startsWith(QLatin1String(known.prefix)))
            return QString::fromLatin1(known.name);
    }
    return QStringLiteral("Windows");
}

/// A PE file's machine, by its COFF header.
Fact<QString> machineOf(const QByteArray &program)
{
    const Fields fields(viewOf(program));
    constexpr std::size_t kDosHeader = 64;
    if (fields.size() >= kDosHeader && fields.startsWith("MZ")) {
        const std::size_t header = fields.le32(60);
        if (header <= fields.size() - 6 && fields.startsWith("PE", header)) {
            switch (fields.le16(header + 4)) {
            case 0x8664:
                return QStringLiteral("x86_64");
            case 0x14c:
                return QStringLiteral("i386");
            case 0xaa64:
                return QStringLiteral("aarch64");
            default:
                break;
            }
        }
    }
    return Fact<QString>::unknown(QStringLiteral("ntdll.dll cannot be read"));
}

Result<Fact<bool>> hibernationOf(const GuestRoot &root, const QList<FileTree::Entry> &top)
{
    if (!contains(top, "hiberfil.sys"))
        return Fact<bool>(false);
    SEALIFT_ASSIGN(const auto page, root.read(QStringLiteral("/hiberfil.sys"), kPage));
    if (!page)
        return Fact<bool>::unknown(QStringLiteral("hiberfil.sys cannot be read"));
    const auto mark = page->left(4).toUpper();
    // After a resume the mark is "WAKE" or nothing.
    return Fact<bool>(mark == "HIBR" || mark == "RSTR");
}

} // namespace

Result<OsFacts> describeWindows(const GuestRoot &root, const QList<FileTree::Entry> &top)
{
    OsFacts system;
    system.family = OsFamily::Windows;
    system.distribution = QStringLiteral("windows");
    WindowsFacts windows;
    SEALIFT_ASSIGN(const auto library, root.read(QStringLiteral("/Windows/System32/ntdll.dll"), kLargestDll));
    windows.version = fileVersion(library.value_or(QByteArray()));
    windows.name = nameOf(windows.version);
    SEALIFT_ASSIGN(windows.hibernated, hibernationOf(root, top));
    SEALIFT_ASSIGN(const auto drivers, root.list(QStringLiteral("/Windows/System32/drivers")));
    windows.virtioStorage = contains(drivers, "viostor.sys") || contains(drivers, "vioscsi.sys");
    system.name = windows.version.isEmpty() ? QStringLiteral("Windows (its version is not known)") : windows.name;
    system.version = windows.version;
    system.architecture = machineOf(library.value_or(QByteArray()));
    system.windows = windows;
    return system;
}

} // namespace sealift
