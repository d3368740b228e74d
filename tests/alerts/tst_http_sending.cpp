// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/http_ask.h"
#include "tests/alerts/alert_bench.h"
#include "tests/alerts/service_recorder.h"
#include "tests/support/certificates.h"

#include <QElapsedTimer>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

class HttpSendingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void redirectsAreNotFollowed();
    void theHeaderTellsWhenToTryAgain();
    void whoeverDoesNotAnswerIsGivenUp();
    void aLongAnswerIsNotReadToItsEnd();
    void nobodyThere();
    void noSuchHost();
    void aCertificateIsVerified();
    void aNamedAuthorityIsTrusted();
    void aDestroyedOneIsBrokenOff();

private:
    static BenchChannel to(const QByteArray &url);
    QSslConfiguration server();

    TestAuthority m_authority;
};

void HttpSendingTest::initTestCase()
{
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
}

BenchChannel HttpSendingTest::to(const QByteArray &url)
{
    BenchChannel made(ChannelKind::Webhook);
    made.with(ChannelSecret::Url, url);
    return made;
}

QSslConfiguration HttpSendingTest::server()
{
    const ServerIdentity identity = m_authority.issue({QStringLiteral("IP:127.0.0.1")});
    QSslConfiguration made = QSslConfiguration::defaultConfiguration();
    made.setLocalCertificateChain(identity.chain);
    made.setPrivateKey(identity.key);
    return made;
}

void HttpSendingTest::redirectsAreNotFollowed()
{
    AlertOptions options;
    SenderDesk desk(options);
    ServiceRecorder service;
    service.status = "307 Temporary Redirect";
    service.headers = "Location: " + service.url("/elsewhere") + "\r\n";
    QCOMPARE(send(desk, to(service.url("/here")), trial()).end, SendEnd::Refused);
    QCOMPARE(service.asks().size(), size_t{1});
}

void HttpSendingTest::theHeaderTellsWhenToTryAgain()
{
    AlertOptions options;
    SenderDesk desk(options);
    ServiceRecorder service;
    service.status = "429 Too Many Requests";
    service.headers = "Retry-After: 30\r\n";
    const SendOutcome outcome = send(desk, to(service.url("/here")), trial());
    QCOMPARE(outcome.end, SendEnd::Failed);
    QCOMPARE(outcome.retryAfter, std::optional<milliseconds>{30'000});
}

void HttpSendingTest::whoeverDoesNotAnswerIsGivenUp()
{
    AlertOptions options;
    options.answerLimit = milliseconds{200};
    SenderDesk desk(options);
    ServiceRecorder service;
    service.silent = true;
    const SendOutcome outcome = send(desk, to(service.url("/secret-path")), trial());
    QCOMPARE(outcome.end, SendEnd::Unreachable);
    QVERIFY2(outcome.trouble.contains(QLatin1String("127.0.0.1")), qPrintable(outcome.trouble));
    QVERIFY(!outcome.trouble.contains(QLatin1String("secret-path")));
}

void HttpSendingTest::aLongAnswerIsNotReadToItsEnd()
{
    AlertOptions options;
    SenderDesk desk(options);
    ServiceRecorder service;
    service.status = "500 Oh";
    service.stuffing = 8 * 1024 * 1024;
    const SendOutcome outcome = send(desk, to(service.url("/")), trial());
    QCOMPARE(outcome.end, SendEnd::Failed);
    QVERIFY2(outcome.trouble.contains(QLatin1String("500")), qPrintable(outcome.trouble.left(200)));
    QVERIFY(outcome.trouble.size() <= kMostAnswerBytes + 200);
}

void HttpSendingTest::nobodyThere()
{
    AlertOptions options;
    SenderDesk desk(options);
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(gone.serverPort()) + "/secret-path";
    gone.close();
    const SendOutcome outcome = send(desk, to(url), trial());
    QCOMPARE(outcome.end, SendEnd::Unreachable);
    QCOMPARE(outcome.trouble, QStringLiteral("127.0.0.1 refused the connection."));
}

void HttpSendingTest::noSuchHost()
{
    AlertOptions options;
    SenderDesk desk(options);
    const SendOutcome outcome = send(desk, to("http://nobody.invalid/secret-path"), trial());
    QCOMPARE(outcome.end, SendEnd::Unreachable);
    QVERIFY(outcome.trouble.contains(QLatin1String("nobody.invalid")));
    QVERIFY(!outcome.trouble.contains(QLatin1String("secret-path")));
}

void HttpSendingTest::aCertificateIsVerified()
{
    AlertOptions options;
    SenderDesk desk(options);
    ServiceRecorder service(server());
    const SendOutcome outcome = send(desk, to(service.url("/secret-path")), trial());
    QCOMPARE(outcome.end, SendEnd::Unreachable);
    QVERIFY2(outcome.trouble.startsWith(QLatin1String("The certificate of 127.0.0.1 was not accepted")),
             qPrintable(outcome.trouble));
    QVERIFY(service.asks().empty());
}

void HttpSendingTest::aNamedAuthorityIsTrusted()
{
    AlertOptions options;
    options.caFile = m_authority.caFile();
    SenderDesk desk(options);
    ServiceRecorder service(server());
    QCOMPARE(send(desk, to(service.url("/x")), trial()), SendOutcome{});
    QCOMPARE(service.asks().size(), size_t{1});
}

void HttpSendingTest::aDestroyedOneIsBrokenOff()
{
    AlertOptions options;
    SenderDesk desk(options);
    ServiceRecorder service;
    service.silent = true;
    const BenchChannel channel = to(service.url("/x"));
    std::unique_ptr<Sending> sending = desk.send(channel.channel, channel.secrets, trial(), benchTime());
    QTRY_COMPARE(service.asks().size(), size_t{1});
    sending.reset();
    QTRY_COMPARE_WITH_TIMEOUT(service.hungUp(), 1, 1'000);
}

QTEST_GUILESS_MAIN(HttpSendingTest)
#include "tst_http_sending.moc"
