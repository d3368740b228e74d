// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/drag_scroll.h"

#include <QAbstractScrollArea>
#include <QCursor>
#include <QScrollBar>

namespace qcc {

namespace {

constexpr int kFrame = 16; ///< milliseconds between two steps
constexpr int kZone = 36;  ///< as near to an edge a drag scrolls
constexpr int kFastest = 12;

int speedAt(int distance, int zone)
{
    return 1 + (kFastest - 1) * (zone - distance) / zone;
}

} // namespace

int dragScrollStep(int y, int height)
{
    const int zone = std::min(kZone, height / 4);
    if (y < 0 || y >= height || zone == 0)
        return 0;
    if (y < zone)
        return -speedAt(y, zone);
    const int fromBottom = height - 1 - y;
    return fromBottom < zone ? speedAt(fromBottom, zone) : 0;
}

bool scrollUnder(QWidget &window, const QPoint &globalPosition)
{
    QWidget *under = window.childAt(window.mapFromGlobal(globalPosition));
    for (; under && under != &window; under = under->parentWidget()) {
        const auto *area = qobject_cast<QAbstractScrollArea *>(under);
        if (!area)
            continue;
        const QWidget *viewport = area->viewport();
        const int step = dragScrollStep(viewport->mapFromGlobal(globalPosition).y(), viewport->height());
        QScrollBar *bar = area->verticalScrollBar();
        const int before = bar->value();
        bar->setValue(before + step);
        if (bar->value() != before)
            return true;
    }
    return false;
}

DragScroll::DragScroll(QWidget *window) : m_window(window)
{
    m_timer.start(kFrame, this);
}

void DragScroll::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (m_window)
        scrollUnder(*m_window, QCursor::pos());
}

} // namespace qcc
