#include "desktop/services/recovery_sheets.h"

#include "base/output_file.h"

#include <QBuffer>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace sealift {

namespace {

QString passphraseOf(const RecoverySheet &sheet)
{
    return QString::fromLatin1(sheet.passphrase.constData(), sheet.passphrase.size());
}

QString adviceText()
{
    return RecoverySheets::tr("Whoever has this passphrase and the library's files can read everything in it. Keep it "
                              "away from this computer. It opens the library in place of the password, in Sealift and "
                              "in restic.");
}

QString plainText(const RecoverySheet &sheet)
{
    return RecoverySheets::tr("Sealift recovery sheet\n\nLibrary: %1\nPlace: %2\nMade: %3\n\nRecovery "
                              "passphrase:\n\n    %4\n\n%5\n")
        .arg(sheet.library, sheet.location, QLocale().toString(sheet.made, QLocale::LongFormat), passphraseOf(sheet),
             adviceText());
}

void fill(QTextDocument &document, const RecoverySheet &sheet)
{
    const auto row = QStringLiteral("<tr><td style=\"padding-right:12px\">%1</td><td><b>%2</b></td></tr>");
    const auto html = QStringLiteral("<h1>%1</h1><table>%2%3%4</table><p>%5</p>"
                                     "<p style=\"font-family:monospace;font-size:16pt\">%6</p><p>%7</p>")
                          .arg(RecoverySheets::tr("Sealift recovery sheet"),
                               row.arg(RecoverySheets::tr("Library"), sheet.library.toHtmlEscaped()),
                               row.arg(RecoverySheets::tr("Place"), sheet.location.toHtmlEscaped()),
                               row.arg(RecoverySheets::tr("Made"), QLocale().toString(sheet.made, QLocale::LongFormat)),
                               RecoverySheets::tr("Recovery passphrase:"), passphraseOf(sheet), adviceText());
    document.setHtml(html);
}

QByteArray pdfOf(const RecoverySheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(RecoverySheets::tr("Sealift recovery sheet"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
    QTextDocument document;
    fill(document, sheet);
    document.print(&writer);
    return bytes;
}

Status writeFile(const QString &path, const QByteArray &content)
{
    SEALIFT_ASSIGN(const auto file, OutputFile::create(path, Overwrite::Yes));
    SEALIFT_TRY(file->writeAt(0, viewOf(content)));
    return file->finish();
}

} // namespace

RecoverySheets::RecoverySheets(QObject *parent)
    : RecoverySheetService(parent)
    , m_background(this, 1)
{
}

void RecoverySheets::print(const RecoverySheet &sheet, QWidget *parent)
{
    auto *dialog = new QPrintDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print Recovery Sheet"));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, sheet](QPrinter *printer) {
        QTextDocument document;
        fill(document, sheet);
        document.print(printer);
        if (printer->printerState() == QPrinter::Error)
            Q_EMIT failed(Error(ErrorCode::Io, QStringLiteral("the printer did not take the recovery sheet"),
                                QStringLiteral("Try again, or save it as a PDF file.")));
        else
            Q_EMIT printed();
    });
    dialog->open();
}

void RecoverySheets::save(const RecoverySheet &sheet, Format format, const QString &path)
{
    const auto content = format == Format::Pdf ? pdfOf(sheet) : plainText(sheet).toUtf8();
    m_background.run([path, content](const std::stop_token &) { return writeFile(path, content); },
                     [this, path](const Status &written) {
                         if (written)
                             Q_EMIT saved(path);
                         else
                             Q_EMIT failed(written.error());
                     });
}

} // namespace sealift
