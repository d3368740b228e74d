// SPDX-License-Identifier: GPL-3.0-or-later
// Over the wire to a mail server of Debian's, on loopback.
#include "app/alerts/mail_message.h"
#include "tests/alerts/alert_bench.h"
#include "tests/support/certificates.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

/// tests/alerts/mail_server.py
class MailServer
{
public:
    explicit MailServer(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        QStringList{QStringLiteral(QCC_MAIL_SERVER)} + arguments);
    }
    ~MailServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    int port()
    {
        if (!m_port && QTest::qWaitFor([this] { return m_process.canReadLine(); }, 10'000))
            m_port = m_process.readLine().trimmed().toInt();
        return m_port;
    }
    QJsonObject message()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 5'000))
            return {};
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    bool isQuiet() const { return !m_process.canReadLine(); }

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace

class MailSendingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void arrivesOverStartTls();
    void arrivesOverTls();
    void arrivesWithoutTlsOnThisComputer();
    void aStrangeCertificateIsRefused();
    void withoutStartTlsNothingIsSent();
    void aWrongPasswordIsTold();
    void serversRefuse_data();
    void serversRefuse();
    void aSilentServerIsGivenUp();
    void aDestroyedOneIsBrokenOff();
    void whatCannotBeSent_data();
    void whatCannotBeSent();

private:
    BenchChannel channelTo(MailServer &server, MailSecurity security);
    QStringList with(const char *mode, const QStringList &more = {}) const;

    TestAuthority m_authority;
    ServerIdentity m_identity;
    AlertOptions m_options;
};

void MailSendingTest::initTestCase()
{
    m_identity = m_authority.issue({QStringLiteral("IP:127.0.0.1")});
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
    m_options.caFile = m_authority.caFile();
}

QStringList MailSendingTest::with(const char *mode, const QStringList &more) const
{
    return QStringList{QString::fromLatin1(mode), QStringLiteral("--cert"), m_identity.certificateFile,
                       QStringLiteral("--key"), m_identity.keyFile} +
           more;
}

BenchChannel MailSendingTest::channelTo(MailServer &server, MailSecurity security)
{
    BenchChannel made(ChannelKind::Mail);
    made.channel.server = QStringLiteral("127.0.0.1");
    made.channel.port = server.port();
    made.channel.security = security;
    made.channel.sender = QStringLiteral("qcc@desk.example");
    made.channel.recipients =
        QStringList{QStringLiteral("ann@example.org"), QStringLiteral("bob+alerts@example.org")};
    return made;
}

void MailSendingTest::arrivesOverStartTls()
{
    MailServer server(
        with("starttls", {QStringLiteral("--auth"), QStringLiteral("ann@example.org:pa ss:wörd")}));
    BenchChannel to = channelTo(server, MailSecurity::StartTls);
    to.channel.user = QStringLiteral("ann@example.org");
    to.with(ChannelSecret::Password, "pa ss:w\xc3\xb6rd");
    SenderDesk desk(m_options);
    QCOMPARE(send(desk, to, badNews()), SendOutcome{});
    const QJsonObject message = server.message();
    QVERIFY(message[QLatin1String("tls")].toBool());
    QCOMPARE(message[QLatin1String("user")].toString(), QStringLiteral("ann@example.org"));
    QCOMPARE(message[QLatin1String("from")].toString(), QStringLiteral("qcc@desk.example"));
    QCOMPARE(message[QLatin1String("to")].toArray(),
             (QJsonArray{QStringLiteral("ann@example.org"), QStringLiteral("bob+alerts@example.org")}));
    QVERIFY(message[QLatin1String("defects")].toArray().isEmpty());
    const QJsonObject headers = message[QLatin1String("headers")].toObject();
    QCOMPARE(headers[QLatin1String("From")].toString(), QStringLiteral("QCC <qcc@desk.example>"));
    QCOMPARE(headers[QLatin1String("To")].toString(),
             QStringLiteral("ann@example.org, bob+alerts@example.org"));
    QCOMPARE(headers[QLatin1String("Subject")].toString(), badNews().title);
    QCOMPARE(headers[QLatin1String("Date")].toString(), QStringLiteral("Mon, 23 Nov 2026 14:00:00 +0000"));
    QVERIFY(headers[QLatin1String("Message-ID")].toString().endsWith(QLatin1String("@desk.example>")));
    QCOMPARE(headers[QLatin1String("Importance")].toString(), QStringLiteral("high"));
    QCOMPARE(message[QLatin1String("body")].toString().trimmed().replace(QStringLiteral("\r\n"),
                                                                         QStringLiteral("\n")),
             badNews().text());
}

void MailSendingTest::arrivesOverTls()
{
    MailServer server(with("tls"));
    SenderDesk desk(m_options);
    QCOMPARE(send(desk, channelTo(server, MailSecurity::Tls), trial()), SendOutcome{});
    QVERIFY(server.message()[QLatin1String("tls")].toBool());
}

void MailSendingTest::arrivesWithoutTlsOnThisComputer()
{
    MailServer server({QStringLiteral("plain")});
    SenderDesk desk(m_options);
    QCOMPARE(send(desk, channelTo(server, MailSecurity::None), goodNews()), SendOutcome{});
    QCOMPARE(server.message()[QLatin1String("headers")][QLatin1String("Subject")].toString(),
             goodNews().title);
}

void MailSendingTest::aStrangeCertificateIsRefused()
{
    MailServer server(with("starttls"));
    AlertOptions strict;
    SenderDesk desk(strict);
    const SendOutcome outcome = send(desk, channelTo(server, MailSecurity::StartTls), trial());
    QCOMPARE(outcome.end, SendEnd::Unreachable);
    QVERIFY2(outcome.trouble.contains(QLatin1String("certificate")), qPrintable(outcome.trouble));
    QVERIFY(server.isQuiet());
}

void MailSendingTest::withoutStartTlsNothingIsSent()
{
    MailServer server({QStringLiteral("plain")});
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(desk, channelTo(server, MailSecurity::StartTls), trial());
    QCOMPARE(outcome.end, SendEnd::Failed);
    QVERIFY2(outcome.trouble.contains(QLatin1String("STARTTLS")), qPrintable(outcome.trouble));
    QVERIFY(server.isQuiet());
}

void MailSendingTest::aWrongPasswordIsTold()
{
    MailServer server(with("starttls", {QStringLiteral("--auth"), QStringLiteral("ann:right")}));
    BenchChannel to = channelTo(server, MailSecurity::StartTls);
    to.channel.user = QStringLiteral("ann");
    to.with(ChannelSecret::Password, "wrong");
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(desk, to, trial());
    QCOMPARE(outcome.end, SendEnd::Refused);
    QVERIFY2(outcome.trouble.contains(QLatin1String("user name or password")), qPrintable(outcome.trouble));
    QVERIFY(!outcome.trouble.contains(QLatin1String("wrong")));
}

void MailSendingTest::serversRefuse_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<SendEnd>("end");
    QTest::addColumn<QString>("words");
    QTest::newRow("for now") << QStringLiteral("--reply") << QStringLiteral("451 4.3.0 try later")
                             << SendEnd::Failed << QStringLiteral("451 4.3.0 try later");
    QTest::newRow("for good") << QStringLiteral("--reply") << QStringLiteral("554 5.7.1 spam")
                              << SendEnd::Refused << QStringLiteral("554 5.7.1 spam");
    QTest::newRow("a recipient") << QStringLiteral("--unknown") << QStringLiteral("bob+alerts@example.org")
                                 << SendEnd::Refused << QStringLiteral("550 5.1.1 no such user");
}

