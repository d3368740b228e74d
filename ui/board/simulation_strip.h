// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace qcc {

class FlowLayout;

/// While the providers are simulated: says so, and lets a person break and mend each of them. Shows itself as
/// the desktop's facts say. Main thread.
class SimulationStrip final : public QFrame
{
    Q_OBJECT
public:
    SimulationStrip(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent = nullptr);

    /// When the simulation may have begun or ended.
    void refresh();
    /// Its buttons come after that widget when one tabs on.
    void tabAfter(QWidget *before);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addProvider(const QString &config);
    void retranslate();
    void recolor();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_end = nullptr;
    FlowLayout *m_row = nullptr;
    std::map<QString, QPushButton *> m_switches; ///< by config; checked: broken
};

} // namespace qcc
