// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/serving_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"

namespace qcc {

namespace {

QString listenText(const ProxySnapshot &snapshot)
{
    if (snapshot.serving)
        return CliText::tr("proxy listening on %1").arg(snapshot.listenUrl);
    if (snapshot.listenTrouble)
        return CliText::tr("proxy not listening: %1").arg(refusalText(*snapshot.listenTrouble));
    return CliText::tr("proxy not listening: it was switched off (address: %1)").arg(snapshot.listenUrl);
}

} // namespace

QStringList servingLines(const ProxySnapshot &snapshot)
{
    QStringList lines{listenText(snapshot)};
    if (snapshot.settingsTrouble) {
        lines << refusalText(*snapshot.settingsTrouble) + QLatin1Char(' ') +
                     CliText::tr("Until then the last good settings stay in force.");
    }
    return lines;
}

} // namespace qcc
