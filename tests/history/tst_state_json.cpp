// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/state_json.h"
#include "tests/history/random_state.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

class TestStateJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateComesBackAsItWas()
    {
        size_t endpoints = 0;
        for (quint32 seed = 0; seed < 1000; ++seed) {
            const FailoverState state = RandomState(seed).state();
            const Result<FailoverState> read = failoverStateFromJson(toJsonText(state));
            QVERIFY2(read.ok(), read ? "" : qPrintable(read.refusal().subject));
            QVERIFY2(*read == state, toJsonText(state));
            endpoints += state.endpoints.size();
        }
        QVERIFY(endpoints > 1000);
    }

    void theNetworkAndRunningTrialsBeginAnew()
    {
        FailoverState state;
        state.network.state = OwnNetwork::State::Down;
        state.network.reportedDown = true;
        Breaker &breaker = state.endpoints[{QStringLiteral("0badcafe")}].breaker;
        const TimePoint opened(milliseconds(1'000'000));
        for (quint64 source = 1; source <= 3; ++source)
            breaker.failure(source, opened);
        breaker.admit(opened + kBreakerOpenFor);
        QVERIFY(!breaker.admits(opened + kBreakerOpenFor));
        const FailoverState read = *failoverStateFromJson(toJsonText(state));
        QVERIFY(read.network == OwnNetwork());
        const Breaker &again = read.endpoints.at({QStringLiteral("0badcafe")}).breaker;
        QCOMPARE(again.state(opened), Breaker::State::Open);
        QVERIFY(again.admits(opened + kBreakerOpenFor));
    }

    void whatIsNoStateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = toJsonText(FailoverState());
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << good.chopped(1);
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a missing field") << QByteArray(good).replace("\"active\"", "\"other\"");
        QTest::newRow("a wrong moment") << QByteArray(good).replace("1970-01-01", "yesterday ");
        QTest::newRow("an endpoint of the wrong kind")
            << QByteArray(good).replace("\"endpoints\":{", "\"endpoints\":{\"x\":3");
    }
    void whatIsNoStateIsRefused()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!failoverStateFromJson(text).ok());
    }
};

QTEST_APPLESS_MAIN(TestStateJson)
#include "tst_state_json.moc"
