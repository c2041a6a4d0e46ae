#include "desktop/close_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

void askBeforeClosing(QWidget *window, int tasks, bool hasTray, const std::function<void(CloseAnswer)> &answered)
{
    auto *box = new QMessageBox(QMessageBox::Question, Text::tr("Tasks Are Under Way"),
                                Text::tr("%n task(s) are under way.", nullptr, tasks), QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(hasTray
                                ? Text::tr("They can go on without the window: the icon in the tray brings it back.")
                                : Text::tr("Paused, they keep what has arrived, and go on when you resume them."));
    const auto add = [&](const QString &text, QMessageBox::ButtonRole role, CloseAnswer answer) {
        auto *button = box->addButton(text, role);
        QObject::connect(button, &QPushButton::clicked, window, [answered, answer] { answered(answer); });
        return button;
    };
    if (hasTray)
        add(Text::tr("&Go On in the Tray"), QMessageBox::AcceptRole, CloseAnswer::GoOn);
    add(Text::tr("&Pause and Quit"), QMessageBox::DestructiveRole, CloseAnswer::PauseAndQuit);
    auto *stay = box->addButton(Text::tr("&Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    box->open();
}

} // namespace sealift
