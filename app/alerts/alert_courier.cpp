// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/alert_courier.h"

#include "app/alerts/without_secrets.h"
#include "models/text/text.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSysInfo>

namespace qcc {

namespace {

constexpr size_t kMostTrials = 8;                ///< tests at once
constexpr milliseconds kLongestNap = minutes{5}; ///< a timer does not count the computer's sleep

bool same(const ChannelSecrets &a, const ChannelSecrets &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &one, const auto &other) {
        return one.first == other.first && one.second.matches(other.second.reveal());
    });
}

Refusal refusal(const AlertChannel &channel, const QString &trouble)
{
    return {RefusalCode::ChannelFailed, channel.name, trouble};
}

QDateTime localTime(TimePoint now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::LocalTime);
    return QDateTime(local.date(), local.time(), Qt::UTC);
}

const std::vector<AlertChannel> &channelsOf(const SharedChannels &channels)
{
    static const std::vector<AlertChannel> kNone;
    return channels ? channels->channels : kNone;
}

const ChannelSecrets &secretsOf(const SharedChannels &channels, const QString &id)
{
    static const ChannelSecrets kNone;
    if (!channels)
        return kNone;
    const auto found = channels->secrets.find(id);
    return found == channels->secrets.end() ? kNone : found->second;
}

const AlertChannel *find(const SharedChannels &channels, const QString &id)
{
    for (const AlertChannel &channel : channelsOf(channels)) {
        if (channel.id == id)
            return &channel;
    }
    return nullptr;
}

/// As if its way were the same: what only the rules look at is left aside.
bool sameWay(AlertChannel a, const AlertChannel &b)
{
    a.name = b.name;
    a.enabled = b.enabled;
    a.alerts = b.alerts;
    a.quiet = b.quiet;
    a.digest = b.digest;
    a.digestAt = b.digestAt;
    return a == b;
}

bool sameWay(const SharedChannels &before, const SharedChannels &after, const AlertChannel &channel)
{
    const AlertChannel *known = find(before, channel.id);
    return known && sameWay(*known, channel) &&
           same(secretsOf(before, channel.id), secretsOf(after, channel.id));
}

} // namespace

AlertCourier::AlertCourier(AlertOptions options) : m_options(std::move(options))
{
    m_state.dice = QRandomGenerator::global()->generate();
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] { feed(DeliveryDue{}); });
    m_snapshotPause.setSingleShot(true);
    connect(&m_snapshotPause, &QTimer::timeout, this, &AlertCourier::tellSnapshots);
}

AlertCourier::~AlertCourier()
{
    for (const auto &[ticket, trial] : m_trials)
        Q_EMIT tested(ticket, refusal(trial.channel, Text::tr("QCC was stopped before an answer came.")));
}

void AlertCourier::adopt(const SharedChannels &channels)
{
    ChannelsChanged change;
    for (const AlertChannel &channel : channelsOf(channels)) {
        if (!sameWay(m_channels, channels, channel))
            change.renewed.insert(channel.id);
    }
    m_channels = channels;
    feed(change);
}

void AlertCourier::remembered(const std::vector<Alert> &alerts)
{
    feed(AlertsRemembered{alerts});
}

void AlertCourier::announced(const Alert &alert)
{
    feed(AlertAnnounced{alert});
}

void AlertCourier::raised(const Alert &alert)
{
    feed(AlertRaised{alert});
}

void AlertCourier::cleared(const Alert &alert)
{
    feed(AlertCleared{alert});
}

void AlertCourier::test(quint64 ticket, const SharedChannels &one)
{
    if (channelsOf(one).empty()) {
        Q_EMIT tested(ticket, Refusal{RefusalCode::UnknownChannel, {}, {}});
        return;
    }
    const AlertChannel &channel = channelsOf(one).front();
    if (m_trials.size() >= kMostTrials) {
        Q_EMIT tested(ticket, refusal(channel, Text::tr("Too many tests are running. Wait for them.")));
        return;
    }
    AlertMessage message;
    message.form = AlertMessageForm::Test;
    const ChannelSecrets &secrets = secretsOf(one, channel.id);
    Trial &trial = m_trials[ticket];
    trial.channels = one;
    trial.channel = channel;
    trial.sending = m_desk.send(channel, secrets, say(message), now());
    connect(
        trial.sending.get(), &Sending::ended, this,
        [this, ticket](const SendOutcome &outcome) { onTried(ticket, outcome); }, Qt::QueuedConnection);
}

