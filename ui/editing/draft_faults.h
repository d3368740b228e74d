// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"
#include "ui/editing/endpoint_draft.h"

#include <span>

namespace qcc {

/// Where in the dialog something is wrong.
enum class DraftField {
    Whole, ///< no field in particular
    Name,
    Description,
    EndpointName,
    Url,
    Key,
    TimeLimits,
    OutboundProxy,
    CaFile,
    NextPatterns,
    ModelMappings,
    ExtraHeaders
};

/// What is wrong with a draft, as a refusal that the instance would give too.
struct DraftFault
{
    DraftField field = DraftField::Whole;
    int endpoint = -1; ///< its row; -1: of the config
    Refusal refusal;

    /// Nothing was typed there: nobody is to be told so before they have had a chance.
    bool isMissing() const;
    bool operator==(const DraftFault &) const = default;
};

/// A table's rows of two cells as typed.
using TypedRows = std::vector<std::pair<QString, QString>>;

/// All that is typed into the dialog but the keys: what is compared to know whether something changed.
struct ConfigFields
{
    QString name;
    QString description;
    std::optional<Priority> priority;
    std::vector<EndpointFields> endpoints;
    TypedRows nextPatterns;
    TypedRows modelMappings;
    TypedRows extraHeaders;
    bool operator==(const ConfigFields &) const = default;
};

/// The config's name and description; @p shown is the config that is edited, empty for a new one.
std::vector<DraftFault> identityFaults(const QString &name, const QString &description,
                                       const Settings &settings, const QString &shown);
/// Every field of every endpoint, and names given twice.
std::vector<DraftFault> endpointFaults(std::span<const EndpointDraft> drafts);

/// Empty rows are left out.
Result<std::vector<NextPattern>> nextPatternsOf(const TypedRows &rows);
Result<std::vector<ModelMapping>> modelMappingsOf(const TypedRows &rows);
Result<std::vector<ExtraHeader>> extraHeadersOf(const TypedRows &rows);

/// The field that a refusal of the instance is about, among these endpoints.
DraftFault placed(const Refusal &refusal, const QString &name, std::span<const EndpointDraft> drafts);

/// What is allowed, and yet often a mistake.
enum class EndpointHint { PlainHttp, EndsWithV1, KeyHasSpaces };
std::vector<EndpointHint> hintsOf(const EndpointDraft &draft);

} // namespace qcc
