// SPDX-License-Identifier: GPL-3.0-or-later
// A program for the stage's own test: a window that tells what it gets, and an item in the tray with a menu.
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTextStream>

namespace {

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

class LittleWindow final : public QWidget
{
public:
    LittleWindow()
    {
        setWindowTitle(QStringLiteral("little window"));
        resize(400, 300);
        setFocusPolicy(Qt::StrongFocus);
        auto *button = new QPushButton(QStringLiteral("Press me"), this);
        button->setFocusPolicy(Qt::NoFocus);
        button->move(280, 250);
        connect(button, &QPushButton::clicked, this, [] { say(QStringLiteral("pressed")); });
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { tell("down", event->pos()); }
    void mouseMoveEvent(QMouseEvent *event) override { tell("move", event->pos()); }
    void mouseReleaseEvent(QMouseEvent *event) override { tell("up", event->pos()); }
    void keyPressEvent(QKeyEvent *event) override
    {
        say(QStringLiteral("key %1").arg(QKeySequence(event->keyCombination()).toString()));
    }
    void closeEvent(QCloseEvent *) override
    {
        say(QStringLiteral("closed"));
        qApp->quit();
    }

private:
    static void tell(const char *what, const QPoint &where)
    {
        say(QStringLiteral("%1 %2 %3").arg(QString::fromLatin1(what)).arg(where.x()).arg(where.y()));
    }
};

QIcon plainIcon(Qt::GlobalColor color)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(color);
    return pixmap;
}

void fill(QMenu &menu, QSystemTrayIcon &item)
{
    menu.addAction(QStringLiteral("&Red"), &item, [&item] {
        item.setIcon(plainIcon(Qt::red));
        item.setToolTip(QStringLiteral("it is red"));
    });
    QMenu *pin = menu.addMenu(QStringLiteral("Pin"));
    QAction *hour = pin->addAction(QStringLiteral("for 1 hour"));
    hour->setCheckable(true);
    QObject::connect(hour, &QAction::toggled, hour, [] { say(QStringLiteral("pinned")); });
    menu.addSeparator();
    menu.addAction(QStringLiteral("Never"))->setEnabled(false);
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    QApplication::setApplicationName(QStringLiteral("little-program"));
    LittleWindow window;
    window.show();
    QMenu menu;
    QSystemTrayIcon item(plainIcon(Qt::green));
    fill(menu, item);
    item.setContextMenu(&menu);
    item.setToolTip(QStringLiteral("it is green"));
    QObject::connect(&item, &QSystemTrayIcon::activated, &item, [](QSystemTrayIcon::ActivationReason reason) {
        say(QStringLiteral("tray %1").arg(static_cast<int>(reason)));
    });
    item.show();
    return QApplication::exec();
}
