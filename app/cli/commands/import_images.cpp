#include "cli/commands/import_images.h"

#include "cli/console.h"
#include "cli/open_library.h"
#include "cli/transfer_progress.h"
#include "cli/transfer_reports.h"
#include "task/import_job.h"

#include <QFileInfo>

#include <future>

namespace sealift {

namespace {

const auto kName = QStringLiteral("name");
const auto kTag = QStringLiteral("tag");
const auto kCompression = QStringLiteral("compression");
const auto kPackSize = QStringLiteral("pack-size");
const auto kAllowUnsandboxed = QStringLiteral("allow-unsandboxed");

Result<Compression> compressionOf(const QString &text)
{
    if (text == QLatin1String("auto"))
        return Compression::Auto;
    if (text == QLatin1String("off"))
        return Compression::Off;
    if (text == QLatin1String("max"))
        return Compression::Max;
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--compression cannot be \"%1\"").arg(text),
                      QStringLiteral("It can be auto, off or max.")));
}

Result<qint64> packSizeOf(const QString &text)
{
    // The bounds that restic sets.
    constexpr int kSmallest = 4;
    constexpr int kLargest = 128;
    bool isNumber = false;
    const int mebibytes = text.toInt(&isNumber);
    if (!isNumber || mebibytes < kSmallest || mebibytes > kLargest)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--pack-size cannot be \"%1\"").arg(text),
                          QStringLiteral("It is a number of MiB from %1 to %2.").arg(kSmallest).arg(kLargest)));
    return static_cast<qint64>(mebibytes) << 20;
}

Result<ImportRequest> requestOf(const QCommandLineParser &arguments)
{
    ImportRequest request;
    request.name = arguments.value(kName);
    request.tags = arguments.values(kTag);
    if (arguments.isSet(kName) && request.name.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the image's name is empty")));
    if (arguments.isSet(kName) && arguments.positionalArguments().size() > 1)
        return fail(
            Error(ErrorCode::InvalidArgument, QStringLiteral("--name names one image, and there are several"),
                  QStringLiteral("Import them one by one, or leave the name out: each is then named after its file.")));
    for (const auto &tag : request.tags) {
        // restic takes a comma for the end of a tag.
        if (tag.isEmpty() || tag.contains(QLatin1Char(',')))
            return fail(Error(
                ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be a tag").arg(tag),
                QStringLiteral("A tag is not empty and has no comma; for several tags give --tag several times.")));
    }
    SEALIFT_ASSIGN(request.compression, compressionOf(arguments.value(kCompression)));
    SEALIFT_ASSIGN(request.packSize, packSizeOf(arguments.value(kPackSize)));
    return request;
}

/// The images of one command line, one after the other.
class Imports
{
public:
    Imports(const CommandContext &context, ImportRequest request)
        : m_context(context)
        , m_request(std::move(request))
        , m_paths(context.arguments.positionalArguments())
    {
        if (context.arguments.isSet(kAllowUnsandboxed))
            m_opening.sandbox = SandboxPolicy::AllowUnsandboxed;
    }

    Status run()
    {
        // A mistyped name is found before anybody waits for the images before it.
        for (const auto &path : m_paths) {
            if (!QFileInfo::exists(path))
                return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no file %1").arg(path)));
        }
        SEALIFT_ASSIGN(auto access, libraryAccess(m_context));
        // Deriving the key takes about as long as looking at the image and starting its helper.
        auto opening =
            std::async(std::launch::async, [this, &access] { return openLibrary(m_context, std::move(access)); });
        auto source = openImportSource(m_paths.first(), m_opening, m_context.stop);
        auto repository = opening.get();
        if (!source)
            return fail(std::move(source).error());
        if (!repository)
            return fail(std::move(repository).error());

        SEALIFT_TRY(importOne(**repository, *source, m_paths.first()));
        for (const auto &path : m_paths.mid(1)) {
            SEALIFT_ASSIGN(auto next, openImportSource(path, m_opening, m_context.stop));
            SEALIFT_TRY(importOne(**repository, next, path));
        }
        return {};
    }

    /// The result for machines, if there is any: an image is imported, whatever becomes of the ones after it.
    void reportAll()
    {
        if (!m_context.console.json() || m_done.isEmpty())
            return;
        m_context.console.result(m_paths.size() == 1 ? m_done.first().toObject()
                                                     : QJsonObject{{QStringLiteral("images"), m_done}});
    }

private:
    Status importOne(Repository &repository, ImportSource &source, const QString &path)
    {
        TransferCounters counters;
        FlowControl flow;
        const auto outcome = [&] {
            const auto progress = reportProgress(m_context, {.label = QFileInfo(path).fileName(),
                                                             .storedWord = QStringLiteral("stored"),
                                                             .unit = {},
                                                             .sample = [&counters] { return sampleOf(counters); }});
            return importImage(repository, source, m_request, flow, counters, m_context.stop);
        }();
        if (!outcome)
            return fail(outcome.error());
        m_done.append(importObject(*outcome, path));
        auto &console = m_context.console;
        if (!console.json() && !console.quiet())
            console.result((m_done.size() > 1 ? QStringLiteral("\n") : QString()) + importReport(*outcome, path));
        return {};
    }

    const CommandContext &m_context;
    const ImportRequest m_request;
    const QStringList m_paths;
    OpenOptions m_opening;
    QJsonArray m_done;
};

} // namespace

