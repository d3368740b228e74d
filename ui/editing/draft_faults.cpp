// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/draft_faults.h"

#include "models/rules/authority.h"
#include "models/rules/extra_headers.h"
#include "models/rules/model_mapping.h"
#include "models/rules/next_patterns.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

class Faults
{
public:
    explicit Faults(int endpoint) : m_endpoint(endpoint) {}

    template <typename T> void check(DraftField field, const Result<T> &result)
    {
        if (!result)
            add(field, result.refusal());
    }
    void add(DraftField field, const Refusal &refusal) { m_all.push_back({field, m_endpoint, refusal}); }
    std::vector<DraftFault> take() { return std::move(m_all); }

private:
    int m_endpoint;
    std::vector<DraftFault> m_all;
};

/// Case-insensitively, as applyCommand() compares names.
bool sameName(const QString &one, const QString &other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

void checkName(Faults &faults, std::span<const EndpointDraft> drafts, size_t row)
{
    const QString name = drafts[row].fields.name;
    if (name.trimmed().isEmpty())
        return; // the host's name will do
    faults.check(DraftField::EndpointName, checkedName(name));
    for (size_t other = 0; other < row; ++other) {
        if (sameName(drafts[other].fields.name, name))
            faults.add(DraftField::EndpointName,
                       {RefusalCode::InvalidName, name.trimmed(),
                        QStringLiteral("another endpoint of this config has this name already")});
    }
}

void checkKey(Faults &faults, const EndpointDraft &draft)
{
    if (draft.key)
        faults.check(DraftField::Key, checkedKey(*draft.key, shownName(draft.fields)));
    else if (!draft.keyStored && draft.fields.id.value.isEmpty())
        faults.add(DraftField::Key, {RefusalCode::EmptyKey, shownName(draft.fields), {}});
}

int rowWhere(std::span<const EndpointDraft> drafts, const std::function<bool(const EndpointDraft &)> &fits)
{
    const auto it = std::find_if(drafts.begin(), drafts.end(), fits);
    return it == drafts.end() ? -1 : static_cast<int>(it - drafts.begin());
}

int rowNamed(std::span<const EndpointDraft> drafts, const QString &name)
{
    return rowWhere(drafts,
                    [&](const EndpointDraft &draft) { return sameName(shownName(draft.fields), name); });
}

int rowWithUrl(std::span<const EndpointDraft> drafts, const QString &url)
{
    return rowWhere(drafts, [&](const EndpointDraft &draft) {
        const Result<QUrl> parsed = parseBaseUrl(draft.fields.url);
        return draft.fields.url == url || (parsed && parsed->toString() == url);
    });
}

int rowWithCaFile(std::span<const EndpointDraft> drafts, const QString &path)
{
    return rowWhere(drafts, [&](const EndpointDraft &draft) {
        return !path.isEmpty() && draft.fields.caFile.trimmed() == path;
    });
}

DraftFault placedValue(const Refusal &refusal, std::span<const EndpointDraft> drafts)
{
    const QString &subject = refusal.subject;
    if (subject == QLatin1StringView("description"))
        return {DraftField::Description, -1, refusal};
    if (subject == QLatin1StringView("next_on"))
        return {DraftField::NextPatterns, -1, refusal};
    if (subject == QLatin1StringView("model_mappings"))
        return {DraftField::ModelMappings, -1, refusal};
    if (subject == QLatin1StringView("extra_headers"))
        return {DraftField::ExtraHeaders, -1, refusal};
    if (const int row = rowWithCaFile(drafts, subject); row >= 0)
        return {DraftField::CaFile, row, refusal};
    return {DraftField::Whole, -1, refusal};
}

} // namespace

bool DraftFault::isMissing() const
{
    return refusal.code == RefusalCode::EmptyKey || refusal.detail == QLatin1StringView("it is empty");
}

std::vector<DraftFault> identityFaults(const QString &name, const QString &description,
                                       const Settings &settings, const QString &shown)
{
    Faults faults(-1);
    faults.check(DraftField::Name, checkedName(name));
    for (const Config &config : settings.configs) {
        if (config.name != shown && sameName(config.name, name))
            faults.add(DraftField::Name, {RefusalCode::DuplicateConfig, config.name, {}});
    }
    faults.check(DraftField::Description, checkedDescription(description));
    return faults.take();
}

