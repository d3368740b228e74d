// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

namespace qcc {

/// An application on this computer that configs can be taken from.
struct ImportSource
{
    QString id;    ///< "claude-code", "cc-switch", "claude-code-router", "ccnexus", "fastcc"
    QString title; ///< its own name
    QString path;  ///< what would be read
    bool operator==(const ImportSource &) const = default;
};

enum class ImportVerdict {
    New,          ///< can be added as it is
    Renamed,      ///< likewise, under another name, because its own is taken
    AlreadyThere, ///< a config here has the same addresses and keys: left out
    WithoutKey,   ///< can be added; its key has to be entered afterwards
    Unusable      ///< can't be added; see why
};

/// One config that another application, or a file, offers.
struct ImportedConfig
{
    PutConfig config; ///< before: none
    QString origin;   ///< its name there
    ImportVerdict verdict = ImportVerdict::New;
    QString detail; ///< AlreadyThere: the config here; Unusable: what is wrong; no secret
};

/// Whether it can be added at all.
constexpr bool canBeAdded(ImportVerdict verdict)
{
    return verdict != ImportVerdict::AlreadyThere && verdict != ImportVerdict::Unusable;
}

/// What an import would bring; nothing is changed before the person has seen it and chosen. Holds keys.
struct ImportOffer
{
    QString source; ///< where from, for people: "cc-switch", or the file's path
    std::vector<ImportedConfig> configs;
    std::optional<PolicyPatch> policy; ///< of a file of this application
    std::vector<QString> notes;        ///< what is there and can't be taken over, a sentence each
};

} // namespace qcc
