#include "task/image_registration.h"

#include <QTest>

using namespace sealift;

namespace {

DiskFacts diskThat(BootMode mode, const char *architecture, const QStringList &loaders = {})
{
    DiskFacts facts;
    facts.boot.mode = mode;
    facts.boot.modeBecause = QStringLiteral("of what is there");
    facts.boot.efiFiles = loaders;
    if (architecture != nullptr) {
        OsFacts system;
        system.architecture = QString::fromLatin1(architecture);
        facts.systems.append(system);
    }
    return facts;
}

Result<NewImage> imageOf(const Fact<DiskFacts> &disk, const char *bootMode = "", const char *architecture = "")
{
    return newImageOf(disk, {QStringLiteral("web01"), QString::fromLatin1(bootMode), QString::fromLatin1(architecture)},
                      QStringLiteral("d"));
}

} // namespace

/// How an image is registered, by what is on its disk.
class TestImageRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asTheDiskShows_data();
    void asTheDiskShows();
    void asTheUserSays();
    void nothingIsGuessed();
    void enaOnlyWhereItMayBe();
};

void TestImageRegistration::asTheDiskShows_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<QString>("loader");
    QTest::addColumn<QString>("bootMode");
    QTest::addColumn<QString>("architecture");
    const auto row = [](const char *name, BootMode mode, const char *system, const char *loader, const char *bootMode,
                        const char *architecture) {
        QTest::newRow(name) << static_cast<int>(mode) << QByteArray(system) << QString::fromLatin1(loader)
                            << QString::fromLatin1(bootMode) << QString::fromLatin1(architecture);
    };
    row("BIOS", BootMode::Bios, "x86_64", "", "legacy-bios", "x86_64");
    row("UEFI", BootMode::Uefi, "x86_64", "", "uefi", "x86_64");
    row("both", BootMode::Both, "x86_64", "", "uefi-preferred", "x86_64");
    row("ARM", BootMode::Uefi, "aarch64", "", "uefi", "arm64");
    row("ARM by its loader", BootMode::Uefi, "", "/efi/boot/bootaa64.efi", "uefi", "arm64");
    row("x86 by its loader", BootMode::Uefi, "", "/EFI/BOOT/BOOTX64.EFI", "uefi", "x86_64");
    row("x86 by its boot code", BootMode::Bios, "", "", "legacy-bios", "x86_64");
}

void TestImageRegistration::asTheDiskShows()
{
    QFETCH(int, mode);
    QFETCH(QByteArray, system);
    QFETCH(QString, loader);
    const auto disk = diskThat(static_cast<BootMode>(mode), system.isEmpty() ? nullptr : system.constData(),
                               loader.isEmpty() ? QStringList() : QStringList{loader});
    const auto image = imageOf(disk);
    QVERIFY2(image, qPrintable(image ? QString() : image.error().what()));
    QTEST(image->bootMode, "bootMode");
    QTEST(image->architecture, "architecture");
    QVERIFY(image->ena);
    QCOMPARE(image->name, QStringLiteral("web01"));
    QCOMPARE(image->description, QStringLiteral("d"));
}

void TestImageRegistration::asTheUserSays()
{
    const auto image = imageOf(diskThat(BootMode::Bios, "i386"), "uefi", "arm64");
    QVERIFY(image);
    QCOMPARE(image->bootMode, QStringLiteral("uefi"));
    QCOMPARE(image->architecture, QStringLiteral("arm64"));
    QVERIFY(imageOf(Fact<DiskFacts>::unknown(QStringLiteral("no tools")), "legacy-bios", "x86_64"));
}

void TestImageRegistration::nothingIsGuessed()
{
    const auto unbootable = imageOf(diskThat(BootMode::None, "x86_64"));
    QCOMPARE(unbootable.error().code(), ErrorCode::Unsupported);
    QVERIFY(unbootable.error().remedy().contains(QLatin1String("--boot-mode")));
    QVERIFY(unbootable.error().what().contains(QLatin1String("of what is there")));
    const auto unseen = imageOf(Fact<DiskFacts>::unknown(QStringLiteral("no tools")));
    QVERIFY(unseen.error().what().contains(QLatin1String("no tools")));
    QVERIFY(unseen.error().remedy().contains(QLatin1String("--architecture")));
    QVERIFY(!imageOf(diskThat(BootMode::Uefi, nullptr)));
    QVERIFY(!imageOf(diskThat(BootMode::Bios, "i386")));
    QVERIFY(!imageOf(diskThat(BootMode::Uefi, "aarch64"), "legacy-bios"));
}

void TestImageRegistration::enaOnlyWhereItMayBe()
{
    const auto withEna = [](const Fact<DriverPlace> &place) {
        auto disk = diskThat(BootMode::Uefi, "x86_64");
        KernelFacts kernel;
        kernel.drivers.append({QStringLiteral("ena"), place});
        disk.systems.first().kernels.append(kernel);
        return imageOf(disk)->ena;
    };
    QVERIFY(withEna(DriverPlace::BuiltIn));
    QVERIFY(withEna(DriverPlace::Initramfs));
    QVERIFY(withEna(DriverPlace::Module));
    QVERIFY(withEna(Fact<DriverPlace>::unknown(QStringLiteral("unreadable"))));
    QVERIFY(!withEna(DriverPlace::Missing));
}

QTEST_APPLESS_MAIN(TestImageRegistration)
#include "tst_image_registration.moc"