std::vector<DraftFault> endpointFaults(std::span<const EndpointDraft> drafts)
{
    std::vector<DraftFault> all;
    for (size_t row = 0; row < drafts.size(); ++row) {
        Faults faults(static_cast<int>(row));
        const EndpointFields &fields = drafts[row].fields;
        checkName(faults, drafts, row);
        faults.check(DraftField::Url, parseBaseUrl(fields.url));
        checkKey(faults, drafts[row]);
        faults.check(DraftField::TimeLimits, checkTimeLimits(fields.limits));
        faults.check(DraftField::OutboundProxy, parseOutboundProxy(fields.outboundProxy));
        faults.check(DraftField::CaFile, checkedCaFile(fields.caFile.trimmed()));
        std::vector<DraftFault> found = faults.take();
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

Result<std::vector<NextPattern>> nextPatternsOf(const TypedRows &rows)
{
    std::vector<NextPattern> patterns;
    for (const auto &[status, text] : rows) {
        if (!status.trimmed().isEmpty() || !text.trimmed().isEmpty())
            patterns.push_back({status.trimmed().toInt(), text});
    }
    return checkedNextPatterns(std::move(patterns));
}

Result<std::vector<ModelMapping>> modelMappingsOf(const TypedRows &rows)
{
    std::vector<ModelMapping> mappings;
    for (const auto &[from, to] : rows) {
        if (!from.trimmed().isEmpty() || !to.trimmed().isEmpty())
            mappings.push_back({from, to});
    }
    return checkedModelMappings(std::move(mappings));
}

Result<std::vector<ExtraHeader>> extraHeadersOf(const TypedRows &rows)
{
    std::vector<ExtraHeader> headers;
    for (const auto &[name, value] : rows) {
        if (!name.trimmed().isEmpty() || !value.trimmed().isEmpty())
            headers.push_back({name, value});
    }
    return checkedExtraHeaders(std::move(headers));
}

DraftFault placed(const Refusal &refusal, const QString &name, std::span<const EndpointDraft> drafts)
{
    const auto at = [&](DraftField field, int row) {
        return row >= 0 ? DraftFault{field, row, refusal} : DraftFault{DraftField::Whole, -1, refusal};
    };
    switch (refusal.code) {
    case RefusalCode::DuplicateConfig:
        return {DraftField::Name, -1, refusal};
    case RefusalCode::InvalidName:
        return sameName(refusal.subject, name)
                   ? DraftFault{DraftField::Name, -1, refusal}
                   : at(DraftField::EndpointName, rowNamed(drafts, refusal.subject));
    case RefusalCode::DuplicateEndpointName:
        return at(DraftField::EndpointName, rowNamed(drafts, refusal.subject));
    case RefusalCode::DuplicateEndpoint:
    case RefusalCode::InvalidUrl:
        return at(DraftField::Url, rowWithUrl(drafts, refusal.subject));
    case RefusalCode::EmptyKey:
        return at(DraftField::Key, rowNamed(drafts, refusal.subject));
    case RefusalCode::FileUnreadable:
        return at(DraftField::CaFile, rowWithCaFile(drafts, refusal.subject));
    case RefusalCode::InvalidValue:
        return placedValue(refusal, drafts);
    default: // all others are about no field
        return {DraftField::Whole, -1, refusal};
    }
}

std::vector<EndpointHint> hintsOf(const EndpointDraft &draft)
{
    std::vector<EndpointHint> hints;
    const Result<QUrl> url = parseBaseUrl(draft.fields.url);
    if (url && url->scheme() == QLatin1StringView("http") && !isLoopbackHost(url->host()))
        hints.push_back(EndpointHint::PlainHttp);
    if (url && url->path().endsWith(QLatin1StringView("/v1")))
        hints.push_back(EndpointHint::EndsWithV1);
    if (draft.key && !draft.key->isEmpty() && draft.key->reveal().trimmed() != draft.key->reveal())
        hints.push_back(EndpointHint::KeyHasSpaces);
    return hints;
}

} // namespace qcc
