#include "task/task_settings.h"

#include "base/json.h"
#include "storage/s3/s3_location.h"

#include <QJsonArray>

namespace sealift {

namespace {

const auto kLibrary = QStringLiteral("library");
const auto kPasswordFile = QStringLiteral("password-file");
const auto kStore = QStringLiteral("store");
const auto kImage = QStringLiteral("image");
const auto kName = QStringLiteral("name");
const auto kTags = QStringLiteral("tags");
const auto kCompression = QStringLiteral("compression");
const auto kPackSize = QStringLiteral("pack-size");
const auto kAllowUnsandboxed = QStringLiteral("allow-unsandboxed");
const auto kMaxUnpacked = QStringLiteral("max-unpacked");
const auto kDisk = QStringLiteral("disk");
const auto kFormat = QStringLiteral("format");
const auto kSubformat = QStringLiteral("subformat");
const auto kBlockSize = QStringLiteral("block-size");
const auto kAlignment = QStringLiteral("align");
const auto kOva = QStringLiteral("ova");
const auto kOvfVersion = QStringLiteral("ovf-version");
const auto kCpus = QStringLiteral("cpus");
const auto kMemory = QStringLiteral("memory");
const auto kFirmware = QStringLiteral("firmware");
const auto kSignCertificate = QStringLiteral("sign-certificate-file");
const auto kSignKey = QStringLiteral("sign-key-file");
const auto kOutput = QStringLiteral("output");
const auto kOutputStore = QStringLiteral("output-store");
const auto kReplace = QStringLiteral("replace");
const auto kTarget = QStringLiteral("target");
const auto kTextsJudged = QStringLiteral("texts-judged");
const auto kIgnorePreflight = QStringLiteral("ignore-preflight");
const auto kFromEc2 = QStringLiteral("from-ec2");
const auto kFromServer = QStringLiteral("from-server");
const auto kFollowParents = QStringLiteral("follow-parents");
const auto kFromLibrary = QStringLiteral("from-library");

Error unknown(const QString &value, const QString &where)
{
    return {ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" is not known").arg(where, value),
            QStringLiteral("Make the task again.")};
}

QJsonObject jsonOf(const LibrarySettings &library)
{
    return {{kLibrary, library.location}, {kPasswordFile, library.passwordFile}, {kStore, library.store.toJson()}};
}

Result<LibrarySettings> libraryOf(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    LibrarySettings library;
    SEALIFT_ASSIGN(library.location, fields.string(kLibrary));
    SEALIFT_ASSIGN(library.passwordFile, fields.optionalString(kPasswordFile));
    SEALIFT_ASSIGN(library.store, StoreSettings::parse(settings.value(kStore).toObject(), where));
    return library;
}

/// What is left to the format stays out, so that tasks of earlier versions and later ones read the same.
void insertOptions(QJsonObject &json, const WriteOptions &options)
{
    if (options.subformat)
        json.insert(kSubformat, writeSubformatName(*options.subformat));
    if (options.compression)
        json.insert(kCompression, writeCompressionName(*options.compression));
    if (options.blockSize != 0)
        json.insert(kBlockSize, options.blockSize);
    if (options.alignment != 0)
        json.insert(kAlignment, options.alignment);
}

void insertPreflight(QJsonObject &json, const QStringList &ignored, bool textsJudged)
{
    if (!ignored.isEmpty())
        json.insert(kIgnorePreflight, QJsonArray::fromStringList(ignored));
    if (textsJudged)
        json.insert(kTextsJudged, true);
}

void insertEc2(QJsonObject &json, const std::optional<Ec2Settings> &ec2)
{
    if (ec2)
        json.insert(kFromEc2, ec2->toJson());
}

Result<WriteOptions> optionsOf(const JsonFields &fields, const QString &where)
{
    WriteOptions options;
    SEALIFT_ASSIGN(const auto subformat, fields.optionalString(kSubformat));
    options.subformat = writeSubformatFromName(subformat);
    if (!subformat.isEmpty() && !options.subformat)
        return fail(unknown(subformat, where));
    SEALIFT_ASSIGN(const auto compression, fields.optionalString(kCompression));
    options.compression = writeCompressionFromName(compression);
    if (!compression.isEmpty() && !options.compression)
        return fail(unknown(compression, where));
    if (fields.has(kBlockSize)) {
        SEALIFT_ASSIGN(options.blockSize, fields.integer(kBlockSize));
    }
    if (fields.has(kAlignment)) {
        SEALIFT_ASSIGN(options.alignment, fields.integer(kAlignment));
    }
    return options;
}

void insertOva(QJsonObject &json, const OvaOptions &ova)
{
    json.insert(kOvfVersion, ova.version);
    if (ova.cpus)
        json.insert(kCpus, *ova.cpus);
    if (ova.memory)
        json.insert(kMemory, *ova.memory);
    if (ova.firmware)
        json.insert(kFirmware, firmwareName(*ova.firmware));
    if (!ova.signing.isEmpty()) {
        json.insert(kSignCertificate, ova.signing.certificate);
        json.insert(kSignKey, ova.signing.key);
    }
}

Result<OvaOptions> ovaOf(const JsonFields &fields, const QString &where)
{
    OvaOptions ova;
    SEALIFT_ASSIGN(const auto version, fields.integer(kOvfVersion));
    ova.version = version == 2 ? 2 : 1;
    if (fields.has(kCpus)) {
        SEALIFT_ASSIGN(const auto cpus, fields.integer(kCpus));
        ova.cpus = static_cast<int>(cpus);
    }
    if (fields.has(kMemory)) {
        SEALIFT_ASSIGN(ova.memory, fields.integer(kMemory));
    }
    SEALIFT_ASSIGN(const auto firmware, fields.optionalString(kFirmware));
    ova.firmware = firmwareFromName(firmware);
    if (!firmware.isEmpty() && !ova.firmware)
        return fail(unknown(firmware, where));
    SEALIFT_ASSIGN(ova.signing.certificate, fields.optionalString(kSignCertificate));
    SEALIFT_ASSIGN(ova.signing.key, fields.optionalString(kSignKey));
    return ova;
}

} // namespace

