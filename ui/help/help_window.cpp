#include "ui/help/help_window.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QTextBrowser>
#include <QToolBar>
#include <QVBoxLayout>

/// The macro wants to be outside of any namespace; a linker leaves out what nobody calls.
static void bringPages()
{
    Q_INIT_RESOURCE(help);
}

namespace sealift {

QString helpFolder()
{
    bringPages();
    return QStringLiteral(":/sealift/help");
}

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Help"));
    m_text->setObjectName(QStringLiteral("help"));
    m_text->setAccessibleName(tr("Help"));
    m_text->setOpenExternalLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(fontMetrics().height());
    auto *bar = new QToolBar(this);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *contents = bar->addAction(tr("&Contents"));
    auto *back = bar->addAction(tr("&Back"));
    auto *forward = bar->addAction(tr("&Forward"));
    back->setShortcut(QKeySequence::Back);
    forward->setShortcut(QKeySequence::Forward);
    auto *close = new QAction(this);
    close->setShortcut(Qt::Key_Escape);
    addAction(close);
    back->setEnabled(false);
    forward->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_text, 1);
    resize(fontMetrics().averageCharWidth() * 115, fontMetrics().height() * 42);
    connect(contents, &QAction::triggered, this, [this] { showPage({}); });
    connect(back, &QAction::triggered, m_text, &QTextBrowser::backward);
    connect(forward, &QAction::triggered, m_text, &QTextBrowser::forward);
    connect(close, &QAction::triggered, this, &QWidget::close);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
}

void HelpWindow::showPage(const QString &page)
{
    const auto name = page.section(u'#', 0, 0);
    const auto place = page.section(u'#', 1);
    const auto path = QStringLiteral("%1/%2.html").arg(helpFolder(), name);
    QUrl url(QStringLiteral("qrc") + (QFile::exists(path) ? path : helpFolder() + QStringLiteral("/index.html")));
    if (!place.isEmpty())
        url.setFragment(place);
    m_text->setSource(url);
}

QString HelpWindow::page() const
{
    return QFileInfo(m_text->source().path()).completeBaseName();
}

} // namespace sealift
