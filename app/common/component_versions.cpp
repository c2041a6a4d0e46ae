#include "common/component_versions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtCrypto>

#include <libnbd.h>
#include <openssl/crypto.h>
#include <zstd.h>

#include <memory>

namespace sealift {

namespace {

struct NbdCloser {
    void operator()(nbd_handle *handle) const { nbd_close(handle); }
};

QString nbdVersion()
{
    const std::unique_ptr<nbd_handle, NbdCloser> handle(nbd_create());
    return handle ? QString::fromUtf8(nbd_get_version(handle.get())) : QString();
}

QString versionOfProgram(const QString &path)
{
    QProcess process;
    process.start(path, {QStringLiteral("--version")}, QIODevice::ReadOnly);
    constexpr int kPatienceMilliseconds = 2000;
    if (!process.waitForFinished(kPatienceMilliseconds)) {
        process.kill();
        process.waitForFinished(kPatienceMilliseconds);
        return {};
    }
    static const QRegularExpression kVersion(QStringLiteral("\\d+(\\.\\d+)+"));
    return kVersion.match(QString::fromUtf8(process.readAllStandardOutput())).captured();
}

Component program(const QString &name)
{
    Component component{name, name, {}, QStandardPaths::findExecutable(name), true};
    component.found = !component.path.isEmpty();
    if (component.found)
        component.version = versionOfProgram(component.path);
    return component;
}

Component library(const char *id, const char *name, const QString &version)
{
    return {QString::fromLatin1(id), QString::fromLatin1(name), version, {}, true};
}

} // namespace

QList<Component> libraryComponents()
{
    return {
        library("sealift", "Sealift", QCoreApplication::applicationVersion()),
        library("qt", "Qt", QString::fromLatin1(qVersion())),
        library("qca", "QCA", QString::fromLatin1(qcaVersionStr())),
        library("openssl", "OpenSSL", QString::fromLatin1(::OpenSSL_version(OPENSSL_VERSION_STRING))),
        library("zstd", "zstd", QString::fromLatin1(ZSTD_versionString())),
        library("libnbd", "libnbd", nbdVersion()),
    };
}

QList<Component> programComponents()
{
    return {program(QStringLiteral("qemu-nbd")), program(QStringLiteral("bwrap"))};
}

QJsonObject versionFacts()
{
    const auto components = libraryComponents() + programComponents();
    QJsonArray list;
    for (const auto &component : components) {
        QJsonObject facts{{QStringLiteral("id"), component.id},
                          {QStringLiteral("version"), component.version},
                          {QStringLiteral("found"), component.found}};
        if (!component.path.isEmpty())
            facts.insert(QStringLiteral("path"), component.path);
        list.append(facts);
    }
    return {{QStringLiteral("version"), components.first().version}, {QStringLiteral("components"), list}};
}

} // namespace sealift
