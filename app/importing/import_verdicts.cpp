// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_verdicts.h"

#include "models/rules/validation.h"

namespace qcc {

namespace {

/// An address with its key that is here, or will be.
struct KnownEndpoint
{
    QUrl url;
    const Secret *key = nullptr; ///< null: none, or not known
    QString config;
};

class Judge
{
public:
    Judge(const Settings &here, const Keys &keys);
    void judge(ImportedConfig &offered);

private:
    const KnownEndpoint *find(const DraftEndpoint &draft) const;
    QString sameByName(const PutConfig &config) const;
    QString holderOfAll(const PutConfig &config) const;
    void dropKnown(PutConfig &config) const;
    QString freeName(const QString &wanted) const;
    void remember(const PutConfig &config);

    std::vector<KnownEndpoint> m_known;
    std::set<QString> m_names; ///< folded: names that differ only in case are the same
};

Judge::Judge(const Settings &here, const Keys &keys)
{
    for (const Config &config : here.configs) {
        m_names.insert(config.name.toCaseFolded());
        for (const Endpoint &endpoint : config.endpoints) {
            const auto key = keys.find(endpoint.id);
            m_known.push_back({endpoint.url, key == keys.end() ? nullptr : &key->second, config.name});
        }
    }
}

const KnownEndpoint *Judge::find(const DraftEndpoint &draft) const
{
    const auto same = [&](const KnownEndpoint &known) {
        return known.url == draft.endpoint.url && known.key && draft.key &&
               known.key->matches(draft.key->reveal());
    };
    const auto it = std::find_if(m_known.begin(), m_known.end(), same);
    return it == m_known.end() ? nullptr : &*it;
}

/// For what comes without keys: the config of that name that has all its addresses.
QString Judge::sameByName(const PutConfig &config) const
{
    const bool comparable =
        !config.endpoints.empty() && std::none_of(config.endpoints.begin(), config.endpoints.end(),
                                                  [](const DraftEndpoint &draft) { return bool(draft.key); });
    QString name;
    const auto isHere = [&](const DraftEndpoint &draft) {
        const auto same = [&](const KnownEndpoint &known) {
            return known.url == draft.endpoint.url &&
                   known.config.compare(config.name, Qt::CaseInsensitive) == 0;
        };
        const auto it = std::find_if(m_known.begin(), m_known.end(), same);
        name = it == m_known.end() ? QString() : it->config;
        return !name.isEmpty();
    };
    return comparable && std::all_of(config.endpoints.begin(), config.endpoints.end(), isHere) ? name
                                                                                               : QString();
}

QString Judge::holderOfAll(const PutConfig &config) const
{
    if (const QString same = sameByName(config); !same.isEmpty() || config.endpoints.empty())
        return same;
    for (const DraftEndpoint &draft : config.endpoints) {
        if (!find(draft))
            return {};
    }
    return find(config.endpoints.front())->config;
}

/// The rules would refuse what has an address and key twice.
void Judge::dropKnown(PutConfig &config) const
{
    std::vector<DraftEndpoint> fresh;
    for (DraftEndpoint &draft : config.endpoints) {
        const bool repeated = std::any_of(fresh.begin(), fresh.end(), [&](const DraftEndpoint &other) {
            const bool sameKey =
                draft.key && other.key ? other.key->matches(draft.key->reveal()) : !draft.key && !other.key;
            return other.endpoint.url == draft.endpoint.url && sameKey;
        });
        const bool named = std::any_of(fresh.begin(), fresh.end(), [&](const DraftEndpoint &other) {
            return other.endpoint.name.compare(draft.endpoint.name, Qt::CaseInsensitive) == 0;
        });
        if (repeated || find(draft))
            continue;
        if (named)
            draft.endpoint.name.clear();
        fresh.push_back(std::move(draft));
    }
    config.endpoints = std::move(fresh);
}

QString Judge::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; m_names.contains(name.toCaseFolded()); ++number) {
        const QString tail = QStringLiteral(" %1").arg(number);
        name = wanted.left(kLongestName - tail.size()) + tail;
    }
    return name;
}

void Judge::remember(const PutConfig &config)
{
    m_names.insert(config.name.toCaseFolded());
    for (const DraftEndpoint &draft : config.endpoints)
        m_known.push_back({draft.endpoint.url, draft.key ? &*draft.key : nullptr, config.name});
}

void Judge::judge(ImportedConfig &offered)
{
    if (offered.verdict == ImportVerdict::Unusable)
        return;
    PutConfig &config = offered.config;
    if (const QString holder = holderOfAll(config); !holder.isEmpty()) {
        offered.verdict = ImportVerdict::AlreadyThere;
        offered.detail = holder;
        return;
    }
    dropKnown(config);
    const QString name = freeName(config.name);
    const bool keyless = std::any_of(config.endpoints.begin(), config.endpoints.end(),
                                     [](const DraftEndpoint &draft) { return !draft.key; });
    if (keyless)
        offered.verdict = ImportVerdict::WithoutKey;
    else
        offered.verdict = name == config.name ? ImportVerdict::New : ImportVerdict::Renamed;
    config.name = name;
    remember(config);
}

} // namespace

std::vector<EndpointId> endpointsToCompare(const ImportOffer &offer, const Settings &here)
{
    std::vector<EndpointId> ids;
    const auto isOffered = [&](const QUrl &url) {
        return std::any_of(offer.configs.begin(), offer.configs.end(), [&](const ImportedConfig &offered) {
            return std::any_of(
                offered.config.endpoints.begin(), offered.config.endpoints.end(),
                [&](const DraftEndpoint &draft) { return draft.key && draft.endpoint.url == url; });
        });
    };
    for (const Config &config : here.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            if (isOffered(endpoint.url))
                ids.push_back(endpoint.id);
        }
    }
    return ids;
}

void judgeOffer(ImportOffer &offer, const Settings &here, const Keys &keys)
{
    Judge judge(here, keys);
    for (ImportedConfig &offered : offer.configs)
        judge.judge(offered);
}

PutConfig takeCommand(ImportedConfig &config)
{
    PutConfig command = std::move(config.config);
    command.before.reset();
    for (DraftEndpoint &draft : command.endpoints)
        draft.endpoint.id = {}; // a name for life is given here anew
    return command;
}

} // namespace qcc
