#pragma once

#include <QTemporaryDir>

#include <filesystem>

namespace sealift::test {

/// A folder of its own that goes away with everything in it, names that are no UTF-8 included (of which QTemporaryDir
/// leaves files behind).
class ScratchFolder
{
public:
    ScratchFolder() { m_folder.setAutoRemove(false); }
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder.path().toStdString(), ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    QString path() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace sealift::test
