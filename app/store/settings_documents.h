// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/configs_file.h"
#include "app/store/priority_file.h"
#include "app/store/settings_files.h"
#include "models/rules/apply_command.h"

namespace qcc {

/// Both files' contents and what they mean together.
struct SettingsDocuments
{
    SettingsTexts texts;
    ConfigsDocument configs;
    PriorityDocument priority;
    Settings settings; ///< a config in no group is Disabled; names in groups without a config are left out
};

/// Where all secrets lie that the files point to.
struct SecretNames
{
    KeyIds keys;
    ChannelSecretIds channels;
    bool operator==(const SecretNames &) const = default;
};
SecretNames secretNames(const ConfigsDocument &configs);

/// What the two files mean together.
Settings matchedSettings(const ConfigsDocument &configs, const PriorityDocument &priority);

/// Parses the pair. FileBroken names the file, the line and the column.
Result<SettingsDocuments> parseDocuments(const SettingsFiles &files, SettingsTexts texts);

/// The texts that hold @p settings, with everything in @p before that QCC does not know kept.
/// @p names: where the secrets lie afterwards.
SettingsTexts renderDocuments(const SettingsDocuments &before, const Settings &settings,
                              const SecretNames &names, const std::optional<Rename> &renamed);

/// Where priority_config.json lists @p name although configs.json does not have it: its place when it is
/// added.
struct RememberedPlace
{
    Priority priority = Priority::Primary;
    qsizetype index = 0; ///< among the configs that exist
};
std::optional<RememberedPlace> rememberedPlace(const SettingsDocuments &documents, const QString &name);

} // namespace qcc
