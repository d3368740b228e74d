// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/channels_section.h"

#include "models/domain/channel_words.h"
#include "models/rules/channel_edit.h"
#include "models/text/channel_text.h"
#include "ui/base/clock.h"
#include "ui/base/field_note.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/channels/channel_dialog.h"
#include "ui/channels/channel_words.h"
#include "ui/settings/channel_row.h"

#include <QMessageBox>

namespace qcc {

ChannelsSection::ChannelsSection(InstanceDoor &instance, QWidget *parent)
    : SettingsSection(parent), m_instance(instance), m_list(new QWidget), m_add(new SettingRow),
      m_addButton(new QPushButton), m_kinds(new QMenu(this))
{
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    add(m_list);
    m_add->addControl(m_addButton);
    m_addButton->setMenu(m_kinds);
    add(m_add);
    connect(&instance, &InstanceDoor::settingsChanged, this, &ChannelsSection::follow);
    connect(&instance, &InstanceDoor::snapshotChanged, this, &ChannelsSection::followStates);
    retranslate();
}

bool ChannelsSection::showsTheseRows() const
{
    const std::vector<AlertChannel> &channels = m_instance.settings().channels;
    return std::equal(
        channels.begin(), channels.end(), m_rows.begin(), m_rows.end(),
        [](const AlertChannel &channel, const ChannelRow *row) { return channel.id == row->channel().id; });
}

void ChannelsSection::follow()
{
    if (!showsTheseRows())
        rebuildRows();
    followStates();
    const bool full = m_rows.size() >= kMostChannels;
    m_addButton->setEnabled(!full);
    m_list->setVisible(!m_rows.empty());
    retranslateAdd();
}

/// Rows of channels that stay are kept, with what they say.
void ChannelsSection::rebuildRows()
{
    std::vector<ChannelRow *> before = std::exchange(m_rows, {});
    for (const AlertChannel &channel : m_instance.settings().channels) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const ChannelRow *row) {
            return row && row->channel().id == channel.id;
        });
        m_rows.push_back(known == before.end() ? makeRow(channel) : std::exchange(*known, nullptr));
        m_list->layout()->addWidget(m_rows.back());
    }
    for (ChannelRow *gone : before)
        delete gone;
}

ChannelRow *ChannelsSection::makeRow(const AlertChannel &channel)
{
    auto *row = new ChannelRow(m_instance, channel);
    connect(row, &ChannelRow::editWanted, this, [this, row] { editChannel(row->channel()); });
    connect(row, &ChannelRow::removalWanted, this, [this, row] { askToRemove(row->channel()); });
    return row;
}

void ChannelsSection::followStates()
{
    if (!showsTheseRows())
        return; // the settings are on their way
    const std::vector<AlertChannel> &channels = m_instance.settings().channels;
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->follow(channels[i], snapshotOf(m_instance.snapshot().channels, channels[i]), wallClock());
}

void ChannelsSection::addChannel(ChannelKind kind)
{
    (new ChannelDialog(m_instance, kind, window()))->open();
}

void ChannelsSection::editChannel(const AlertChannel &channel)
{
    (new ChannelDialog(m_instance, channel, window()))->open();
}

void ChannelsSection::askToRemove(const AlertChannel &channel)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove an alert channel"),
                                     tr("Remove the alert channel \"%1\"?").arg(channel.name),
                                     QMessageBox::NoButton, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Its address and secrets are removed as well."));
    QPushButton *removes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    QPushButton *keeps = question->addButton(tr("Keep it"), QMessageBox::RejectRole);
    question->setDefaultButton(keeps);
    question->setEscapeButton(keeps);
    connect(removes, &QPushButton::clicked, this, [this, id = channel.id] { removeChannel(id); });
    question->open();
}

void ChannelsSection::removeChannel(const QString &id)
{
    m_add->note()->clear();
    m_instance.submit(RemoveChannel{id}, [self = QPointer(this)](const Result<Done> &answer) {
        if (self && !answer)
            self->m_add->note()->showFault(refusalSentence(answer.refusal()));
    });
}

void ChannelsSection::listKinds()
{
    m_kinds->clear();
    for (int i = 0; i <= static_cast<int>(kLastChannelKind); ++i) {
        const auto kind = static_cast<ChannelKind>(i);
        QAction *action = m_kinds->addAction(icon(channelIcon(kind)), channelKindName(kind));
        connect(action, &QAction::triggered, this, [this, kind] { addChannel(kind); });
    }
}

void ChannelsSection::retranslateAdd()
{
    if (m_rows.size() >= kMostChannels)
        m_add->setTexts(tr("Add a channel"),
                        tr("There is no room for more than %n.", nullptr, int(kMostChannels)));
    else if (m_rows.empty())
        m_add->setTexts(tr("Add a channel"), tr("There is none yet: alerts are shown on this desktop only."));
    else
        m_add->setTexts(tr("Add a channel"), {});
}

void ChannelsSection::retranslate()
{
    setTexts(
        tr("Alert channels"),
        tr("Where QCC tells people of alerts when nobody sits here. A channel that fails disturbs nothing."));
    m_addButton->setText(tr("Add"));
    m_addButton->setIcon(icon(Icon::Add));
    listKinds();
    follow();
}

} // namespace qcc
