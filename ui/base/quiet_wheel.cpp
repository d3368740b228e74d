// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/quiet_wheel.h"

#include <QEvent>
#include <QWidget>

namespace qcc {

namespace {

class WheelFilter final : public QObject
{
public:
    explicit WheelFilter(QWidget *box) : QObject(box), m_box(box) {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != m_box || event->type() != QEvent::Wheel || m_box->hasFocus())
            return false;
        event->ignore(); // so that it goes on to the scroll area
        return true;
    }

private:
    QWidget *m_box;
};

} // namespace

void ignoreWheelWithoutFocus(QWidget *box)
{
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(new WheelFilter(box));
}

} // namespace qcc