Result<std::optional<Ec2Settings>> ec2SettingsIn(const QJsonObject &settings, const QString &where)
{
    if (!settings.contains(kFromEc2))
        return std::optional<Ec2Settings>();
    SEALIFT_ASSIGN(auto ec2, Ec2Settings::parse(settings.value(kFromEc2).toObject(), where));
    return std::optional(std::move(ec2));
}

QJsonObject ImportSettings::toJson() const
{
    auto json = jsonOf(library);
    json.insert(kImage, image);
    json.insert(kName, request.name);
    json.insert(kTags, QJsonArray::fromStringList(request.tags));
    json.insert(kCompression, compressionName(request.compression));
    json.insert(kPackSize, request.packSize);
    json.insert(kAllowUnsandboxed, allowUnsandboxed);
    insertEc2(json, fromEc2);
    if (byService)
        byService->insertInto(json);
    if (fromLibrary)
        json.insert(kFromLibrary, jsonOf(*fromLibrary));
    if (fromServer)
        json.insert(kFromServer, fromServer->toJson());
    if (followParents)
        json.insert(kFollowParents, true);
    insertPreflight(json, ignorePreflight, textsJudged);
    if (maxUnpacked > 0)
        json.insert(kMaxUnpacked, maxUnpacked);
    return json;
}

