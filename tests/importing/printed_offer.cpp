// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/importing/printed_offer.h"

#include "models/domain/endpoint_words.h"

namespace qcc::test {

namespace {

QString toWord(ImportVerdict verdict)
{
    switch (verdict) {
    case ImportVerdict::New:
        return QStringLiteral("new");
    case ImportVerdict::Renamed:
        return QStringLiteral("renamed");
    case ImportVerdict::AlreadyThere:
        return QStringLiteral("already there");
    case ImportVerdict::WithoutKey:
        return QStringLiteral("without key");
    case ImportVerdict::Unusable:
        return QStringLiteral("unusable");
    }
    Q_UNREACHABLE();
}

QString printed(const DraftEndpoint &draft)
{
    QString line = QStringLiteral("  %1 %2 %3")
                       .arg(draft.endpoint.url.toString(), qcc::toWord(draft.endpoint.auth),
                            draft.key ? QString::fromUtf8(draft.key->reveal()) : QStringLiteral("-"));
    if (!draft.endpoint.outboundProxy.isEmpty())
        line += QStringLiteral(" through ") + draft.endpoint.outboundProxy.toString();
    return line + QLatin1Char('\n');
}

} // namespace

QString printed(const ImportOffer &offer)
{
    QString text;
    for (const ImportedConfig &one : offer.configs) {
        text +=
            one.config.name + QStringLiteral(" (") + one.origin + QStringLiteral("): ") + toWord(one.verdict);
        if (!one.detail.isEmpty())
            text += QStringLiteral(", ") + one.detail;
        if (one.config.priority)
            text += QStringLiteral(", ") + qcc::toWord(*one.config.priority);
        if (!one.config.description.isEmpty())
            text += QStringLiteral(", \"") + one.config.description + QLatin1Char('"');
        text += QLatin1Char('\n');
        for (const DraftEndpoint &draft : one.config.endpoints)
            text += printed(draft);
        for (const ModelMapping &mapping : one.config.modelMappings)
            text += QStringLiteral("  %1 = %2\n").arg(mapping.from, mapping.to);
        for (const ExtraHeader &header : one.config.extraHeaders)
            text += QStringLiteral("  %1: %2\n").arg(header.name, header.value);
    }
    for (const QString &note : offer.notes)
        text += QStringLiteral("! ") + note + QLatin1Char('\n');
    return text;
}

} // namespace qcc::test
