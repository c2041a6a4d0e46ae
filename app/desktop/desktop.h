#pragma once

#include "common/task_engine.h"
#include "desktop/desktop_paths.h"

#include <QObject>

#include <memory>

class QApplication;

namespace sealift {

struct AppSettings;

/// The desktop application: its services, its queue and its window, wired together.
class Desktop : public QObject
{
    Q_OBJECT

public:
    /// Errors: those of TaskEngine::start().
    static Result<std::unique_ptr<Desktop>> start(QApplication &application, const DesktopPaths &paths);
    ~Desktop() override;

    /// Shows the window. @param images are offered for import.
    void show(const QStringList &images);
    /// The program was started again: its window comes to the front. @param images are offered for import.
    void activate(const QStringList &images);

private:
    class Parts;
    Desktop(QApplication &application, const DesktopPaths &paths);

    Status startEngine();
    void forgetPassphrase(const TaskId &id, TaskEnd end);
    void makeWindow();
    void connectWindow();
    /// In another language: all that shows texts is made again, while tasks run on.
    void makeWindowAnew();
    void storeLayout() const;
    void apply(const AppSettings &settings);
    void close();
    void quit();

    QApplication &m_application;
    const DesktopPaths m_paths;
    std::unique_ptr<Parts> m_parts;
    bool m_isQuitting = false;
};

} // namespace sealift
