// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channels/channel_faults.h"

#include "models/domain/channel_words.h"
#include "models/rules/channel_checks.h"
#include "models/rules/channel_fields.h"
#include "models/rules/validation.h"
#include "models/text/channel_text.h"

namespace qcc {

namespace {

bool isNameTaken(const PutChannel &draft, const std::vector<AlertChannel> &known)
{
    const QString wanted = draft.channel.name.trimmed();
    return std::any_of(known.begin(), known.end(), [&](const AlertChannel &other) {
        return other.name.compare(wanted, Qt::CaseInsensitive) == 0 &&
               (!draft.before || other.id != draft.before->id);
    });
}

/// What it can't do without has to be typed, unless it was stored before.
bool isMissing(const PutChannel &draft, ChannelSecret which)
{
    return isRequired(draft.channel, which) && !(draft.before && isRequired(*draft.before, which)) &&
           !draft.secrets.contains(which);
}

} // namespace

QString faultyField(const Refusal &refusal, ChannelKind kind)
{
    switch (refusal.code) {
    case RefusalCode::InvalidName:
    case RefusalCode::DuplicateChannel:
        return QStringLiteral("name");
    case RefusalCode::InvalidUrl:
        return channelFields(kind).url == FieldUse::Unused ? QStringLiteral("server") : QStringLiteral("url");
    case RefusalCode::InvalidValue:
        return refusal.subject;
    case RefusalCode::EmptyKey:
        return refusal.detail;
    default:
        return {};
    }
}

std::vector<ChannelFault> channelFaults(const PutChannel &draft, const std::vector<AlertChannel> &known)
{
    std::vector<ChannelFault> faults;
    const auto add = [&](const Refusal &refusal) {
        faults.push_back({faultyField(refusal, draft.channel.kind), refusal});
    };
    AlertChannel values = draft.channel;
    if (const Result<QString> name = checkedName(values.name); !name)
        add(name.refusal());
    else if (isNameTaken(draft, known))
        add({RefusalCode::DuplicateChannel, *name, {}});
    values.name = channelKindName(values.kind); // the rest is wrong or right whatever the name is
    if (const Result<AlertChannel> checked = checkedChannel(values); !checked)
        add(checked.refusal());
    for (const ChannelSecret which : kChannelSecrets) {
        const auto given = draft.secrets.find(which);
        if (isMissing(draft, which))
            add({RefusalCode::EmptyKey, draft.channel.name, toWord(which)});
        if (given == draft.secrets.end() || (given->second.isEmpty() && !isRequired(draft.channel, which)))
            continue;
        if (const auto checked = checkedChannelSecret(draft.channel, which, given->second); !checked)
            add(checked.refusal());
    }
    return faults;
}

} // namespace qcc
