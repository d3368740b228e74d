// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/settings/settings_section.h"

class QMenu;
class QPushButton;

namespace qcc {

class ChannelRow;
class SettingRow;

/// Where alerts go beside this desktop: the channels of the instance, each with its state, and a way to add
/// one. Follows the settings and the snapshots.
class ChannelsSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit ChannelsSection(InstanceDoor &instance, QWidget *parent = nullptr);

    const std::vector<ChannelRow *> &rows() const { return m_rows; }
    QPushButton *addButton() const { return m_addButton; }
    QMenu *kinds() const { return m_kinds; }

protected:
    void retranslate() override;

private:
    void follow();
    void followStates();
    void rebuildRows();
    ChannelRow *makeRow(const AlertChannel &channel);
    void retranslateAdd();
    bool showsTheseRows() const;
    void addChannel(ChannelKind kind);
    void editChannel(const AlertChannel &channel);
    void askToRemove(const AlertChannel &channel);
    void removeChannel(const QString &id);
    void listKinds();

    InstanceDoor &m_instance;
    QWidget *m_list;
    std::vector<ChannelRow *> m_rows;
    SettingRow *m_add;
    QPushButton *m_addButton;
    QMenu *m_kinds;
};

} // namespace qcc
