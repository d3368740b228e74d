// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_export.h"

#include "app/history/request_rows.h"
#include "models/domain/decision_json.h"
#include "models/domain/field_reader.h"
#include "models/domain/words.h"

namespace qcc {

namespace {

/// Writes the cells of one line after the other.
class CsvWriter
{
public:
    CsvWriter &text(const QString &value)
    {
        static const QString kFormulaBegins = QStringLiteral("=+-@\t\r\n");
        const bool isFormula = !value.isEmpty() && kFormulaBegins.contains(value.front());
        return cell(isFormula ? u'\'' + value : value);
    }
    CsvWriter &number(qint64 value) { return cell(QString::number(value)); }
    CsvWriter &count(const std::optional<TokenUsage> &usage, qint64 TokenUsage::*field)
    {
        return usage ? number((*usage).*field) : cell(QString());
    }
    CsvWriter &flag(bool value) { return cell(value ? QStringLiteral("true") : QStringLiteral("false")); }
    void endLine()
    {
        m_text += "\r\n";
        m_isFirst = true;
    }
    void header(std::initializer_list<const char *> names)
    {
        for (const char *const name : names)
            cell(QString::fromLatin1(name));
        endLine();
    }
    const QByteArray &content() const { return m_text; }

private:
    CsvWriter &cell(QString value)
    {
        if (!std::exchange(m_isFirst, false))
            m_text += ',';
        const bool quoted = std::any_of(value.cbegin(), value.cend(), [](QChar c) {
            return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
        });
        if (quoted)
            value = u'"' + value.replace(u'"', QStringLiteral("\"\"")) + u'"';
        m_text += value.toUtf8();
        return *this;
    }

    QByteArray m_text;
    bool m_isFirst = true;
};

/// "production/main: server-error 529; backup/main: success 200".
QString attemptsText(const RequestRecord &record)
{
    QStringList attempts;
    for (const AttemptRecord &attempt : record.attempts) {
        QString text = QStringLiteral("%1/%2: %3")
                           .arg(attempt.config, attempt.endpointName, toWord(attempt.outcome.kind));
        if (attempt.outcome.status != 0)
            text += QStringLiteral(" %1").arg(attempt.outcome.status);
        attempts << text;
    }
    return attempts.join(QStringLiteral("; "));
}

} // namespace

QJsonArray exportEvents(std::span<const FailoverEvent> events, const ReasonText &reasonOf)
{
    QJsonArray exported;
    for (const FailoverEvent &event : events) {
        if (event.type == FailoverEventType::Activation)
            continue;
        FailoverEvent old = event;
        old.decision.reset();
        old.reason = reasonOf(event);
        exported << toJson(old);
    }
    return exported;
}

QByteArray eventsCsv(std::span<const FailoverEvent> events, const ReasonText &reasonOf)
{
    CsvWriter csv;
    csv.header({"event_id", "event_type", "timestamp", "from_config", "to_config", "success", "reason"});
    for (const FailoverEvent &event : events) {
        csv.text(event.id).text(toWord(event.type)).text(toIso(event.at)).text(event.from).text(event.to);
        csv.flag(event.success).text(reasonOf(event));
        csv.endLine();
    }
    return csv.content();
}

QByteArray requestsCsv(std::span<const StoredRequest> requests)
{
    CsvWriter csv;
    csv.header({"row", "number", "started_at", "kind", "model", "session", "end", "status", "config",
                "first_byte_ms", "duration_ms", "bytes_in", "bytes_out", "input_tokens", "output_tokens",
                "cache_read_tokens", "cache_creation_tokens", "spilled_over", "held_ms", "removed_thinking", "thinking_off",
                "attempts"});
    for (const StoredRequest &stored : requests) {
        const RequestRecord &record = stored.record;
        csv.number(stored.row).number(qint64(record.number)).text(toIso(record.startedAt));
        csv.text(toWord(record.kind)).text(QString::fromUtf8(record.model));
        csv.text(QString::fromUtf8(record.session)).text(toWord(record.end)).number(record.status);
        csv.text(servedConfig(record)).number(record.firstByte.count()).number(record.duration.count());
        csv.number(qint64(record.bytesIn)).number(qint64(record.bytesOut));
        csv.count(record.usage, &TokenUsage::input).count(record.usage, &TokenUsage::output);
        csv.count(record.usage, &TokenUsage::cacheRead).count(record.usage, &TokenUsage::cacheCreation);
        csv.flag(record.spilledOver).number(record.held.count()).number(record.removedThinking);
        csv.flag(record.thinkingOff).text(attemptsText(record));
        csv.endLine();
    }
    return csv.content();
}

} // namespace qcc
