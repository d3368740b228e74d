// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/qcc_export.h"

#include "app/importing/import_draft.h"
#include "app/secrets/json_file.h"
#include "app/store/settings_export.h"

namespace qcc {

namespace {

const QString kKeys = QStringLiteral("keys");

PolicyPatch wholePolicy(const FailoverPolicy &policy)
{
    PolicyPatch patch;
    patch.autoFailoverEnabled = policy.autoFailoverEnabled;
    patch.autoRecoveryEnabled = policy.autoRecoveryEnabled;
    patch.failureThreshold = policy.failureThreshold;
    patch.successThreshold = policy.successThreshold;
    patch.checkInterval = policy.checkInterval;
    patch.cooldownPeriod = policy.cooldownPeriod;
    patch.recoveryDelay = policy.recoveryDelay;
    patch.maxFailoversPerHour = policy.maxFailoversPerHour;
    patch.notifyOnFailover = policy.notifyOnFailover;
    patch.notifyOnRecovery = policy.notifyOnRecovery;
    patch.spillOverEnabled = policy.spillOverEnabled;
    return patch;
}

ImportedConfig offered(const Config &config, const Settings &settings, const QJsonObject &keys)
{
    ImportedConfig offered;
    offered.origin = config.name;
    offered.config.name = config.name;
    offered.config.description = config.description;
    offered.config.nextPatterns = config.nextPatterns;
    offered.config.modelMappings = config.modelMappings;
    offered.config.extraHeaders = config.extraHeaders;
    offered.config.priority = settings.groups.priorityOf(config.name).value_or(Priority::Disabled);
    for (const Endpoint &endpoint : config.endpoints) {
        DraftEndpoint draft{endpoint, std::nullopt};
        if (const QString key = keys.value(endpoint.id.value).toString(); !key.isEmpty())
            draft.key = Secret(key.toUtf8());
        offered.config.endpoints.push_back(std::move(draft));
    }
    return offered;
}

} // namespace

Secret exportWithKeys(const Settings &settings, const Keys &keys)
{
    QJsonObject object = QJsonDocument::fromJson(exportSettings(settings)).object();
    QJsonObject list;
    for (const auto &[endpoint, key] : keys)
        list.insert(endpoint.value, QString::fromUtf8(key.reveal()));
    object.insert(kKeys, list);
    return Secret(toJsonText(object));
}

Result<ImportOffer> offerFromExport(const QString &source, const QByteArray &text)
{
    Result<Settings> settings = importSettings(text);
    if (!settings) {
        Refusal refusal = settings.refusal();
        refusal.subject = source;
        return refusal;
    }
    const QJsonObject keys = QJsonDocument::fromJson(text).object().value(kKeys).toObject();
    ImportOffer offer;
    offer.source = source;
    for (const Config &config : settings->configs)
        addTo(offer, offered(config, *settings, keys));
    offer.policy = wholePolicy(settings->policy);
    return offer;
}

} // namespace qcc
