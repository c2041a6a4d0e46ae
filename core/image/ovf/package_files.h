#pragma once

#include "image/archive/member_name.h"
#include "image/packed_file.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace sealift {

/// The files of a package, by their names: a tar archive that is read in place, or a folder. Every name that is looked
/// up has passed safeMemberName(). For one thread.
class PackageFiles
{
public:
    PackageFiles() = default;
    virtual ~PackageFiles() = default;
    PackageFiles(const PackageFiles &) = delete;
    PackageFiles &operator=(const PackageFiles &) = delete;

    /// All names, in the package's order; of a folder only those that end as the files of a package do, by name.
    virtual QStringList names() const = 0;
    virtual bool contains(const QString &name) const = 0;
    /// Errors: NotFound; Unsafe (a link that leads out of the folder); those of LocalFile::open().
    virtual Result<std::unique_ptr<PackedFile>> open(const QString &name) = 0;
    /// Of the whole package, for people; empty where there is nothing to say.
    virtual QStringList warnings() const { return {}; }
};

/// The members of a tar archive. @param path absolute, without symbolic links. Errors: those of LocalFile::open() and
/// readTarIndex().
Result<std::unique_ptr<PackageFiles>> openTarFiles(const QString &path, const ArchiveLimits &limits,
                                                   const std::stop_token &stop);

/// The files in a folder and below it. @param folder absolute, without symbolic links.
std::unique_ptr<PackageFiles> openFolderFiles(const QString &folder);

} // namespace sealift
