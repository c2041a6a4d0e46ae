#pragma once

#include <QString>
#include <QWidget>

class QTextBrowser;

namespace sealift {

/// The help that comes with Sealift: pages in its resources, nothing from the network.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// @param page "import", perhaps with a place in it: "import#names". One that there is not is the contents.
    void showPage(const QString &page);
    /// The page that is shown, without its place.
    QString page() const;

private:
    QTextBrowser *m_text;
};

/// Where the pages are: ":/sealift/help".
QString helpFolder();

} // namespace sealift
