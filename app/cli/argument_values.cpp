// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/argument_values.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <cmath>

namespace qcc {

namespace {

constexpr double kMostMilliseconds = 24.0 * 3'600'000;

double millisecondsIn(const QString &unit)
{
    if (unit == QLatin1StringView("ms"))
        return 1;
    if (unit == QLatin1StringView("m"))
        return 60'000;
    return unit == QLatin1StringView("h") ? 3'600'000 : 1'000;
}

std::optional<quint16> portFromText(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,5}$"));
    const uint number = text.toUInt();
    if (!digits.match(text).hasMatch() || number > 65'535)
        return std::nullopt;
    return static_cast<quint16>(number);
}

} // namespace

std::optional<milliseconds> durationFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]+(?:\\.[0-9]+)?) ?(ms|s|m|h)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double count = match.captured(1).toDouble() * millisecondsIn(match.captured(2));
    if (count > kMostMilliseconds)
        return std::nullopt;
    return milliseconds(std::llround(count));
}

std::optional<ListenOption> listenAddressFromText(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    const std::optional<quint16> port = colon > 0 ? portFromText(text.mid(colon + 1)) : std::nullopt;
    if (!port)
        return std::nullopt;
    QString host = text.left(colon);
    const bool bracketed = host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'));
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1StringView("localhost"))
        host = QStringLiteral("127.0.0.1");
    const QHostAddress address(host);
    if (address.isNull() || bracketed != (address.protocol() == QAbstractSocket::IPv6Protocol))
        return std::nullopt;
    return ListenOption{address.toString(), *port};
}

} // namespace qcc
