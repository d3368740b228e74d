// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/request_gate.h"

#include <QTest>

using namespace qcc;
using Kind = BodyFraming::Kind;

class RequestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
};

void RequestGate::decides_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<bool>("last");
    QTest::addColumn<int>("status"); // 0: goes on
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *name, GuardVerdict verdict, QByteArray method, Kind kind, quint64 length,
                        bool last, int status, bool kept) {
        QTest::newRow(name) << static_cast<int>(verdict) << method << static_cast<int>(kind) << length << last
                            << status << kept;
    };
    using V = GuardVerdict;
    row("an allowed request goes on", V::Allowed, "POST", Kind::Length, 10, false, 0, true);
    row("the last one of a connection goes on and closes", V::Allowed, "POST", Kind::Length, 10, true, 0,
        false);
    row("a body of just the limit goes on", V::Allowed, "POST", Kind::Length, 100, false, 0, true);
    row("a body over the limit", V::Allowed, "POST", Kind::Length, 101, false, 413, false);
    row("a chunked body goes on: its size shows later", V::Allowed, "POST", Kind::Chunked, 0, false, 0, true);
    row("a greeting keeps the connection", V::Greeting, "HEAD", Kind::None, 0, false, 200, true);
    row("a greeting while stopping", V::Greeting, "GET", Kind::None, 0, true, 200, false);
    row("a greeting with a body never goes on", V::Greeting, "GET", Kind::Length, 5, false, 200, false);
    row("a greeting with a chunked body never goes on", V::Greeting, "GET", Kind::Chunked, 0, false, 200,
        false);
    row("a page of our own keeps the connection", V::OwnPage, "GET", Kind::None, 0, false, 0, true);
    row("a page of our own, asked for with a body", V::OwnPage, "GET", Kind::Length, 5, false, 0, false);
    row("a page of our own while stopping", V::OwnPage, "HEAD", Kind::None, 0, true, 0, false);
    row("a page of our own is only read", V::OwnPageMethod, "DELETE", Kind::None, 0, false, 405, true);
    row("nothing is posted to it", V::OwnPageMethod, "POST", Kind::Length, 5, false, 405, false);
    row("a foreign host", V::ForeignHost, "POST", Kind::Length, 10, false, 421, false);
    row("a web page", V::CrossOrigin, "POST", Kind::Length, 10, false, 403, false);
    row("CONNECT", V::MethodNotAllowed, "CONNECT", Kind::None, 0, false, 405, false);
    row("an upgrade", V::UpgradeRefused, "GET", Kind::None, 0, false, 400, false);
    row("a target that is no path", V::BadTarget, "OPTIONS", Kind::None, 0, false, 400, false);
    row("no JSON", V::NotJson, "POST", Kind::Length, 10, false, 415, false);
    row("no token", V::Unauthenticated, "POST", Kind::Length, 10, false, 401, false);
    row("a loop", V::Loop, "POST", Kind::Length, 10, false, 508, false);
    row("no token and too large: the token comes first", V::Unauthenticated, "POST", Kind::Length, 101, false,
        401, false);
}

void RequestGate::decides()
{
    QFETCH(int, verdict);
    QFETCH(QByteArray, method);
    QFETCH(int, kind);
    QFETCH(quint64, length);
    QFETCH(bool, last);
    QFETCH(int, status);
    QFETCH(bool, kept);
    ParsedRequest parsed;
    parsed.head.method = method;
    parsed.framing = BodyFraming{static_cast<Kind>(kind), length};
    const GateDecision decision = decideAtGate(parsed, static_cast<GuardVerdict>(verdict), 100, last);
    QCOMPARE(decision.own ? decision.own->head.status : 0, status);
    QCOMPARE(decision.form.keepAlive, kept);
    QCOMPARE(decision.form.headRequest, method == "HEAD");
    if (status >= 400)
        QVERIFY(decision.own->body.contains("\"type\":\"error\""));
}

QTEST_GUILESS_MAIN(RequestGate)
#include "tst_request_gate.moc"
