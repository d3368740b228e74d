// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requests_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/state_paint.h"
#include "app/cli/stats_view.h"
#include "app/cli/table.h"
#include "models/text/failure_text.h"
#include "models/text/request_notes.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

const std::vector<int> kWidths{19, 26, 22, 8, 13, 10, 10, 16};

QString modelText(const RequestRecord &record)
{
    switch (record.kind) {
    case RequestKind::Messages:
        return QString::fromUtf8(record.model);
    case RequestKind::CountTokens:
        return CliText::tr("%1 (token count)").arg(QString::fromUtf8(record.model));
    case RequestKind::Models:
        return CliText::tr("(model list)");
    case RequestKind::Other:
        return CliText::tr("(other)");
    }
    Q_UNREACHABLE();
}

Cell servedCell(const RequestRecord &record)
{
    const bool reached =
        !record.attempts.empty() && (record.end == RequestEnd::Served || record.end == RequestEnd::Broken);
    if (!reached)
        return {QStringLiteral("–"), Paint::Faint};
    const AttemptRecord &last = record.attempts.back();
    return {last.config + QLatin1Char('/') + last.endpointName,
            record.spilledOver ? Paint::Yellow : Paint::Plain};
}

Cell endCell(const RequestRecord &record)
{
    switch (record.end) {
    case RequestEnd::Served:
        return {QString::number(record.status), record.status < 400 ? Paint::Green : Paint::Yellow};
    case RequestEnd::Failed:
        return {CliText::tr("%1 failed").arg(record.status), paintOf(record.end)};
    case RequestEnd::Broken:
        return {CliText::tr("%1 broken off").arg(record.status), paintOf(record.end)};
    case RequestEnd::ClientGone:
        return {CliText::tr("client gone"), paintOf(record.end)};
    }
    Q_UNREACHABLE();
}

QString usageText(const std::optional<TokenUsage> &usage)
{
    if (!usage)
        return QStringLiteral("–");
    const qint64 in = usage->input + usage->cacheRead + usage->cacheCreation;
    return CliText::tr("%1 in, %2 out").arg(tokensText(in), tokensText(usage->output));
}

/// Why the attempts before the last one did not serve it; of a request that failed, why none did. Then what
/// was done for it.
QString troubleText(const RequestRecord &record)
{
    QStringList troubles;
    const bool served = record.end == RequestEnd::Served;
    const size_t count = record.attempts.size() - (served && !record.attempts.empty() ? 1 : 0);
    for (size_t i = 0; i < count; ++i) {
        const AttemptRecord &attempt = record.attempts[i];
        troubles << CliText::tr("%1/%2: %3")
                        .arg(attempt.config, attempt.endpointName, failureText(attempt.outcome));
    }
    troubles << requestNotes(record);
    return troubles.join(QStringLiteral("; "));
}

std::vector<Cell> rowOf(const RequestRecord &record)
{
    return {{dateTimeText(record.startedAt)},
            {modelText(record)},
            servedCell(record),
            {QString::number(record.attempts.size())},
            endCell(record),
            {record.firstByte.count() > 0 ? latencyText(record.firstByte) : QStringLiteral("–")},
            {latencyText(record.duration)},
            {usageText(record.usage)},
            {troubleText(record), Paint::Faint}};
}

} // namespace

void showRequests(const Console &console, const std::vector<StoredRequest> &requests, Header header)
{
    Table table;
    table.setLeastWidths(kWidths);
    if (header == Header::Shown)
        table.addHeader({CliText::tr("time"), CliText::tr("model"), CliText::tr("served by"),
                         CliText::tr("attempts"), CliText::tr("status"), CliText::tr("first byte"),
                         CliText::tr("duration"), CliText::tr("tokens")});
    for (const StoredRequest &request : requests)
        table.addRow(rowOf(request.record));
    table.print(console);
}

} // namespace qcc