void AlertCourier::onTried(quint64 ticket, const SendOutcome &outcome)
{
    const auto found = m_trials.find(ticket);
    if (found == m_trials.end())
        return;
    const Trial trial = std::move(found->second);
    m_trials.erase(found);
    const QString &id = trial.channel.id;
    if (outcome.end != SendEnd::Arrived) {
        Q_EMIT tested(ticket,
                      refusal(trial.channel, withoutSecrets(outcome.trouble, secretsOf(trial.channels, id))));
        return;
    }
    Q_EMIT tested(ticket, std::nullopt);
    if (sameWay(trial.channels, m_channels, trial.channel) && find(m_channels, id))
        feed(ChannelProved{id});
}

SpokenMessage AlertCourier::say(const AlertMessage &message) const
{
    return spoken(message, QSysInfo::machineHostName(), now());
}

TimePoint AlertCourier::now() const
{
    return m_options.clock ? m_options.clock()
                           : std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

void AlertCourier::feed(const DeliveryInput &input)
{
    const TimePoint at = now();
    DeliveryStep made =
        step(std::move(m_state), input, channelsOf(m_channels), {at, localTime(at)}, m_options.pace);
    m_state = std::move(made.state);
    for (const DeliveryEffect &effect : made.effects) {
        if (const auto *stop = std::get_if<StopSending>(&effect))
            m_sendings.erase(stop->channel);
        else
            carryOut(std::get<SendMessage>(effect));
    }
    arm(made.wakeAt);
    noteSnapshots();
}

void AlertCourier::carryOut(const SendMessage &send)
{
    const AlertChannel *channel = find(m_channels, send.channel);
    if (!channel)
        return; // the rules know only channels in force
    std::unique_ptr<Sending> sending =
        m_desk.send(*channel, secretsOf(m_channels, channel->id), say(send.message), now());
    connect(
        sending.get(), &Sending::ended, this,
        [this, id = send.channel, ticket = send.ticket](const SendOutcome &outcome) {
            onSent(id, ticket, outcome);
        },
        Qt::QueuedConnection);
    m_sendings[send.channel] = {send.ticket, std::move(sending)};
}

void AlertCourier::onSent(const QString &channel, quint64 ticket, SendOutcome outcome)
{
    if (const auto known = m_sendings.find(channel);
        known != m_sendings.end() && known->second.ticket == ticket)
        m_sendings.erase(known); // with the secrets that it was sent with
    outcome.trouble = withoutSecrets(outcome.trouble, secretsOf(m_channels, channel));
    feed(MessageSent{channel, ticket, outcome});
}

void AlertCourier::arm(std::optional<TimePoint> wakeAt)
{
    if (wakeAt)
        m_wake.start(std::clamp(*wakeAt - now(), milliseconds{1}, kLongestNap));
    else
        m_wake.stop();
}

void AlertCourier::noteSnapshots()
{
    if (!m_snapshotPause.isActive())
        tellSnapshots();
}

void AlertCourier::tellSnapshots()
{
    std::vector<ChannelSnapshot> snapshots = channelSnapshots(m_state, channelsOf(m_channels));
    for (ChannelSnapshot &snapshot : snapshots)
        addLosses(snapshot);
    if (snapshots == m_told)
        return;
    m_told = std::move(snapshots);
    m_snapshotPause.start(m_options.snapshotPace);
    Q_EMIT snapshotsChanged(m_told);
}

void AlertCourier::addLosses(ChannelSnapshot &snapshot) const
{
    const int lost = m_state.channels.at(snapshot.id).givenUp;
    if (lost > 0)
        snapshot.trouble =
            paragraph({snapshot.trouble, Text::tr("%n message(s) were given up.", nullptr, lost)});
}

} // namespace qcc
