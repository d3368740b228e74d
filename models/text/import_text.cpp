// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/import_text.h"

#include "models/text/address_text.h"
#include "models/text/detail_text.h"
#include "models/text/text.h"

namespace qcc {

QString verdictText(const ImportedConfig &config)
{
    const bool renamed = config.config.name != config.origin;
    switch (config.verdict) {
    case ImportVerdict::New:
        return renamed ? Text::tr("new, as \"%1\"", "what an import brings").arg(config.config.name)
                       : Text::tr("new", "what an import brings");
    case ImportVerdict::Renamed:
        return Text::tr("new, as \"%1\"", "what an import brings").arg(config.config.name);
    case ImportVerdict::WithoutKey:
        return renamed ? Text::tr("new, as \"%1\", without its key").arg(config.config.name)
                       : Text::tr("new, without its key");
    case ImportVerdict::AlreadyThere:
        return Text::tr("already here as \"%1\"").arg(config.detail);
    case ImportVerdict::Unusable:
        return Text::tr("can't be used: %1").arg(detailText(config.detail));
    }
    Q_UNREACHABLE();
}

QString addressesText(const ImportedConfig &config)
{
    QStringList addresses;
    for (const DraftEndpoint &draft : config.config.endpoints)
        addresses += addressText(draft.endpoint.url);
    return addresses.join(u'\n');
}

QStringList addressWarnings(const ImportedConfig &config)
{
    QStringList warnings;
    for (const DraftEndpoint &draft : config.config.endpoints) {
        const QString warning = addressWarning(draft.endpoint.url);
        if (!warning.isEmpty() && !warnings.contains(warning))
            warnings += warning;
    }
    return warnings;
}

QStringList warningTexts(const ImportOffer &offer)
{
    QStringList texts;
    for (const ImportedConfig &config : offer.configs) {
        if (!canBeAdded(config.verdict))
            continue;
        for (const QString &warning : addressWarnings(config))
            texts += Text::tr("Mind \"%1\": %2.").arg(config.origin, warning);
    }
    return texts;
}

QStringList noteTexts(const ImportOffer &offer)
{
    QStringList notes;
    for (const QString &note : offer.notes) {
        QString text = detailText(note);
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        notes += Text::tr("%1.", "a sentence").arg(text);
    }
    return notes;
}

} // namespace qcc
