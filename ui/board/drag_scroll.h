// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

class QPoint;
class QWidget;

namespace qcc {

/// By how many pixels an area of that height scrolls when the pointer is at @p y of it: the nearer to an
/// edge, the faster; negative upwards.
int dragScrollStep(int y, int height);

/// Scrolls what lies under the pointer in @p window and is near its edge there, the inmost area first that
/// can still go that way. False: nothing moved.
bool scrollUnder(QWidget &window, const QPoint &globalPosition);

/// Scrolls a window's areas while a drag lasts, that is while this lives: lists in a page that scrolls
/// itself, also while the hand is still. Main thread.
class DragScroll final : public QObject
{
    Q_OBJECT
public:
    explicit DragScroll(QWidget *window);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QPointer<QWidget> m_window;
    QBasicTimer m_timer;
};

} // namespace qcc
