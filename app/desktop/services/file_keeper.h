#pragma once

#include "desktop/services/background.h"
#include "ui/services/file_service.h"

namespace sealift {

/// Writes files for the window, and asks the file manager to show them.
class FileKeeper final : public FileService
{
    Q_OBJECT

public:
    explicit FileKeeper(QObject *parent = nullptr);

    void save(const QString &path, const QByteArray &content) override;
    /// By org.freedesktop.FileManager1; where nobody answers to that, the folder is opened.
    void showInFolder(const QString &path) override;

private:
    Background m_background;
};

} // namespace sealift
