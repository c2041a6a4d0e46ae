#include "task/audit_files.h"

#include "base/json.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace sealift {

namespace {
constexpr qsizetype kHeadSize = 160;
}

QString auditFileName(int number)
{
    return QStringLiteral("audit-%1.jsonl").arg(number, 6, 10, QLatin1Char('0'));
}

Result<std::vector<int>> auditFileNumbers(const QString &folder)
{
    const QDir directory(folder);
    if (!directory.isReadable())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no audit log in %1").arg(folder),
                          QStringLiteral("Check the path.")));
    static const QRegularExpression form(QStringLiteral("^audit-(\\d{6,9})\\.jsonl\\z"));
    std::vector<int> numbers;
    for (const auto &name : directory.entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Unsorted)) {
        if (const auto match = form.match(name); match.hasMatch())
            numbers.push_back(match.captured(1).toInt());
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Status syncAuditFolder(const QString &folder)
{
    const FileDescriptor directory(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems (EINVAL) keep names without being asked.
    if (!directory || (::fsync(directory.get()) != 0 && errno != EINVAL))
        return fail(Error::fromErrno(errno, QStringLiteral("cannot sync %1").arg(folder)));
    return {};
}

QByteArray AuditHead::toBytes() const
{
    const QJsonObject object{
        {QStringLiteral("seq"), seq}, {QStringLiteral("hash"), hash.hex()}, {QStringLiteral("file"), file}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).leftJustified(kHeadSize - 1, ' ') + '\n';
}

Result<AuditHead> AuditHead::parse(const QByteArray &bytes)
{
    const auto where = QStringLiteral("the audit log's head");
    SEALIFT_ASSIGN(const auto object, parseJsonObject(bytes, where));
    const JsonFields fields(object, where);
    AuditHead head;
    SEALIFT_ASSIGN(head.seq, fields.integer(QStringLiteral("seq")));
    SEALIFT_ASSIGN(const auto file, fields.integer(QStringLiteral("file")));
    head.file = static_cast<int>(file);
    SEALIFT_ASSIGN(const auto hash, fields.string(QStringLiteral("hash")));
    const auto digest = Digest::fromHex(QStringView(hash));
    if (digest)
        head.hash = *digest;
    if (!digest || head.toBytes() != bytes)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 was changed").arg(where)));
    return head;
}

Result<std::optional<AuditHead>> readAuditHead(const QString &folder)
{
    const auto path = folder + QStringLiteral("/head");
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file && errno == ENOENT)
        return std::optional<AuditHead>();
    QByteArray bytes(kHeadSize + 1, '\0');
    const auto length = file ? ::pread(file.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), 0) : -1;
    if (length < 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot read %1").arg(path)));
    SEALIFT_ASSIGN(const auto head, AuditHead::parse(bytes.left(length)));
    return std::optional(head);
}

Result<AuditLock> AuditLock::acquire(const QString &folder, Mode mode)
{
    using namespace std::chrono_literals;
    constexpr auto kPatience = 10s;
    const auto path = folder + QStringLiteral("/lock");
    const int flags = mode == Mode::Write ? O_RDWR | O_CREAT : O_RDONLY;
    FileDescriptor file(::open(QFile::encodeName(path).constData(), flags | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) {
        if (mode == Mode::Read && errno == ENOENT)
            return AuditLock(FileDescriptor());
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
    }
    const auto give = std::chrono::steady_clock::now() + kPatience;
    while (::flock(file.get(), (mode == Mode::Write ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot lock %1").arg(path)));
        if (std::chrono::steady_clock::now() > give)
            return fail(Error(ErrorCode::Locked,
                              QStringLiteral("the audit log in %1 is held by a process that does not "
                                             "let it go")
                                  .arg(folder),
                              QStringLiteral("Look for a Sealift process that hangs or is stopped, and end it."))
                            .transient());
        std::this_thread::sleep_for(1ms);
    }
    return AuditLock(std::move(file));
}

} // namespace sealift
