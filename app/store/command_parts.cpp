// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/command_parts.h"

#include <QRandomGenerator>

#include <algorithm>

namespace qcc {

namespace {

/// The endpoints that a command brings as a whole. @p Any: Command or const Command.
template <typename Any> auto endpointsOf(Any &command)
{
    using Whole = std::conditional_t<std::is_const_v<Any>, const Endpoint, Endpoint>;
    std::vector<Whole *> endpoints;
    if (auto *added = std::get_if<AddConfig>(&command); added && added->endpoint)
        endpoints.push_back(&added->endpoint->endpoint);
    if (auto *added = std::get_if<AddEndpoint>(&command))
        endpoints.push_back(&added->endpoint.endpoint);
    if (auto *put = std::get_if<PutConfig>(&command)) {
        for (auto &draft : put->endpoints)
            endpoints.push_back(&draft.endpoint);
    }
    return endpoints;
}

bool hasCaFile(const Settings &settings, const Endpoint &endpoint)
{
    const Config *owner = settings.ownerOf(endpoint.id);
    return owner && std::any_of(owner->endpoints.begin(), owner->endpoints.end(), [&](const Endpoint &e) {
               return e.id == endpoint.id && e.caFile == endpoint.caFile;
           });
}

} // namespace

QString randomId()
{
    return QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

void fillInIds(Command &command, const std::function<bool(const EndpointId &)> &isUsed)
{
    const std::vector<Endpoint *> endpoints = endpointsOf(command);
    const auto isTaken = [&](const EndpointId &id) {
        return isUsed(id) || std::any_of(endpoints.begin(), endpoints.end(),
                                         [&](const Endpoint *other) { return other->id == id; });
    };
    for (Endpoint *endpoint : endpoints) {
        EndpointId id = endpoint->id;
        while (id.value.isEmpty() || (endpoint->id.value.isEmpty() && isTaken(id)))
            id.value = randomId();
        endpoint->id = id;
    }
}

void fillInChannelId(Command &command, const std::function<bool(const QString &)> &isUsed)
{
    auto *put = std::get_if<PutChannel>(&command);
    if (!put || put->before || !put->channel.id.isEmpty())
        return;
    do {
        put->channel.id = randomId();
    } while (isUsed(put->channel.id));
}

QStringList caFilesSetBy(const Command &command, const Settings &present)
{
    if (const auto *edit = std::get_if<EditEndpoint>(&command))
        return {edit->patch.caFile.value_or(QString())};
    QStringList files;
    for (const Endpoint *endpoint : endpointsOf(command)) {
        if (!hasCaFile(present, *endpoint))
            files += endpoint->caFile;
    }
    return files;
}

} // namespace qcc
