#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

#include <functional>

class QFormLayout;
class QLabel;

namespace sealift {

/// Everything that was chosen, once more, with what it will take.
class ExportReviewPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param draft must outlive the page. @param libraryName tells the name of the draft's library.
    ExportReviewPage(const ExportDraft &draft, std::function<QString()> libraryName, QWidget *parent = nullptr);

    void initializePage() override;

private:
    QLabel *line(QFormLayout &form, const QString &title);
    QString sourceText() const;
    void showCopy();
    void showFile();
    /// Not by a Return too many.
    void holdReturnBack();

    const ExportDraft &m_draft;
    const std::function<QString()> m_libraryName;
    QFormLayout *m_form;
    QLabel *m_image;
    QLabel *m_target;
    QLabel *m_format;
    QLabel *m_file;
    QLabel *m_protection;
    QLabel *m_size;
    QLabel *m_time;
};

} // namespace sealift
