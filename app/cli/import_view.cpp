// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"
#include "app/cli/table.h"
#include "models/text/address_text.h"
#include "models/text/import_text.h"

#include <QJsonArray>

namespace qcc {

namespace {

QString toWord(ImportVerdict verdict)
{
    switch (verdict) {
    case ImportVerdict::New:
        return QStringLiteral("new");
    case ImportVerdict::Renamed:
        return QStringLiteral("renamed");
    case ImportVerdict::AlreadyThere:
        return QStringLiteral("already-there");
    case ImportVerdict::WithoutKey:
        return QStringLiteral("without-key");
    case ImportVerdict::Unusable:
        return QStringLiteral("unusable");
    }
    Q_UNREACHABLE();
}

Paint paintOf(ImportVerdict verdict)
{
    switch (verdict) {
    case ImportVerdict::New:
    case ImportVerdict::Renamed:
        return Paint::Green;
    case ImportVerdict::WithoutKey:
        return Paint::Yellow;
    case ImportVerdict::AlreadyThere:
    case ImportVerdict::Unusable:
        break;
    }
    return Paint::Faint;
}

QStringList addressesOf(const ImportedConfig &config)
{
    QStringList addresses;
    for (const DraftEndpoint &draft : config.config.endpoints)
        addresses += addressText(draft.endpoint.url);
    return addresses;
}

/// One row for each address; only those that can be chosen have a number.
void addRows(Table &table, const ImportedConfig &config, const QString &number)
{
    const QStringList addresses = addressesOf(config);
    table.addRow({{number},
                  {config.origin, Paint::Bold},
                  {addresses.value(0)},
                  {verdictText(config), paintOf(config.verdict)}});
    for (const QString &address : addresses.mid(1))
        table.addRow({{QString()}, {QString()}, {address}, {QString()}});
}

QJsonObject configJson(const ImportedConfig &config)
{
    QJsonArray addresses;
    bool hasKey = !config.config.endpoints.empty();
    for (const DraftEndpoint &draft : config.config.endpoints) {
        addresses << draft.endpoint.url.toString(QUrl::FullyEncoded);
        hasKey = hasKey && draft.key;
    }
    return QJsonObject{{QStringLiteral("name"), config.config.name},
                       {QStringLiteral("from"), config.origin},
                       {QStringLiteral("verdict"), toWord(config.verdict)},
                       {QStringLiteral("detail"), config.detail},
                       {QStringLiteral("addresses"), addresses},
                       {QStringLiteral("priority"), config.config.priority
                                                        ? QJsonValue(qcc::toWord(*config.config.priority))
                                                        : QJsonValue()},
                       {QStringLiteral("has_key"), hasKey}};
}

} // namespace

void showOffer(const Console &console, const ImportOffer &offer)
{
    Table table(2);
    int number = 0;
    for (const ImportedConfig &config : offer.configs)
        addRows(table, config, canBeAdded(config.verdict) ? QString::number(++number) : QString());
    console.print(printable(CliText::tr("From %1:").arg(offer.source)));
    table.print(console);
    for (const QString &warning : warningTexts(offer))
        console.print(console.painted(printable(warning), Paint::Yellow));
    for (const QString &note : noteTexts(offer))
        console.print(printable(note));
}

QJsonObject offerJson(const ImportOffer &offer)
{
    QJsonArray configs;
    for (const ImportedConfig &config : offer.configs)
        configs << configJson(config);
    return QJsonObject{
        {QStringLiteral("source"), offer.source},
        {QStringLiteral("configs"), configs},
        {QStringLiteral("policy"), offer.policy.has_value()},
        {QStringLiteral("notes"), QJsonArray::fromStringList({offer.notes.begin(), offer.notes.end()})}};
}

void showSources(const Console &console, const std::vector<ImportSource> &sources)
{
    if (sources.empty())
        return console.print(CliText::tr("No application was found that configs could be taken from."));
    Table table;
    table.addHeader({CliText::tr("NAME", "column: for --from"), CliText::tr("APPLICATION", "column"),
                     CliText::tr("FILE", "column")});
    for (const ImportSource &source : sources)
        table.addRow({{source.id, Paint::Bold}, {source.title}, {source.path}});
    table.print(console);
}

QJsonObject sourcesJson(const std::vector<ImportSource> &sources)
{
    QJsonArray list;
    for (const ImportSource &source : sources)
        list << QJsonObject{{QStringLiteral("id"), source.id},
                            {QStringLiteral("title"), source.title},
                            {QStringLiteral("path"), source.path}};
    return QJsonObject{{QStringLiteral("sources"), list}};
}

} // namespace qcc
