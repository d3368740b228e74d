// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QEvent;

namespace qcc {

class AppearanceSection;
class Banner;
class ChannelsSection;
class ClaudeSection;
class ClaudeSwitch;
class DataSection;
class DesktopDoor;
class InstanceDoor;
class NotificationSection;
class PolicySection;
class ProxySection;
class ScrollColumn;
class SegmentedControl;
class StartSection;
struct Refusal;

/// All settings on one page that scrolls, with a jump bar above. Everything applies at once. Decides nothing:
/// policy and data go through the instance's door, the rest through the desktop's. Main thread.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Section { Policy, Proxy, ClaudeCode, Notifications, Channels, Appearance, Start, Data };

    SettingsPage(InstanceDoor &instance, DesktopDoor &desktop, ClaudeSwitch &claude,
                 QWidget *parent = nullptr);

    void showSection(Section section);

    PolicySection *policy() const { return m_policy; }
    ProxySection *proxy() const { return m_proxy; }
    ClaudeSection *claude() const { return m_claude; }
    NotificationSection *notifications() const { return m_notifications; }
    ChannelsSection *channels() const { return m_channels; }
    AppearanceSection *appearance() const { return m_appearance; }
    StartSection *start() const { return m_start; }
    DataSection *data() const { return m_data; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    std::vector<QWidget *> sections() const;
    void jump(int index);
    void followScroll();
    void followState();
    void showUnsaved(const Refusal &refusal);
    void retranslate();

    InstanceDoor &m_instance;
    SegmentedControl *m_jump;
    Banner *m_banner;
    ScrollColumn *m_scroll;
    PolicySection *m_policy;
    ProxySection *m_proxy;
    ClaudeSection *m_claude;
    NotificationSection *m_notifications;
    ChannelsSection *m_channels;
    AppearanceSection *m_appearance;
    StartSection *m_start;
    DataSection *m_data;
    bool m_jumping = false;
};

} // namespace qcc
