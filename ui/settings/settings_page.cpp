// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/base/banner.h"
#include "ui/base/desktop_door.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/scroll_column.h"
#include "ui/base/segmented_control.h"
#include "ui/settings/channels_section.h"
#include "ui/settings/claude_section.h"
#include "ui/settings/data_section.h"
#include "ui/settings/desktop_sections.h"
#include "ui/settings/live_row.h"
#include "ui/settings/notification_section.h"
#include "ui/settings/policy_section.h"
#include "ui/settings/proxy_section.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>

namespace qcc {

SettingsPage::SettingsPage(InstanceDoor &instance, DesktopDoor &desktop, ClaudeSwitch &claude,
                           QWidget *parent)
    : QWidget(parent), m_instance(instance), m_jump(new SegmentedControl), m_banner(new Banner),
      m_scroll(new ScrollColumn), m_policy(new PolicySection(instance)),
      m_proxy(new ProxySection(instance, desktop)), m_claude(new ClaudeSection(desktop, claude)),
      m_notifications(new NotificationSection(instance, desktop)), m_channels(new ChannelsSection(instance)),
      m_appearance(new AppearanceSection(desktop)), m_start(new StartSection(desktop)),
      m_data(new DataSection(instance, desktop))
{
    build();
    connect(m_jump, &SegmentedControl::currentChanged, this, &SettingsPage::jump);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &SettingsPage::followScroll);
    connect(&instance, &InstanceDoor::stateChanged, this, &SettingsPage::followState);
    connect(&desktop, &DesktopDoor::preferencesNotSaved, this, &SettingsPage::showUnsaved);
    connect(&desktop, &DesktopDoor::preferencesChanged, m_banner, &Banner::hide);
    retranslate();
    followState();
}

void SettingsPage::build()
{
    for (QWidget *section : sections())
        m_scroll->addPart(section);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(grid::kLarge, grid::kMedium, grid::kLarge, grid::kSmall);
    top->setSpacing(grid::kSmall);
    top->addWidget(m_jump, 0, Qt::AlignHCenter);
    top->addWidget(m_banner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    m_banner->setDismissible(true);
    m_banner->hide();
}

std::vector<QWidget *> SettingsPage::sections() const
{
    return {m_policy, m_proxy, m_claude, m_notifications, m_channels, m_appearance, m_start, m_data};
}

void SettingsPage::showSection(Section section)
{
    const int index = static_cast<int>(section);
    m_jump->setCurrentIndex(index);
    jump(index);
    // A page that is only now shown gets its heights in the next turn.
    QMetaObject::invokeMethod(
        this, [this, index] { jump(index); }, Qt::QueuedConnection);
}

void SettingsPage::jump(int index)
{
    const QWidget *section = sections()[static_cast<size_t>(index)];
    const int at = section->mapTo(m_scroll->widget(), QPoint(0, 0)).y() - grid::kSmall;
    const QScopedValueRollback guard(m_jumping, true);
    m_scroll->verticalScrollBar()->setValue(at);
}

/// The jump bar shows the section at the top of what is seen; at the very end, the last one.
void SettingsPage::followScroll()
{
    if (m_jumping)
        return;
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const std::vector<QWidget *> all = sections();
    int index = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i]->mapTo(m_scroll->widget(), QPoint(0, 0)).y() <= bar->value() + grid::kHuge)
            index = static_cast<int>(i);
    }
    if (bar->value() == bar->maximum() && bar->maximum() > 0)
        index = static_cast<int>(all.size()) - 1;
    const QSignalBlocker blocker(m_jump);
    m_jump->setCurrentIndex(index);
}

/// What the instance keeps can't be changed while there is none.
void SettingsPage::followState()
{
    m_policy->setEnabled(m_instance.isReachable());
    m_channels->setEnabled(m_instance.isReachable());
    m_data->retention()->setEnabled(m_instance.isReachable());
}

void SettingsPage::showUnsaved(const Refusal &refusal)
{
    m_banner->setSeverity(Severity::Warn);
    m_banner->setText(refusalSentence(refusal));
    m_banner->show();
}

void SettingsPage::retranslate()
{
    const QSignalBlocker blocker(m_jump);
    const int current = m_jump->currentIndex();
    m_jump->setSegments({tr("Policy"), tr("Proxy"), tr("Claude Code"), tr("Notifications"), tr("Channels"),
                         tr("Appearance"), tr("Start"), tr("Data")});
    m_jump->setCurrentIndex(std::max(current, 0));
    m_jump->setAccessibleName(tr("Sections of the settings"));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
