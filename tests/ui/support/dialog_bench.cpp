#include "ui/support/dialog_bench.h"

#include "library/repository.h"
#include "storage/folder_store.h"
#include "support/test_library.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <algorithm>
#include <map>
#include <utility>

namespace sealift::test {

namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::ProgressBar:
        return true;
    default:
        return false;
    }
}

/// The parts that Qt makes compound widgets of.
bool isPartOfAnother(const QWidget &widget)
{
    return widget.objectName().startsWith(QStringLiteral("qt_")) ||
           qobject_cast<QComboBox *>(widget.parentWidget()) != nullptr ||
           qobject_cast<QLineEdit *>(widget.parentWidget()) != nullptr ||
           (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QAbstractSpinBox")) ||
           (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QAbstractScrollArea"));
}

QChar mnemonicOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return text[i + 1].toLower();
        ++i;
    }
    return {};
}

QString textOf(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label != nullptr && label->buddy() != nullptr)
        return label->text();
    return widget.inherits("QGroupBox") ? widget.property("title").toString() : QString();
}

} // namespace

DialogBench::DialogBench()
    : m_session(CryptoSession::start().value())
    , stores(codes.prompt())
    , vault(stores)
    , keyring(QStringLiteral("sealift-test"))
    , settings(path(QStringLiteral("config/desktop.json")), path(QStringLiteral("scratch")))
    , libraries(path(QStringLiteral("config/libraries.json")), stores, vault, keyring, settings)
    , images(libraries, vault)
    , places(stores)
    , texts({.state = path(QStringLiteral("state")), .scratch = {}, .config = path(QStringLiteral("config"))})
    , openEc2(ec2Opener(codes.prompt()))
    , ec2(openEc2)
{
}

DialogBench::~DialogBench() = default;

void choosePlain(QWidget &wizard)
{
    wizard.findChild<QAbstractButton *>(QStringLiteral("plain"))->click();
    wizard.findChild<QAbstractButton *>(QStringLiteral("understood"))->setChecked(true);
}

QString DialogBench::makeLibrary(const QString &folder)
{
    const auto place = path(folder);
    const auto repository =
        Repository::create(std::make_unique<FolderStore>(place), QCA::SecureArray("test"), {kCheapScrypt}, {}).value();
    storeImage(*repository, QStringLiteral("web01"), noise(1 << 20, 1), 512 * 1024);
    return place;
}

QString DialogBench::unlockedLibrary()
{
    const auto id = libraries.add(QStringLiteral("Office NAS"), {makeLibrary()});
    libraries.unlock(id, QCA::SecureArray("test"), false);
    return waitFor(id, LibraryState::Unlocked) ? id : QString();
}

QString DialogBench::originalDisk() const
{
    const auto raw = path(QStringLiteral("original"));
    QFile file(raw);
    if (!file.open(QIODevice::WriteOnly) || file.write(noise(1 << 20, 1)) != 1 << 20)
        qFatal("cannot write %s", qPrintable(raw));
    return raw;
}

bool DialogBench::waitFor(const QString &libraryId, LibraryState state) const
{
    return QTest::qWaitFor(
        [&] {
            const auto library = libraries.library(libraryId);
            return library && library->state == state;
        },
        kPatience);
}

QStringList accessibilityProblems(QWidget &root)
{
    QStringList problems;
    std::map<QChar, QString> mnemonics;
    for (auto *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root) || isPartOfAnother(*widget))
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface != nullptr && isControl(interface->role()) && interface->text(QAccessible::Name).isEmpty())
            problems.append(QStringLiteral("%1 \"%2\" has no accessible name")
                                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
        const auto text = textOf(*widget);
        const auto mnemonic = mnemonicOf(text);
        if (mnemonic.isNull())
            continue;
        const auto [known, isNew] = mnemonics.emplace(mnemonic, text);
        if (!isNew)
            problems.append(QStringLiteral("\"%1\" and \"%2\" share a mnemonic").arg(known->second, text));
    }
    return problems;
}

QStringList tabOrderProblems(QWidget &root)
{
    QTest::qWait(20); // layouts settle
    struct Stop {
        QString name;
        QRect place;
    };
    QList<Stop> stops;
    for (auto *widget = root.nextInFocusChain(); widget != nullptr && widget != &root;
         widget = widget->nextInFocusChain()) {
        if (!root.isAncestorOf(widget) || !widget->isVisibleTo(&root) || !widget->isEnabled() ||
            (widget->focusPolicy() & Qt::TabFocus) == 0 || isPartOfAnother(*widget) || widget->focusProxy() != nullptr)
            continue;
        stops.append({QStringLiteral("%1 \"%2\"")
                          .arg(QString::fromLatin1(widget->metaObject()->className()),
                               widget->objectName().isEmpty() ? textOf(*widget) : widget->objectName()),
                      QRect(widget->mapTo(&root, QPoint()), widget->size())});
    }
    // It is a circle, which begins at the top.
    const auto first = std::min_element(stops.begin(), stops.end(), [](const Stop &a, const Stop &b) {
        return std::pair(a.place.top(), a.place.left()) < std::pair(b.place.top(), b.place.left());
    });
    std::rotate(stops.begin(), first, stops.end());
    QStringList problems;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const auto &from = stops[i - 1];
        const auto &to = stops[i];
        const bool isUp = to.place.bottom() < from.place.top();
        const bool isBesides = to.place.top() < from.place.center().y() && to.place.bottom() > from.place.center().y();
        if (isUp || (isBesides && to.place.right() < from.place.left()))
            problems.append(QStringLiteral("Tab goes from %1 back to %2").arg(from.name, to.name));
    }
    return problems;
}

namespace {

/// At this moment.
QStringList clippedNow(QWidget &root)
{
    QStringList clipped;
    for (auto *label : root.findChildren<QLabel *>()) {
        if (!label->isVisibleTo(&root) || label->text().isEmpty())
            continue;
        const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < wanted || (!label->wordWrap() && label->width() < label->sizeHint().width()))
            clipped.append(label->text());
    }
    for (auto *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&root) && !isPartOfAnother(*button) && !button->text().isEmpty() &&
            button->width() < button->minimumSizeHint().width())
            clipped.append(button->text());
    }
    return clipped;
}

} // namespace

QStringList clippedTexts(QWidget &root)
{
    constexpr int kSettledMs = 1000; // on a busy machine
    QStringList clipped;
    const auto isWhole = [&] {
        clipped = clippedNow(root);
        return clipped.isEmpty();
    };
    QTest::qWait(20); // layouts settle
    static_cast<void>(QTest::qWaitFor(isWhole, kSettledMs));
    return clipped;
}

void photograph(QWidget &window, const QString &name)
{
    const auto folder = qEnvironmentVariable("SEALIFT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const auto &[theme, suffix] : {std::pair(Theme::Dark, "-dark"), std::pair(Theme::System, "")}) {
        applyTheme(*qApp, theme);
        QTest::qWait(50); // layouts and focus settle
        window.grab().save(QStringLiteral("%1/%2%3.png").arg(folder, name, QLatin1String(suffix)));
    }
}

} // namespace sealift::test
