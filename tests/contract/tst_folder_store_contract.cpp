#include "contract/object_store_contract.h"
#include "storage/folder_store.h"
#include "support/mounted_volume.h"
#include "support/small_volume.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealift;
using namespace sealift::test;

namespace {

enum class Place { Disk, Memory, Overlay, Fat };

const QString kFolder = QFile::decodeName(SEALIFT_TEST_FOLDER);

} // namespace

/// The contract on folders of several file systems, with and without files that have no name.
class TestFolderStoreContract : public ObjectStoreContract
{
    Q_OBJECT

public:
    TestFolderStoreContract(Place place, Staging staging)
        : m_place(place)
        , m_staging(staging)
    {
    }

protected:
    Status makePlace() override
    {
        m_folder.reset();
        m_memory.reset();
        m_volume.reset();
        const auto name = QStringLiteral("store");
        switch (m_place) {
        case Place::Disk:
            m_folder = std::make_unique<QTemporaryDir>(kFolder + QStringLiteral("/store-XXXXXX"));
            m_path = m_folder->filePath(name);
            return m_folder->isValid() ? Status() : fail(Error(ErrorCode::Io, m_folder->errorString()));
        case Place::Memory:
            m_memory = std::make_unique<SmallVolume>(Q_INT64_C(4) << 30);
            m_path = m_memory->filePath(name);
            return m_memory->isMounted() ? Status() : fail(Error(ErrorCode::Unsupported, m_memory->why()));
        case Place::Overlay: {
            SEALIFT_ASSIGN(m_volume, MountedVolume::overlay(kFolder));
            break;
        }
        case Place::Fat: {
            SEALIFT_ASSIGN(m_volume, MountedVolume::image(kFolder, QStringLiteral("vfat"), Q_INT64_C(4) << 30));
            break;
        }
        }
        m_path = m_volume->filePath(name);
        return {};
    }

    std::unique_ptr<ObjectStore> openPlace() override { return std::make_unique<FolderStore>(m_path, m_staging); }

    bool truncateObject(const QString &name, qint64 size) override
    {
        return QFile(m_path + QLatin1Char('/') + name).resize(size);
    }

    int longListing() const override { return m_place == Place::Fat || m_staging == Staging::Named ? 1000 : 10000; }

private:
    const Place m_place;
    const Staging m_staging;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallVolume> m_memory;
    std::unique_ptr<MountedVolume> m_volume;
    QString m_path;
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int failures = 0;
    const auto run = [&](const char *what, Place place, Staging staging) {
        qInfo("FolderStore on %s", what);
        TestFolderStoreContract test(place, staging);
        failures += QTest::qExec(&test, argc, argv);
    };
    run("the build's file system", Place::Disk, Staging::Automatic);
    run("the build's file system, staged under names", Place::Disk, Staging::Named);
    run("tmpfs", Place::Memory, Staging::Automatic);
    run("overlay", Place::Overlay, Staging::Automatic);
    run("FAT", Place::Fat, Staging::Automatic);
    return failures;
}

#include "tst_folder_store_contract.moc"
