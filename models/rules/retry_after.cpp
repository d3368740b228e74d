// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/retry_after.h"

#include "models/rules/http_date.h"

#include <QDateTime>

namespace qcc {
namespace {

/// Numbers beyond these are cut to them, so that no sum overflows.
constexpr qint64 kLongestWaitMs = 10LL * 366 * 24 * 3600 * 1000;
constexpr double kLatestEpochMs = 253'402'300'799'000.0; ///< the end of the year 9999
/// Plain numbers from here on are seconds since the epoch, smaller ones a wait.
constexpr double kEpochFrom = 1'000'000'000.0;
constexpr double kEpochMsFrom = 100'000'000'000.0;

TimePoint afterWait(double ms, TimePoint now)
{
    if (!(ms > 0))
        return now;
    return now + milliseconds(static_cast<qint64>(std::min(ms, static_cast<double>(kLongestWaitMs))));
}

TimePoint atEpochMs(double ms, TimePoint now)
{
    return std::max(now, TimePoint(milliseconds(static_cast<qint64>(std::clamp(ms, 0.0, kLatestEpochMs)))));
}

/// A decimal number without exponent, with an optional sign and fraction; any number of digits.
std::optional<double> plainNumber(QByteArrayView text)
{
    const qsizetype sign = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
    bool digits = false;
    bool point = false;
    for (const char c : text.sliced(sign)) {
        if (c == '.' && !point)
            point = true;
        else if (c >= '0' && c <= '9')
            digits = true;
        else
            return std::nullopt;
    }
    if (!digits)
        return std::nullopt;
    // More digits than a double holds give infinity with ok == false; the sign is all that counts then.
    bool ok = false;
    const double value = text.toByteArray().toDouble(&ok);
    if (ok)
        return value;
    return text.startsWith('-') ? -kLatestEpochMs : kLatestEpochMs;
}

/// "1m30s", "250ms", "1h", "6m0s", "1.5s", "2d".
std::optional<double> durationMs(QByteArrayView text)
{
    double total = 0;
    while (!text.isEmpty()) {
        qsizetype n = 0;
        while (n < text.size() && ((text[n] >= '0' && text[n] <= '9') || text[n] == '.'))
            ++n;
        qsizetype u = n;
        while (u < text.size() && text[u] >= 'a' && text[u] <= 'z')
            ++u;
        const std::optional<double> number = plainNumber(text.first(n));
        const QByteArrayView unit = text.sliced(n, u - n);
        const double factor = unit == "ms"  ? 1
                              : unit == "s" ? 1000
                              : unit == "m" ? 60'000
                              : unit == "h" ? 3'600'000
                              : unit == "d" ? 86'400'000
                                            : 0;
        if (!number || factor == 0)
            return std::nullopt;
        total += *number * factor;
        text = text.sliced(u);
    }
    return total;
}

std::optional<TimePoint> rfc3339(QByteArrayView text, TimePoint now)
{
    if (!text.contains('-') || text.startsWith('-'))
        return std::nullopt;
    QDateTime moment = QDateTime::fromString(QString::fromLatin1(text).toUpper(), Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime) // no offset given: never this machine's zone
        moment.setTimeSpec(Qt::UTC);
    return std::max(now, TimePoint(milliseconds(moment.toMSecsSinceEpoch())));
}

std::optional<TimePoint> epochOrDuration(QByteArrayView text, TimePoint now)
{
    if (const std::optional<double> number = plainNumber(text)) {
        if (*number >= kEpochMsFrom)
            return atEpochMs(*number, now);
        return *number >= kEpochFrom ? atEpochMs(*number * 1000, now) : afterWait(*number * 1000, now);
    }
    if (const std::optional<double> ms = text.isEmpty() ? std::nullopt : durationMs(text))
        return afterWait(*ms, now);
    return rfc3339(text, now);
}

/// Resets of several limits: the latest of those that are used up, else the earliest of all.
class Resets
{
public:
    void add(TimePoint reset, const QByteArray *remaining)
    {
        m_earliest = std::min(m_earliest.value_or(reset), reset);
        if (remaining && plainNumber(remaining->trimmed()).value_or(1) <= 0)
            m_latestUsedUp = std::max(m_latestUsedUp.value_or(reset), reset);
    }
    std::optional<TimePoint> chosen() const { return m_latestUsedUp ? m_latestUsedUp : m_earliest; }

private:
    std::optional<TimePoint> m_earliest;
    std::optional<TimePoint> m_latestUsedUp;
};

std::optional<TimePoint> anthropicReset(const HeaderFields &fields, TimePoint now)
{
    static constexpr QByteArrayView kPrefix("anthropic-ratelimit-");
    static constexpr QByteArrayView kSuffix("-reset");
    Resets resets;
    for (const HeaderField &field : fields) {
        const QByteArray name = field.name.toLower();
        if (!name.startsWith(kPrefix) || !name.endsWith(kSuffix))
            continue;
        const QByteArray twin = name.chopped(kSuffix.size()) + "-remaining";
        if (const std::optional<TimePoint> reset = rfc3339(field.value.trimmed(), now))
            resets.add(*reset, findField(fields, twin));
    }
    return resets.chosen();
}

std::optional<TimePoint> genericReset(const HeaderFields &fields, TimePoint now)
{
    static constexpr QByteArrayView kPrefix("x-ratelimit-reset");
    Resets resets;
    for (const HeaderField &field : fields) {
        const QByteArray name = field.name.toLower();
        if (!name.startsWith(kPrefix))
            continue;
        const QByteArray twin = "x-ratelimit-remaining" + name.sliced(kPrefix.size());
        if (const std::optional<TimePoint> reset = epochOrDuration(field.value.trimmed(), now))
            resets.add(*reset, findField(fields, twin));
    }
    return resets.chosen();
}

} // namespace

std::optional<TimePoint> retryAfter(const HeaderFields &fields, TimePoint now)
{
    if (const QByteArray *value = findField(fields, "retry-after-ms")) {
        if (const std::optional<double> ms = plainNumber(value->trimmed()))
            return afterWait(*ms, now);
    }
    if (const QByteArray *value = findField(fields, "retry-after")) {
        if (const std::optional<double> s = plainNumber(value->trimmed()))
            return afterWait(*s * 1000, now);
        if (const std::optional<TimePoint> date = parseHttpDate(value->trimmed(), now))
            return std::max(now, *date);
    }
    return std::nullopt;
}

std::optional<TimePoint> retryTime(const HeaderFields &fields, TimePoint now)
{
    if (const std::optional<TimePoint> said = retryAfter(fields, now))
        return said;
    if (const std::optional<TimePoint> reset = anthropicReset(fields, now))
        return reset;
    if (const QByteArray *unified = findField(fields, "anthropic-ratelimit-unified-reset")) {
        if (const std::optional<TimePoint> reset = epochOrDuration(unified->trimmed(), now))
            return reset;
    }
    return genericReset(fields, now);
}

} // namespace qcc
