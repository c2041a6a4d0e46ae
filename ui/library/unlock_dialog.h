#pragma once

#include <QDialog>

namespace sealift {

class LibraryService;

/// Unlocks one library; accepted once it is.
class UnlockDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param libraries must outlive the dialog.
    UnlockDialog(LibraryService &libraries, const QString &libraryId, bool offerKeyring, QWidget *parent = nullptr);
};

} // namespace sealift
