// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/channel_desk.h"

#include "models/rules/channel_edit.h"

namespace qcc {

namespace {

bool sameSecrets(const ChannelSecrets &a, const ChannelSecrets &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &one, const auto &other) {
        return one.first == other.first && one.second.matches(other.second.reveal());
    });
}

bool sameChannels(const LoadedSettings &a, const LoadedSettings &b)
{
    return a.settings.channels == b.settings.channels &&
           std::equal(a.channelSecrets.begin(), a.channelSecrets.end(), b.channelSecrets.begin(),
                      b.channelSecrets.end(), [](const auto &one, const auto &other) {
                          return one.first == other.first && sameSecrets(one.second, other.second);
                      });
}

SharedChannels inForce(const LoadedSettings &settings)
{
    auto channels = std::make_shared<ChannelsInForce>();
    channels->channels = settings.settings.channels;
    for (const auto &[channel, secrets] : settings.channelSecrets) {
        for (const auto &[which, secret] : secrets)
            channels->secrets[channel].emplace(which, secret.clone());
    }
    return channels;
}

} // namespace

void ChannelDesk::adopt(const SharedSettings &settings)
{
    const SharedSettings before = std::exchange(m_settings, settings);
    if (!before || !sameChannels(*before, *m_settings))
        Q_EMIT channelsInForce(inForce(*m_settings));
}

void ChannelDesk::test(PutChannel draft, std::function<void(Result<Done>)> done)
{
    const ChannelSecrets *stored = nullptr;
    if (const auto found = m_settings->channelSecrets.find(draft.channel.id);
        found != m_settings->channelSecrets.end())
        stored = &found->second;
    Result<ReadyChannel> ready = readyForTest(std::move(draft), stored);
    if (!ready)
        return done(ready.refusal());
    auto one = std::make_shared<ChannelsInForce>();
    one->secrets.emplace(ready->channel.id, std::move(ready->secrets));
    one->channels.push_back(std::move(ready->channel));
    const quint64 ticket = ++m_lastTicket;
    m_tests.emplace(ticket, std::move(done));
    Q_EMIT testWanted(ticket, one);
}

std::vector<ChannelSnapshot> ChannelDesk::snapshots() const
{
    std::vector<ChannelSnapshot> named = m_snapshots;
    for (ChannelSnapshot &one : named) {
        if (const AlertChannel *channel = findChannel(m_settings->settings.channels, one.id))
            one.name = channel->name;
    }
    return named;
}

void ChannelDesk::tested(quint64 ticket, const std::optional<Refusal> &failure)
{
    if (const auto waiting = m_tests.extract(ticket))
        waiting.mapped()(failure ? Result<Done>(*failure) : Result<Done>(Done{}));
}

} // namespace qcc
