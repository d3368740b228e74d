// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/doctor_text.h"
#include "app/doctor/surrounding_checks.h"
#include "models/text/alert_text.h"
#include "models/text/detail_text.h"

#include <QHostAddress>
#include <QTcpServer>

namespace qcc {

namespace {

Finding found(FindingLevel level, const QString &text, const QString &remedy = {})
{
    return {FindingArea::Proxy, level, text, remedy};
}

QString reason(const Refusal &refusal)
{
    return refusal.detail.isEmpty() ? refusal.subject : detailText(refusal.detail);
}

void addListening(Findings &findings, const ProxySnapshot &snapshot)
{
    if (snapshot.listenTrouble)
        findings.push_back(
            found(FindingLevel::Problem,
                  DoctorText::tr("The proxy cannot listen on %1: %2.")
                      .arg(snapshot.listenTrouble->subject, reason(*snapshot.listenTrouble)),
                  DoctorText::tr("End the program that listens there, or choose another port.")));
    else if (!snapshot.serving)
        findings.push_back(found(FindingLevel::Warning,
                                 DoctorText::tr("The proxy is switched off: it takes no requests."),
                                 DoctorText::tr("Switch it on in the window or the tray.")));
    else
        findings.push_back(
            found(FindingLevel::Good, DoctorText::tr("The proxy listens on %1 (version %2, process %3).")
                                          .arg(snapshot.listenUrl, snapshot.version)
                                          .arg(snapshot.pid)));
    const QHostAddress address(QUrl(snapshot.listenUrl).host());
    if (!address.isNull() && !address.isLoopback())
        findings.push_back(found(FindingLevel::Warning,
                                 DoctorText::tr("The proxy listens on %1, which other computers can reach.")
                                     .arg(address.toString()),
                                 DoctorText::tr("Listen on 127.0.0.1, unless this is what you want.")));
}

} // namespace

Findings instanceFindings(const ProxySnapshot &snapshot, const QString &ownVersion)
{
    Findings findings;
    addListening(findings, snapshot);
    if (snapshot.version != ownVersion)
        findings.push_back(found(FindingLevel::Warning,
                                 DoctorText::tr("The running proxy is version %1, this program is %2.")
                                     .arg(snapshot.version, ownVersion),
                                 DoctorText::tr("Restart the proxy.")));
    if (snapshot.settingsTrouble)
        findings.push_back(
            found(FindingLevel::Problem,
                  DoctorText::tr("A settings file was not taken over: %1: %2.")
                      .arg(snapshot.settingsTrouble->subject, reason(*snapshot.settingsTrouble)),
                  DoctorText::tr("Mend it; until then the settings from before are in force.")));
    for (const Alert &alert : snapshot.failover.alerts)
        findings.push_back(found(FindingLevel::Warning, alertText(alert, snapshot.failover.activeSince)));
    return findings;
}

Findings addressFindings(const QString &host, quint16 port)
{
    Findings findings{found(FindingLevel::Warning,
                            DoctorText::tr("No proxy runs: Claude Code reaches nobody here."),
                            DoctorText::tr("Start it: qcc proxy start, or open the window: qcc-desktop"))};
    QTcpServer server;
    if (server.listen(QHostAddress(host), port))
        return findings;
    findings.push_back(found(
        FindingLevel::Problem,
        DoctorText::tr("Another program listens on %1:%2: %3.").arg(host).arg(port).arg(server.errorString()),
        DoctorText::tr("End it, or start the proxy elsewhere: qcc proxy start --listen 127.0.0.1:PORT")));
    return findings;
}

} // namespace qcc
