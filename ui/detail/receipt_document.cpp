#include "ui/detail/receipt_document.h"

#include "ui/common/local_text.h"
#include "ui/common/task_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Receipt)
};

class Page
{
public:
    void heading(const QString &text) { m_html += QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped()); }

    void beginFacts() { m_html += QStringLiteral("<table cellpadding=\"2\">"); }
    void fact(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                          .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
    }
    void entry(const CleanupEntry &entry)
    {
        m_html += QStringLiteral("<tr><td>%1&nbsp;</td><td>%2&nbsp;&nbsp;</td><td>%3</td></tr>")
                      .arg(entry.ok ? QStringLiteral("&#10003;") : QStringLiteral("<b>&#10007;</b>"),
                           cleanupEntryText(entry.name).toHtmlEscaped(), entry.detail.toHtmlEscaped());
    }
    void endFacts() { m_html += QStringLiteral("</table>"); }
    void paragraph(const QString &text) { m_html += QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()); }

    QString html() const { return m_html; }

private:
    QString m_html;
};

QString endText(const QString &name)
{
    for (const auto end : {TaskEnd::Completed, TaskEnd::Cancelled, TaskEnd::Failed, TaskEnd::CleanupUnconfirmed}) {
        if (taskEndName(end) == name)
            return endLook(end).word;
    }
    return name;
}

void addVolume(Page &page, const ReceiptVolume &volume)
{
    page.heading(Text::tr("Scratch volume"));
    page.beginFacts();
    page.fact(Text::tr("Volume"), volume.id);
    page.fact(Text::tr("Cipher"), volume.cipher);
    page.fact(Text::tr("Quota"), localSize(volume.quota, 2));
    page.fact(Text::tr("Used at most"), localSize(volume.highWater, 2));
    for (const auto &change : volume.states)
        page.fact(scratchLook(scratchStateName(change.state)).word, localTimestamp(change.at));
    page.endFacts();
}

void addReceipt(Page &page, const Receipt &receipt)
{
    page.beginFacts();
    page.fact(Text::tr("Image"), receipt.image.name);
    page.fact(Text::tr("Format"), receipt.image.format);
    page.fact(Text::tr("Disk size"),
              receipt.image.virtualSize > 0 ? localSize(receipt.image.virtualSize, 2) : QString());
    page.fact(Text::tr("Destination"), receipt.destination);
    page.fact(Text::tr("Encryption"), receipt.encryption);
    page.fact(Text::tr("Ended"),
              Text::tr("%1, %2", "how and when").arg(endText(receipt.endState), localTimestamp(receipt.ended)));
    page.fact(Text::tr("SHA-256 of the disk"), receipt.image.sourceHash);
    page.endFacts();
    if (receipt.volume)
        addVolume(page, *receipt.volume);
    int number = 0;
    for (const auto &attempt : receipt.cleanup) {
        ++number;
        page.heading(receipt.cleanup.size() == 1 ? Text::tr("Cleanup") : Text::tr("Cleanup, attempt %1").arg(number));
        page.beginFacts();
        for (const auto &entry : attempt.steps + attempt.checks)
            page.entry(entry);
        page.endFacts();
    }
    page.heading(Text::tr("Evidence"));
    page.beginFacts();
    page.fact(Text::tr("Task"), receipt.taskId);
    page.fact(Text::tr("Issued"), localTimestamp(receipt.issued));
    page.fact(Text::tr("Issued by"), receipt.issuer);
    page.fact(Text::tr("Audit entries"), QLocale().toString(receipt.auditEntries));
    page.fact(Text::tr("Hash of the entries"), receipt.auditHash);
    page.endFacts();
}

} // namespace

QString receiptHtml(const ReceiptView &view)
{
    Page page;
    if (!view.verified)
        return {};
    const auto &receipt = view.verified->receipt;
    page.paragraph(
        receipt.isConfirmed()
            ? Text::tr("Nothing of this task is left in scratch: that was done, looked at again, and signed.")
            : Text::tr("It could not be confirmed that nothing of this task is left in scratch."));
    addReceipt(page, receipt);
    page.beginFacts();
    page.fact(Text::tr("Signed by the key"), view.verified->keyId);
    page.endFacts();
    return QStringLiteral(
               "<html><head><meta charset=\"utf-8\"><title>%1</title></head><body><h2>%1</h2>%2</body></html>")
        .arg(Text::tr("Receipt of a cleanup").toHtmlEscaped(), page.html());
}

QByteArray receiptPdf(const ReceiptView &view)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(Text::tr("Receipt of a cleanup"));
    QTextDocument document;
    document.setHtml(receiptHtml(view));
    document.print(&writer);
    return bytes;
}

} // namespace sealift
