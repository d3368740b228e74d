// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"

#include <QWidget>

class QLabel;

namespace qcc {

class WayCard;

/// What a newcomer sees while nothing is set up: what QCC is for, and three ways in. Main thread.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested(qcc::Priority priority);
    void importRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void recolor();
    void refresh();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    QLabel *m_picture = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_address = nullptr;
    WayCard *m_add = nullptr;
    WayCard *m_import = nullptr;
    WayCard *m_simulate = nullptr;
};

} // namespace qcc
