#include "ui/detail/receipt_page.h"

#include "ui/common/icons.h"
#include "ui/common/message_panel.h"
#include "ui/detail/receipt_document.h"
#include "ui/services/file_service.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace sealift {

ReceiptPage::ReceiptPage(ReceiptService &receipts, FileService &files, QWidget *parent)
    : QWidget(parent)
    , m_receipts(receipts)
    , m_files(files)
    , m_message(new MessagePanel(this))
    , m_text(new QTextBrowser(this))
    , m_verify(new QToolButton(this))
    , m_save(new QToolButton(this))
{
    m_text->setAccessibleName(tr("Receipt"));
    m_text->setOpenLinks(false);
    m_verify->setText(tr("Verify Again"));
    m_verify->setToolTip(tr("Read the receipt again and verify its signature"));
    m_verify->setIcon(icon(IconName::Shield));
    m_save->setText(tr("Save As"));
    m_save->setToolTip(tr("Keep the receipt: the signed file, or a page to read or print"));
    m_save->setIcon(icon(IconName::Save));
    m_save->setPopupMode(QToolButton::InstantPopup);
    for (auto *button : {m_verify, m_save}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto *menu = new QMenu(m_save);
    connect(menu->addAction(tr("Signed File (&JSON)...")), &QAction::triggered, this, [this] { save(SaveAs::Json); });
    connect(menu->addAction(tr("&PDF...")), &QAction::triggered, this, [this] { save(SaveAs::Pdf); });
    connect(menu->addAction(tr("&HTML...")), &QAction::triggered, this, [this] { save(SaveAs::Html); });
    m_save->setMenu(menu);

    auto *top = new QHBoxLayout;
    top->addWidget(m_message, 1);
    top->addWidget(m_verify);
    top->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
    connect(m_verify, &QToolButton::clicked, this, &ReceiptPage::verify);
    showEmpty();
}

void ReceiptPage::showEmpty()
{
    m_view.reset();
    m_text->clear();
    m_verify->setEnabled(false);
    m_save->setEnabled(false);
    m_message->showMessage(Tone::Plain, tr("There is no receipt yet"),
                           tr("It is made and signed when the task's scratch is gone."));
}

void ReceiptPage::setTask(const TaskRecord &record)
{
    if (record.id == m_task && record.receipt == m_fileName)
        return;
    m_task = record.id;
    m_fileName = record.receipt;
    showEmpty();
    verify();
}

void ReceiptPage::verify()
{
    if (!m_fileName.isEmpty())
        m_receipts.load(m_task, m_fileName);
}

void ReceiptPage::setView(const ReceiptView &view)
{
    if (view.task != m_task)
        return;
    m_view = view;
    m_verify->setEnabled(true);
    m_save->setEnabled(!view.file.isEmpty());
    m_text->setHtml(receiptHtml(view));
    if (!view.verified) {
        m_message->showError(view.problem ? errorText(*view.problem)
                                          : ErrorText{tr("The receipt is not valid"), {}, {}});
        return;
    }
    const auto &verified = *view.verified;
    const auto words = verified.signer == ReceiptSigner::ThisInstallation
                           ? tr("Signed by this installation's key, and unchanged since.")
                           : tr("Unchanged since it was signed, by a key that is not this installation's.");
    if (verified.receipt.isConfirmed())
        m_message->showMessage(Tone::Good, tr("Valid, and the cleanup is confirmed"), words);
    else
        m_message->showMessage(Tone::Warning, tr("Valid, but the cleanup is not confirmed"), words);
}

void ReceiptPage::save(SaveAs form)
{
    if (!m_view)
        return;
    QString suffix = QStringLiteral("json");
    QString filter = tr("Signed receipt (*.json)");
    if (form == SaveAs::Html) {
        suffix = QStringLiteral("html");
        filter = tr("Web page (*.html)");
    } else if (form == SaveAs::Pdf) {
        suffix = QStringLiteral("pdf");
        filter = tr("PDF document (*.pdf)");
    }
    auto *dialog = new QFileDialog(this, tr("Save Receipt"), QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("receipt-%1.%2").arg(m_task.shortText(), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, form, view = *m_view](const QString &path) {
        switch (form) {
        case SaveAs::Json:
            return m_files.save(path, view.file);
        case SaveAs::Html:
            return m_files.save(path, receiptHtml(view).toUtf8());
        case SaveAs::Pdf:
            return m_files.save(path, receiptPdf(view));
        }
    });
    dialog->open();
}

} // namespace sealift
