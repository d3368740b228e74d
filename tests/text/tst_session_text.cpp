// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/session_text.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

class TestSessionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useUtc(); }
    void reasons_data();
    void reasons();
    void idsAreShortened_data();
    void idsAreShortened();
    void timesAgo();
};

void TestSessionText::reasons_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<bool>("byHand");
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("staysFor"); // seconds; -1: not known
    QTest::addColumn<QString>("text");
    const QString active = QStringLiteral("production");
    const QString other = QStringLiteral("backup");
    QTest::newRow("a person's wish comes first")
        << other << true << 1 << 60 << QStringLiteral("Moved by hand");
    QTest::newRow("where new sessions go too")
        << active << false << 1 << 60 << QStringLiteral("With the active config");
    QTest::newRow("an answer is coming")
        << other << false << 1 << 60 << QStringLiteral("In the middle of an answer");
    QTest::newRow("its prompt cache is worth keeping")
        << other << false << 0 << 252
        << QStringLiteral("Stays until 14:39:12 (in 4:12), to keep its prompt cache");
    QTest::newRow("it has been idle for long")
        << other << false << 0 << 0 << QStringLiteral("Follows the active config with its next request");
    QTest::newRow("nothing keeps it")
        << other << false << 0 << -1 << QStringLiteral("Follows the active config with its next request");
}

void TestSessionText::reasons()
{
    QFETCH(const QString, config);
    QFETCH(const bool, byHand);
    QFETCH(const int, running);
    QFETCH(const int, staysFor);
    SessionSnapshot session;
    session.config = config;
    session.byHand = byHand;
    session.running = running;
    const TimePoint now = at(14, 35);
    if (staysFor >= 0)
        session.staysUntil = now + seconds(staysFor);
    QTEST(sessionReason(session, QStringLiteral("production"), now), "text");
}

void TestSessionText::idsAreShortened_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a UUID") << QByteArray("5f1c2d3e-aaaa-bbbb-cccc-000000000000")
                            << QStringLiteral("5f1c2d3e");
    QTest::newRow("a short one") << QByteArray("abc") << QStringLiteral("abc");
    QTest::newRow("of more than one line") << QByteArray("a\nb\tc") << QStringLiteral("a b c");
    QTest::newRow("very long") << QByteArray(100'000, 'x') << QStringLiteral("xxxxxxxx");
}

void TestSessionText::idsAreShortened()
{
    QFETCH(const QByteArray, id);
    QTEST(shortSessionId(id), "shown");
}

void TestSessionText::timesAgo()
{
    QCOMPARE(agoText(at(14, 35, 10), at(14, 35, 10)), QStringLiteral("just now"));
    QCOMPARE(agoText(at(14, 35, 11), at(14, 35, 10)), QStringLiteral("just now"));
    QCOMPARE(agoText(at(14, 35, 10), at(14, 35, 22)), QStringLiteral("12 s ago"));
    QCOMPARE(agoText(at(12, 15), at(14, 35)), QStringLiteral("2 h 20 min ago"));
}

QTEST_GUILESS_MAIN(TestSessionText)
#include "tst_session_text.moc"
