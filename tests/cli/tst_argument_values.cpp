// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/argument_values.h"
#include "app/cli/command_line.h"

#include <QTest>

using namespace qcc;

class TestArgumentValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void readsListenAddresses_data();
    void readsListenAddresses();
    void quotesForTheShell_data();
    void quotesForTheShell();
};

void TestArgumentValues::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // ms; -1: none
    const auto row = [](const char *name, const char *text, qint64 expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << expected;
    };
    row("a bare number is seconds", "10", 10'000);
    row("seconds may have a fraction", "1.5s", 1'500);
    row("minutes", "2m", 120'000);
    row("milliseconds", "500ms", 500);
    row("hours", "1h", 3'600'000);
    row("a space before the unit", "3 s", 3'000);
    row("zero is a time; whether it is permitted is for the rules", "0", 0);
    row("a day at most", "24h", 86'400'000);
    row("more than a day is none", "24.1h", -1);
    row("a number beyond all bounds is none", "99999999999999999999999999", -1);
    row("nothing is none", "", -1);
    row("a word is none", "soon", -1);
    row("a negative number is none", "-1", -1);
    row("an unknown unit is none", "5d", -1);
    row("a unit alone is none", "s", -1);
    row("an exponent is none", "1e3", -1);
    row("a half fraction is none", "1.", -1);
    row("two times are none", "1m 30s", -1);
    row("other digits are none", "１０", -1);
}

void TestArgumentValues::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    const std::optional<milliseconds> time = durationFromText(text);
    QCOMPARE(time ? qint64(time->count()) : -1, expected);
}

void TestArgumentValues::readsListenAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port"); // -1: none
    const auto row = [](const char *name, const char *text, const char *host, int port) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(host) << port;
    };
    row("an address and a port", "127.0.0.1:7860", "127.0.0.1", 7860);
    row("port 0 is any free one", "127.0.0.1:0", "127.0.0.1", 0);
    row("the highest port", "0.0.0.0:65535", "0.0.0.0", 65'535);
    row("localhost", "localhost:80", "127.0.0.1", 80);
    row("version 6 in brackets", "[::1]:7860", "::1", 7860);
    row("version 6 without brackets is none", "::1:7860", "", -1);
    row("version 4 in brackets is none", "[127.0.0.1]:7860", "", -1);
    row("a port too high is none", "127.0.0.1:70000", "", -1);
    row("a word is none", "abc", "", -1);
    row("a name is none", "example.com:80", "", -1);
    row("a host alone is none", "127.0.0.1", "", -1);
    row("a port alone is none", ":7860", "", -1);
    row("an empty port is none", "127.0.0.1:", "", -1);
    row("a signed port is none", "127.0.0.1:+80", "", -1);
    row("nothing is none", "", "", -1);
}

void TestArgumentValues::readsListenAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const std::optional<ListenOption> address = listenAddressFromText(text);
    QCOMPARE(address.has_value(), port >= 0);
    if (address)
        QVERIFY((*address == ListenOption{host, quint16(port)}));
}

void TestArgumentValues::quotesForTheShell_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("a plain word stays") << QStringLiteral("production-2") << QStringLiteral("production-2");
    QTest::newRow("a URL stays") << QStringLiteral("http://127.0.0.1:7860")
                                 << QStringLiteral("http://127.0.0.1:7860");
    QTest::newRow("a Chinese word stays") << QStringLiteral("备用") << QStringLiteral("备用");
    QTest::newRow("spaces are quoted") << QStringLiteral("my config") << QStringLiteral("'my config'");
    QTest::newRow("a command is quoted") << QStringLiteral("$(rm x)") << QStringLiteral("'$(rm x)'");
    QTest::newRow("quotes are quoted") << QStringLiteral("it's") << QStringLiteral("'it'\\''s'");
    QTest::newRow("nothing is quoted") << QString() << QStringLiteral("''");
}

void TestArgumentValues::quotesForTheShell()
{
    QFETCH(QString, word);
    QFETCH(QString, quoted);
    QCOMPARE(shellQuoted(word), quoted);
}

QTEST_GUILESS_MAIN(TestArgumentValues)
#include "tst_argument_values.moc"
