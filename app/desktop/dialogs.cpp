#include "desktop/dialogs.h"

#include "task/task_queue.h"
#include "ui/export/export_wizard.h"
#include "ui/import/import_sheet.h"
#include "ui/library/new_library_wizard.h"
#include "ui/library/open_library_dialog.h"
#include "ui/library/unlock_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/services/library_service.h"
#include "ui/services/settings_service.h"

#include <QStandardPaths>

namespace sealift {

Dialogs::Dialogs(MainWindow &window, TaskQueue &queue, const Services &services, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_queue(queue)
    , m_services(services)
{
    connect(&window, &MainWindow::importRequested, this, &Dialogs::import);
    connect(&window, &MainWindow::exportRequested, this, &Dialogs::exportImage);
    connect(&window, &MainWindow::unlockRequested, this, &Dialogs::unlock);
    connect(&window, &MainWindow::newLibraryRequested, this, &Dialogs::makeLibrary);
    connect(&window, &MainWindow::firstRunRequested, this, &Dialogs::makeLibrary);
    connect(&window, &MainWindow::openLibraryRequested, this, &Dialogs::openLibrary);
}

void Dialogs::import(const QStringList &paths, const QString &libraryId)
{
    auto *sheet = new ImportSheet(m_services.libraries, m_services.probes, m_services.settings, &m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    if (!libraryId.isEmpty())
        sheet->chooseLibrary(libraryId);
    sheet->add(paths);
    connect(sheet, &ImportSheet::unlockRequested, this, &Dialogs::unlock);
    connect(sheet, &QDialog::accepted, this, [this, sheet] {
        const auto ids = m_queue.add(importTasks(sheet->plan()));
        m_window.showQueue();
        m_window.chooseWhenThere(ids.last());
    });
    sheet->open();
}

void Dialogs::exportImage(const QString &libraryId, const QString &snapshotId)
{
    const ExportWizard::Beginning beginning{libraryId, snapshotId, m_services.settings.settings().exportTarget,
                                            QStandardPaths::writableLocation(QStandardPaths::HomeLocation)};
    auto *wizard = new ExportWizard(m_services.libraries, m_services.places, beginning, &m_window);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ExportWizard::unlockRequested, this, &Dialogs::unlock);
    connect(wizard, &QDialog::accepted, this, [this, wizard] {
        const auto id = m_queue.add(wizard->task());
        m_window.showQueue();
        m_window.chooseWhenThere(id);
    });
    wizard->open();
}

void Dialogs::unlock(const QString &libraryId)
{
    if (!m_services.libraries.library(libraryId))
        return;
    auto *dialog =
        new UnlockDialog(m_services.libraries, libraryId, m_services.settings.settings().offerKeyring, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Dialogs::makeLibrary()
{
    auto *wizard = new NewLibraryWizard(m_services.libraries, m_services.places, m_services.sheets, suggestedFolder(),
                                        m_services.settings.settings().offerKeyring, &m_window);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

void Dialogs::openLibrary()
{
    auto *dialog = new OpenLibraryDialog(m_services.libraries, m_services.places,
                                         m_services.settings.settings().offerKeyring, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString Dialogs::suggestedFolder() const
{
    return QStandardPaths::writableLocation(QStandardPaths::HomeLocation) + QStringLiteral("/Sealift");
}

} // namespace sealift
