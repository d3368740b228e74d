// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/request_notes.h"

#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

bool isRepaired(const RequestRecord &record)
{
    return record.removedThinking > 0 || record.thinkingOff;
}

QString waited(const RequestRecord &record)
{
    return record.held < seconds(1) ? latencyText(record.held) : spanText(record.held);
}

/// Whose limit ends first; nothing where several do at once, or none is known.
QString firstFree(const ProxySnapshot &snapshot)
{
    const EndpointSnapshot *first = nullptr;
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.condition != EndpointCondition::Limited || !endpoint.until)
            continue;
        if (!first || *endpoint.until < *first->until)
            first = &endpoint;
    }
    return first ? first->config : QString();
}

} // namespace

QStringList requestNotes(const RequestRecord &record)
{
    QStringList notes;
    if (record.held > milliseconds(0))
        notes += Text::tr("waited %1 for the end of a limit", "a request").arg(waited(record));
    if (record.removedThinking > 0)
        notes += Text::tr("%n thinking block(s) of other providers taken out", "of a request",
                          record.removedThinking);
    if (record.thinkingOff)
        notes += Text::tr("asked for without thinking", "a request");
    return notes;
}

QString requestMark(const RequestRecord &record)
{
    const QString held =
        record.held > milliseconds(0) ? Text::tr("waited %1", "a request").arg(waited(record)) : QString();
    const QString repaired = isRepaired(record) ? Text::tr("repaired", "a request") : QString();
    if (held.isEmpty() || repaired.isEmpty())
        return held + repaired;
    return Text::tr("%1, %2", "two marks of a request").arg(held, repaired);
}

QString heldText(const ProxySnapshot &snapshot, TimePoint now)
{
    if (snapshot.heldRequests == 0)
        return {};
    const QString left = countdown(snapshot.heldUntil.value_or(now) - now);
    const QString config = firstFree(snapshot);
    if (config.isEmpty())
        return Text::tr("Every config is limited: %n request(s) wait and go on in %1.", nullptr,
                        snapshot.heldRequests)
            .arg(left);
    return Text::tr("Waiting for %1: every config is limited, %n request(s) go on in %2.", nullptr,
                    snapshot.heldRequests)
        .arg(config, left);
}

} // namespace qcc
