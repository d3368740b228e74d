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
    void namesTheWayOut_data();
    void namesTheWayOut();
    void needsNoReason();
    void staysOnOneLine();
};

void TestRefusalText::namesTheThing_data()
{
    QTest::addColumn<RefusalCode>("code");
    for (int i = 0; i <= int(RefusalCode::InTheWay); ++i) {
        if (RefusalCode(i) != RefusalCode::NotPinned) // there is no thing
            QTest::newRow(qPrintable(toWord(RefusalCode(i)))) << RefusalCode(i);
    }
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
    row("no answer to a question", RefusalCode::ProtocolError, "no answer", "question",
        "gave no answer. Try again");
}

void TestRefusalText::saysWhatIsWrongWithTheInstance()
{
    QFETCH(Refusal, refusal);
    QFETCH(QString, part);
    QVERIFY2(refusalText(refusal).contains(part), qPrintable(refusalText(refusal)));
}

void TestRefusalText::namesTheWayOut_data()
{
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, RefusalCode code, const char *subject, const char *detail,
                        const char *text) {
        QTest::newRow(name) << Refusal{code, QString::fromLatin1(subject), QString::fromLatin1(detail)}
                            << QString::fromLatin1(text);
    };
    using enum RefusalCode;
    row("a count out of range", InvalidValue, "failure_threshold", "1 to 1000",
        "The value of --failure-threshold is not permitted; permitted is: 1 to 1000.");
    row("a time out of range, by its option's name", InvalidValue, "cooldown_period", "0 to 86400",
        "The value of --cooldown is not permitted; permitted is: 0 to 86400 seconds.");
    row("a pin for too long", InvalidValue, "for", "1 s to 30 days",
        "The value of --for is not permitted; permitted is: 1 s to 30 days.");
    row("a group that is none", InvalidValue, "group", "primary, secondary, fallback",
        "The value of group is not permitted; permitted is: primary, secondary, fallback.");
    row("a key that is too long", InvalidValue, "key", "at most 4096 characters",
        "The key is too long; permitted is: at most 4096 characters.");
    row("a CA file without certificates", InvalidValue, "/etc/hosts", "a PEM file with certificates",
        "There is no certificate in /etc/hosts; give --ca-file a PEM file with certificates.");
    row("an unknown place for keys", InvalidValue, "QCC_SECRETS", "file or keyring",
        "The environment variable QCC_SECRETS must be \"file\" or \"keyring\", or not be set at all.");
    row("nothing pinned", NotPinned, "", "", "Nothing is pinned, so there is nothing to release.");
    row("a switch to where one is", AlreadyActive, "p", "", "\"p\" is already active; nothing was changed.");
    row("a switch to a disabled config", NotRoutable, "p", "disabled",
        "\"p\" is disabled; nothing was changed. Give it a priority with: qcc priority set NAME primary");
    row("a switch into a group that is off", NotRoutable, "p", "group off",
        "The group of \"p\" is switched off; nothing was changed. Switch it on with: qcc priority group "
        "GROUP "
        "on");
    row("a switch to a config without endpoints", NotRoutable, "p", "no endpoints",
        "\"p\" has no endpoints; nothing was changed. Add one with: qcc endpoint add NAME --url URL");
    row("a switch to a config without a key", NotRoutable, "p", "no key",
        "No endpoint of \"p\" has a key; nothing was changed. Give one with: qcc endpoint edit NAME ENDPOINT "
        "--key-prompt");
    row("a channel, by a sentence", ChannelFailed, "ops", "localhost did not answer in time.",
        "The alert channel \"ops\" could not send: localhost did not answer in time.");
    row("a channel, by a service's words", ChannelFailed, "ops", "HTTP status 404: {}",
        "The alert channel \"ops\" could not send: HTTP status 404: {}.");
    row("a broken history", HistoryUnavailable, "/h/history.db", "file is not a database",
        "The history in /h/history.db cannot be used: file is not a database.");
}

void TestRefusalText::namesTheWayOut()
{
    QFETCH(Refusal, refusal);
    QFETCH(QString, text);
    QCOMPARE(refusalText(refusal), text);
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
