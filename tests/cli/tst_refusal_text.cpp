// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/refusal_text.h"
#include "app/control/enum_words.h"

#include <QTest>

using namespace qcc;

class TestRefusalText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheThing_data();
    void namesTheThing();
    void saysWhatIsWrongWithAListeningPort_data();
    void saysWhatIsWrongWithAListeningPort();
    void saysWhatIsWrongWithTheInstance_data();
    void saysWhatIsWrongWithTheInstance();
    void needsNoReason();
    void staysOnOneLine();
};

void TestRefusalText::namesTheThing_data()
{
    QTest::addColumn<RefusalCode>("code");
    for (int i = 0; i <= int(RefusalCode::ProtocolError); ++i)
        QTest::newRow(qPrintable(toWord(RefusalCode(i)))) << RefusalCode(i);
}

void TestRefusalText::namesTheThing()
{
    QFETCH(RefusalCode, code);
    const QString text = refusalText({code, QStringLiteral("thething"), QStringLiteral("thedetail")});
    QVERIFY2(text.contains(QStringLiteral("thething")), qPrintable(text));
    QVERIFY2(text.at(0).isUpper() || text.startsWith(QLatin1Char('"')) ||
                 text.startsWith(QStringLiteral("thething")),
             qPrintable(text));
    QVERIFY(!text.contains(QLatin1Char('%')));
    QCOMPARE(exitCodeFor({code, {}, {}}), code == RefusalCode::NotRunning ? 3 : 1);
}

void TestRefusalText::saysWhatIsWrongWithAListeningPort_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("text");
    QTest::newRow("another program") << QStringLiteral("The bound address is already in use")
                                     << QStringLiteral(
                                            "Cannot listen on 127.0.0.1:7860: another program listens there; "
                                            "choose another with --listen HOST:PORT.");
    QTest::newRow("the system's reason")
        << QStringLiteral("Permission denied")
        << QStringLiteral("Cannot listen on 127.0.0.1:7860: Permission denied; "
                          "choose another with --listen HOST:PORT.");
}

void TestRefusalText::saysWhatIsWrongWithAListeningPort()
{
    QFETCH(QString, reason);
    QFETCH(QString, text);
    QCOMPARE(refusalText({RefusalCode::ListenFailed, QStringLiteral("127.0.0.1:7860"), reason}), text);
}

void TestRefusalText::saysWhatIsWrongWithTheInstance_data()
{
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, RefusalCode code, const char *subject, const char *detail,
                        const char *part) {
        QTest::newRow(name) << Refusal{code, QString::fromLatin1(subject), QString::fromLatin1(detail)}
                            << QString::fromLatin1(part);
    };
    row("who holds the home", RefusalCode::InstanceRunning, "/h", "4711", "(pid 4711) already works with /h");
    row("how to end who holds the home, if it is a proxy", RefusalCode::InstanceRunning, "/h", "4711",
        "If it is a proxy, stop it with: qcc proxy stop");
    row("nobody knows who holds the home", RefusalCode::InstanceRunning, "/h", "",
        "Another process already works with /h");
    row("how to start it", RefusalCode::NotRunning, "/h", "", "qcc proxy start");
    row("another version", RefusalCode::ProtocolError, "version", "2", "another version");
    row("too many clients", RefusalCode::ProtocolError, "clients", "32", "32 other programs");
    row("too large", RefusalCode::ProtocolError, "size", "", "too large");
    row("no answer", RefusalCode::ProtocolError, "no answer", "", "not known whether");
}

void TestRefusalText::saysWhatIsWrongWithTheInstance()
{
    QFETCH(Refusal, refusal);
    QFETCH(QString, part);
    QVERIFY2(refusalText(refusal).contains(part), qPrintable(refusalText(refusal)));
}

void TestRefusalText::needsNoReason()
{
    QCOMPARE(refusalText({RefusalCode::FileUnreadable, QStringLiteral("/x"), {}}),
             QStringLiteral("Cannot read /x."));
}

void TestRefusalText::staysOnOneLine()
{
    const QString text = refusalText({RefusalCode::UnknownConfig, QStringLiteral("a\nb\033[2J"), {}});
    QVERIFY(text.contains(QStringLiteral("a b\ufffd[2J")));
}

QTEST_GUILESS_MAIN(TestRefusalText)
#include "tst_refusal_text.moc"
