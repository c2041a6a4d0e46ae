// A file manager as far as dragging goes: a window from which the files that are its arguments can be dragged. Says
// "ready X Y" once it is there, and "dropped" or "refused" after each drag.

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <cstdio>

namespace {

void say(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

class Source : public QWidget
{
public:
    explicit Source(const QStringList &files)
    {
        for (const auto &file : files)
            m_urls.append(QUrl::fromLocalFile(file));
        setGeometry(20, 20, 200, 200);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if ((event->buttons() & Qt::LeftButton) == 0)
            return;
        auto *files = new QMimeData;
        files->setUrls(m_urls);
        auto *drag = new QDrag(this); // Qt deletes it
        drag->setMimeData(files);
        say(drag->exec(Qt::CopyAction) == Qt::CopyAction ? QStringLiteral("dropped") : QStringLiteral("refused"));
    }

private:
    QList<QUrl> m_urls;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Source source(QCoreApplication::arguments().mid(1));
    source.show();
    QTimer::singleShot(500, &source, [&source] {
        const auto center = source.mapToGlobal(source.rect().center());
        say(QStringLiteral("ready %1 %2").arg(center.x()).arg(center.y()));
    });
    return QApplication::exec();
}