Result<ImportSettings> ImportSettings::parse(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    ImportSettings parsed;
    SEALIFT_ASSIGN(parsed.library, libraryOf(settings, where));
    SEALIFT_ASSIGN(parsed.fromEc2, ec2SettingsIn(settings, where));
    SEALIFT_ASSIGN(parsed.byService, ServiceExportSettings::in(settings, where));
    if (settings.contains(kFromLibrary)) {
        SEALIFT_ASSIGN(parsed.fromLibrary, libraryOf(settings.value(kFromLibrary).toObject(), where));
    }
    if (settings.contains(kFromServer)) {
        SEALIFT_ASSIGN(parsed.fromServer, RemoteSettings::parse(settings.value(kFromServer).toObject(), where));
    }
    SEALIFT_ASSIGN(parsed.image, fields.string(kImage));
    SEALIFT_ASSIGN(parsed.request.name, fields.string(kName));
    SEALIFT_ASSIGN(parsed.request.tags, fields.optionalStrings(kTags));
    SEALIFT_ASSIGN(const auto compression, fields.string(kCompression));
    const auto mode = compressionFromName(compression);
    if (!mode)
        return fail(unknown(compression, where));
    parsed.request.compression = *mode;
    SEALIFT_ASSIGN(parsed.request.packSize, fields.integer(kPackSize));
    SEALIFT_ASSIGN(parsed.allowUnsandboxed, fields.boolean(kAllowUnsandboxed));
    parsed.followParents = settings.value(kFollowParents).toBool();
    SEALIFT_ASSIGN(parsed.ignorePreflight, fields.optionalStrings(kIgnorePreflight));
    parsed.textsJudged = settings.value(kTextsJudged).toBool();
    if (fields.has(kMaxUnpacked)) {
        SEALIFT_ASSIGN(parsed.maxUnpacked, fields.integer(kMaxUnpacked));
    }
    return parsed;
}

QJsonObject ExportSettings::toJson() const
{
    auto json = jsonOf(library);
    json.insert(kImage, request.image);
    json.insert(kDisk, request.disk);
    json.insert(kFormat, request.ova ? kOva : writeFormatName(request.format));
    if (request.ova)
        insertOva(json, *request.ova);
    insertOptions(json, request.options);
    json.insert(kOutput, request.path);
    json.insert(kReplace, request.overwrite == Overwrite::Yes);
    if (request.target)
        json.insert(kTarget, destinationName(*request.target));
    insertEc2(json, fromEc2);
    if (byService)
        byService->insertInto(json);
    request.seal.insertInto(json);
    if (isS3Location(request.path))
        json.insert(kOutputStore, request.store.toJson());
    insertPreflight(json, ignorePreflight, textsJudged);
    return json;
}

Result<ExportSettings> ExportSettings::parse(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    ExportSettings parsed;
    SEALIFT_ASSIGN(parsed.library, libraryOf(settings, where));
    SEALIFT_ASSIGN(parsed.fromEc2, ec2SettingsIn(settings, where));
    SEALIFT_ASSIGN(parsed.byService, ServiceExportSettings::in(settings, where));
    SEALIFT_ASSIGN(parsed.request.image, fields.string(kImage));
    SEALIFT_ASSIGN(parsed.request.disk, fields.optionalString(kDisk));
    SEALIFT_ASSIGN(const auto format, fields.string(kFormat));
    if (format == kOva) {
        SEALIFT_ASSIGN(parsed.request.ova, ovaOf(fields, where));
    } else {
        const auto known = writeFormatFromName(format);
        if (!known)
            return fail(unknown(format, where));
        parsed.request.format = *known;
    }
    SEALIFT_ASSIGN(parsed.request.options, optionsOf(fields, where));
    SEALIFT_ASSIGN(parsed.request.path, fields.string(kOutput));
    SEALIFT_ASSIGN(const bool replace, fields.boolean(kReplace));
    parsed.request.overwrite = replace ? Overwrite::Yes : Overwrite::No;
    SEALIFT_ASSIGN(const auto target, fields.optionalString(kTarget));
    parsed.request.target = destinationFromName(target);
    if (!target.isEmpty() && !parsed.request.target)
        return fail(unknown(target, where));
    SEALIFT_ASSIGN(parsed.request.seal, SealSettings::parse(settings, where));
    SEALIFT_ASSIGN(parsed.request.store, StoreSettings::parse(settings.value(kOutputStore).toObject(), where));
    SEALIFT_ASSIGN(parsed.ignorePreflight, fields.optionalStrings(kIgnorePreflight));
    parsed.textsJudged = settings.value(kTextsJudged).toBool();
    return parsed;
}

QJsonObject VerifySettings::toJson() const
{
    auto json = jsonOf(library);
    json.insert(kImage, image);
    return json;
}

Result<VerifySettings> VerifySettings::parse(const QJsonObject &settings, const QString &where)
{
    VerifySettings parsed;
    SEALIFT_ASSIGN(parsed.library, libraryOf(settings, where));
    SEALIFT_ASSIGN(parsed.image, JsonFields(settings, where).string(kImage));
    return parsed;
}

} // namespace sealift