CommandInfo ImportCommand::info() const
{
    QCommandLineOption compression(kCompression, QStringLiteral("auto (default), off or max."), QStringLiteral("MODE"),
                                   QStringLiteral("auto"));
    QCommandLineOption packSize(kPackSize,
                                QStringLiteral("Size of the library's pack files in MiB, from 4 to 128; default 16."),
                                QStringLiteral("MIB"), QStringLiteral("16"));
    return {
        .words = {QStringLiteral("import")},
        .summary = QStringLiteral("Bring disk images into a library."),
        .description = QStringLiteral(
            "Reads disk images - raw, qcow2, VMDK, VHD, VHDX or VDI, told by their content - and stores each in a "
            "library, "
            "compressed and encrypted. What the library has already is not stored again; empty stretches are not even "
            "read.\n\n"
            "An import that was interrupted is simply started again: what had arrived is used. Nothing of an image is "
            "listed before all of it is stored.\n\n"
            "The disk must not change meanwhile: stop its virtual machine, or take a snapshot."),
        .arguments = {{QStringLiteral("IMAGE"),
                       QStringLiteral("A disk image; several are imported one after the other."), false, true}},
        .options = libraryOptions() +
                   QList{QCommandLineOption(
                             QStringList{QStringLiteral("n"), kName},
                             QStringLiteral("The image's name in the library. Without it: the file's name without its "
                                            "last suffix."),
                             QStringLiteral("NAME")),
                         QCommandLineOption(QStringList{QStringLiteral("t"), kTag},
                                            QStringLiteral("A tag to find the image by; may be given several times."),
                                            QStringLiteral("TAG")),
                         compression, packSize,
                         QCommandLineOption(
                             kAllowUnsandboxed,
                             QStringLiteral("Open images without bubblewrap where it is missing or cannot work: a "
                                            "malicious image then has your rights, should QEMU have a flaw.")),
                         progressOption()},
        .examples = {{QStringLiteral("Import an image under the name web01"),
                      QStringLiteral("sealift import --library /srv/library --name web01 disk.vmdk")},
                     {QStringLiteral("Import several, tagged"),
                      QStringLiteral("sealift import --library /srv/library --tag june a.qcow2 b.vhdx")}},
    };
}

Status ImportCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(auto request, requestOf(context.arguments));
    Imports imports(context, std::move(request));
    const auto status = imports.run();
    imports.reportAll();
    return status;
}

} // namespace sealift
