// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/settings/settings_section.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace qcc {

class DesktopDoor;
class SettingRow;
class TokenRow;

/// Where Claude Code finds the proxy: address, port, token, and the two lines that tell Claude Code.
class ProxySection final : public SettingsSection
{
    Q_OBJECT
public:
    ProxySection(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void build();
    void showAddress();
    void followSnapshot();
    void takeEdit();
    void validate();
    void apply();
    void takeAnswer(const Result<Done> &answer);
    bool isChanged() const;

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    SettingRow *m_address;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QPushButton *m_apply;
    TokenRow *m_token;
    bool m_edited = false; ///< typed here, not in force
    bool m_applying = false;
    bool m_refused = false;
};

} // namespace qcc