void MailSendingTest::serversRefuse()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(SendEnd, end);
    QFETCH(QString, words);
    MailServer server({QStringLiteral("plain"), option, value});
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(desk, channelTo(server, MailSecurity::None), trial());
    QCOMPARE(outcome.end, end);
    QVERIFY2(outcome.trouble.contains(words), qPrintable(outcome.trouble));
}

void MailSendingTest::aSilentServerIsGivenUp()
{
    MailServer server({QStringLiteral("silent")});
    AlertOptions hasty = m_options;
    hasty.mailLimit = milliseconds{300};
    SenderDesk desk(hasty);
    const SendOutcome outcome = send(desk, channelTo(server, MailSecurity::None), trial());
    QCOMPARE(outcome.end, SendEnd::Unreachable);
}

void MailSendingTest::aDestroyedOneIsBrokenOff()
{
    MailServer server({QStringLiteral("silent")});
    const BenchChannel to = channelTo(server, MailSecurity::None);
    QElapsedTimer took;
    {
        SenderDesk desk(m_options);
        const std::unique_ptr<Sending> sending = desk.send(to.channel, to.secrets, trial(), benchTime());
        QSignalSpy ended(sending.get(), &Sending::ended);
        QVERIFY(!ended.wait(100));
        took.start();
    }
    QVERIFY(took.elapsed() < 1'000);
}

void MailSendingTest::whatCannotBeSent_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<MailSecurity>("security");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QStringList>("recipients");
    const QString good = QStringLiteral("a@b.c");
    const QString host = QStringLiteral("127.0.0.1");
    QTest::newRow("without TLS to another computer")
        << QStringLiteral("mail.example.org") << MailSecurity::None << good << QStringList{good};
    QTest::newRow("no server") << QString() << MailSecurity::Tls << good << QStringList{good};
    QTest::newRow("a server that is more")
        << QStringLiteral("host/x?y") << MailSecurity::Tls << good << QStringList{good};
    QTest::newRow("no recipient") << host << MailSecurity::Tls << good << QStringList{};
    QTest::newRow("a recipient with a line end")
        << host << MailSecurity::Tls << good << QStringList{QStringLiteral("a@b.c\r\nBcc: x@y.z")};
    QTest::newRow("a recipient with a bracket")
        << host << MailSecurity::Tls << good << QStringList{QStringLiteral("a@b.c> SIZE=1")};
    QTest::newRow("a sender with a line end")
        << host << MailSecurity::Tls << QStringLiteral("a@b.c\nRCPT TO:<x@y.z>") << QStringList{good};
}

void MailSendingTest::whatCannotBeSent()
{
    QFETCH(QString, server);
    QFETCH(MailSecurity, security);
    QFETCH(QString, sender);
    QFETCH(QStringList, recipients);
    BenchChannel to(ChannelKind::Mail);
    to.channel.server = server;
    to.channel.security = security;
    to.channel.sender = sender;
    to.channel.recipients = recipients;
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(desk, to, trial());
    QCOMPARE(outcome.end, SendEnd::Refused);
    QVERIFY(!outcome.trouble.isEmpty());
}

QTEST_GUILESS_MAIN(MailSendingTest)
#include "tst_mail_sending.moc"
