// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_control.h"

#include "app/sim/sim_provider.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace qcc::sim {

namespace {

Script json(int status, const QJsonObject &object)
{
    return wholeScript(status, "application/json",
                       QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

Script complaint(int status, const QString &sentence)
{
    return json(status, {{QStringLiteral("error"), sentence}});
}

QByteArray help(const SimProvider &provider)
{
    const QByteArray base = provider.controlUrl().toString().toUtf8();
    QByteArray text = "qcc-sim: simulated provider \"" + provider.options().name + "\" at " +
                      provider.url().toString().toUtf8() + "\n\n" +
                      "GET    /_sim/fault         the fault that is set\n"
                      "POST   /_sim/fault/WORD    set one, parameters in the query\n"
                      "POST   /_sim/fault         set one from JSON: {\"fault\": WORD, …}\n"
                      "GET    /_sim/log           what was received\n"
                      "DELETE /_sim/log           forget it\n\n"
                      "Examples:\n"
                      "  curl -X POST " +
                      base + "/_sim/fault/529\n  curl -X POST '" + base +
                      "/_sim/fault/reset-in-stream?after_events=0&requests=1'\n  curl -X POST " + base +
                      "/_sim/fault/none\n\nFaults (or a status such as 503, or credit):\n";
    for (const FaultHelp &fault : allFaults())
        text += "  " + QByteArray(fault.word).leftJustified(20) + fault.text + '\n';
    return text + "\nParameters: status, body, retry_after, headers (JSON only), delay_ms, event_delay_ms, "
                  "after_events, "
                  "bytes, then (close or keep-reading), path, requests\n";
}

Script setFault(const QJsonObject &object, SimProvider &provider)
{
    const ParsedFault parsed = parseFault(object);
    if (const auto *sentence = std::get_if<QString>(&parsed))
        return complaint(400, *sentence);
    provider.setFault(std::get<Fault>(parsed));
    return json(200, toJson(provider.fault()));
}

Script setFaultByWord(const QString &word, const QString &query, SimProvider &provider)
{
    QJsonObject object{{QStringLiteral("fault"), word}};
    const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name != u"fault")
            object.insert(name, value);
    }
    return setFault(object, provider);
}

Script setFaultByJson(const QByteArray &body, SimProvider &provider)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return complaint(400, QStringLiteral("not a JSON object: %1").arg(error.errorString()));
    return setFault(document.object(), provider);
}

Script showLog(const SimProvider &provider)
{
    const QJsonArray requests = toJson(provider.log(), std::chrono::steady_clock::now());
    return json(200, {{QStringLiteral("name"), QString::fromUtf8(provider.options().name)},
                      {QStringLiteral("fault"), toJson(provider.fault())},
                      {QStringLiteral("accepted_connections"), qint64(provider.acceptedConnections())},
                      {QStringLiteral("requests"), requests}});
}

} // namespace

Script answerControlRequest(const ControlRequest &request, SimProvider &provider)
{
    constexpr QLatin1StringView faultPrefix("/_sim/fault/");
    if (request.fromWebPage)
        return complaint(403, QStringLiteral("web pages may not control the simulation"));
    const QUrl target = QUrl::fromEncoded(request.target);
    const QString path = target.path();
    const QByteArray method = request.method;
    if (path == u"/_sim" && method == "GET")
        return wholeScript(200, "text/plain; charset=utf-8", help(provider));
    if (path == u"/_sim/fault" && method == "GET")
        return json(200, toJson(provider.fault()));
    if (path == u"/_sim/fault" && method == "POST")
        return setFaultByJson(request.body, provider);
    if (path.startsWith(faultPrefix) && method == "POST")
        return setFaultByWord(path.sliced(faultPrefix.size()), target.query(QUrl::FullyEncoded), provider);
    if (path == u"/_sim/log" && method == "GET")
        return showLog(provider);
    if (path == u"/_sim/log" && method == "DELETE") {
        provider.clearLog();
        return json(200, {});
    }
    return complaint(404, QStringLiteral("no such control route; GET /_sim lists them"));
}

} // namespace qcc::sim
