// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/channel_row.h"

#include "models/text/channel_text.h"
#include "ui/base/colors.h"
#include "ui/base/field_note.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/toggle_switch.h"
#include "ui/channels/channel_words.h"

#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>

namespace qcc {

ChannelRow::ChannelRow(InstanceDoor &instance, const AlertChannel &channel, QWidget *parent)
    : SettingRow(parent), m_instance(instance), m_channel(channel), m_state(new QLabel),
      m_switch(new ToggleSwitch), m_test(new QToolButton), m_edit(new QToolButton), m_remove(new QToolButton)
{
    build();
    connect(m_switch, &ToggleSwitch::toggled, this, &ChannelRow::setOn);
    connect(m_test, &QToolButton::clicked, this, &ChannelRow::sendTest);
    connect(m_edit, &QToolButton::clicked, this, &ChannelRow::editWanted);
    connect(m_remove, &QToolButton::clicked, this, &ChannelRow::removalWanted);
    retranslate();
}

void ChannelRow::build()
{
    setSymbol(icon(channelIcon(m_channel.kind)));
    for (QToolButton *button : {m_test, m_edit, m_remove}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    addControl(m_switch);
    addAside(m_remove);
    addAside(m_edit);
    addAside(m_test);
    setTabOrder(m_test, m_edit);
    setTabOrder(m_edit, m_remove);
    setTabOrder(m_remove, m_switch);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    addDetail(m_state);
    addDetail(note());
}

void ChannelRow::follow(const AlertChannel &channel, const ChannelSnapshot *state, TimePoint now)
{
    m_channel = channel;
    show(state, now);
}

void ChannelRow::show(const ChannelSnapshot *state, TimePoint now)
{
    setTexts(m_channel.name,
             tr("%1 · %2 · %3", "kind, place, what is told")
                 .arg(channelKindName(m_channel.kind), channelPlace(m_channel), channelScope(m_channel)));
    QString word = channelState(m_channel, state, now);
    m_state->setText(word.replace(0, 1, word.left(1).toUpper())); // here it stands alone
    m_state->setVisible(!m_state->text().isEmpty() && m_channel.enabled);
    m_failing = m_channel.enabled && state && state->failingSince;
    if (!m_switching) {
        const QSignalBlocker blocker(m_switch);
        m_switch->setChecked(m_channel.enabled);
    }
    recolorState();
    retranslate();
}

QString ChannelRow::stateText() const
{
    return m_state->text();
}

void ChannelRow::recolorState()
{
    const QScopedValueRollback guard(m_coloring, true);
    const Colors &colors = colorsFor(palette());
    QPalette own = m_state->palette();
    own.setColor(QPalette::WindowText, m_failing ? colors.bad : colors.textMuted);
    m_state->setPalette(own);
}

void ChannelRow::setOn(bool on)
{
    AlertChannel wanted = m_channel;
    wanted.enabled = on;
    m_switching = true;
    m_switch->setEnabled(false);
    note()->clear();
    m_instance.submit(PutChannel{m_channel, std::move(wanted), {}},
                      [self = QPointer(this)](const Result<Done> &answer) {
                          if (self)
                              self->takeAnswer(answer);
                      });
}

/// After a refusal the switch goes back to what is in force.
void ChannelRow::takeAnswer(const Result<Done> &answer)
{
    m_switching = false;
    m_switch->setEnabled(true);
    if (answer)
        return;
    const QSignalBlocker blocker(m_switch);
    m_switch->setChecked(m_channel.enabled);
    note()->showFault(refusalSentence(answer.refusal()));
}

void ChannelRow::sendTest()
{
    m_test->setEnabled(false);
    note()->showHint(tr("Sending a test message…"));
    m_instance.testChannel(PutChannel{m_channel, m_channel, {}},
                           [self = QPointer(this)](const Result<Done> &answer) {
                               if (self)
                                   self->takeTest(answer);
                           });
}

void ChannelRow::takeTest(const Result<Done> &answer)
{
    m_test->setEnabled(true);
    if (answer)
        note()->showDone(tr("The test message was sent."));
    else
        note()->showFault(refusalSentence(answer.refusal()));
}

void ChannelRow::retranslate()
{
    const auto dress = [this](QToolButton *button, Icon picture, const QString &tip, const QString &name) {
        button->setIcon(icon(picture));
        button->setToolTip(tip);
        button->setAccessibleName(name.arg(m_channel.name));
    };
    dress(m_test, Icon::Test, tr("Send a test message"), tr("Send a test message over %1"));
    dress(m_edit, Icon::Edit, tr("Edit"), tr("Edit %1"));
    dress(m_remove, Icon::Remove, tr("Remove"), tr("Remove %1"));
}

void ChannelRow::changeEvent(QEvent *event)
{
    SettingRow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_coloring)
        recolorState();
}

} // namespace qcc
