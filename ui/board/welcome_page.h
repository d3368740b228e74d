// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace qcc {

class WayCard;

/// What a newcomer sees while nothing is set up: what QCC is for, and the ways in: first of all what other
/// applications on this computer have. Main thread.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested(qcc::Priority priority);
    void importRequested();
    void importFromRequested(const qcc::ImportSource &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void recolor();
    void refresh();
    /// Once: reads what the applications here would bring, and offers those that bring something.
    void lookAround();
    void offer(const ImportSource &source, int count);
    void showFound();

    /// An application with configs to take over.
    struct Found
    {
        ImportSource source;
        int count = 0;
        WayCard *card = nullptr;
    };

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    QLabel *m_picture = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_address = nullptr;
    WayCard *m_add = nullptr;
    WayCard *m_import = nullptr;
    WayCard *m_simulate = nullptr;
    QVBoxLayout *m_place = nullptr; ///< of those found
    std::vector<Found> m_found;
    bool m_looked = false;
};

} // namespace qcc
