// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/file_checks.h"
#include "app/doctor/network_checks.h"
#include "app/doctor/surrounding_checks.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

void put(const QString &path, const QByteArray &content, QFileDevice::Permissions permissions)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(file.setPermissions(permissions));
}

constexpr QFileDevice::Permissions kMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// "level: text", a line each.
QStringList told(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(QStringLiteral("%1: %2").arg(toWord(finding.level), finding.text));
    return lines;
}

bool tells(const Findings &findings, FindingLevel level, const QString &part)
{
    return std::ranges::any_of(findings,
                               [&](const Finding &f) { return f.level == level && f.text.contains(part); });
}

/// Answers every request with one text, and counts.
class SmallServer : public QTcpServer
{
public:
    explicit SmallServer(std::function<QByteArray(QByteArray)> answer)
    {
        connect(this, &QTcpServer::newConnection, this, [this, answer = std::move(answer)] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                const QByteArray head = socket->readAll();
                if (head.contains("\r\n\r\n"))
                    socket->write(answer(head));
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
};

QByteArray status(const char *line, const QByteArray &more = {})
{
    return QByteArray("HTTP/1.1 ") + line + "\r\n" + more + "content-length: 0\r\nconnection: close\r\n\r\n";
}

} // namespace

class TestDoctorChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksAtTheFiles();
    void looksAtTheSettings_data();
    void looksAtTheSettings();
    void looksAtAnInstance();
    void looksAtAnAddress();
    void looksAtProviders();
    void looksAtClaudeCode();
    void looksAtAProxy_data();
    void looksAtAProxy();
    void looksAtTheClock_data();
    void looksAtTheClock();
};

void TestDoctorChecks::looksAtTheFiles()
{
    QTemporaryDir folder;
    const QString home = folder.path() + u("/qcc");
    QCOMPARE(worstOf(fileFindings(home)), FindingLevel::Note);
    QVERIFY(QDir().mkdir(home));
    QVERIFY(QFile::setPermissions(home, kMine | QFileDevice::ExeOwner));
    put(home + u("/configs.json"), "{\"configs\": []}", kMine);
    QCOMPARE(worstOf(fileFindings(home)), FindingLevel::Good);

    put(home + u("/secrets.json"), "{}", kMine | QFileDevice::ReadOther);
    QVERIFY(tells(fileFindings(home), FindingLevel::Problem, u("secrets.json")));
    QVERIFY(QFile::remove(home + u("/secrets.json")));

    put(home + u("/configs.json"), "{\"configs\": [", kMine);
    const Findings broken = fileFindings(home);
    QVERIFY2(tells(broken, FindingLevel::Problem, u("line 1")), qPrintable(told(broken).join(u" | ")));

    QVERIFY(QFile::setPermissions(home, kMine | QFileDevice::ExeOwner | QFileDevice::ReadGroup));
    QVERIFY(tells(fileFindings(home), FindingLevel::Problem, u("Others can look into")));
}

void TestDoctorChecks::looksAtTheSettings_data()
{
    QTest::addColumn<int>("configs");
    QTest::addColumn<bool>("groupOn");
    QTest::addColumn<bool>("failover");
    QTest::addColumn<FindingLevel>("worst");
    QTest::newRow("nothing set up") << 0 << true << true << FindingLevel::Problem;
    QTest::newRow("one config") << 1 << true << true << FindingLevel::Warning;
    QTest::newRow("two configs") << 2 << true << true << FindingLevel::Good;
    QTest::newRow("their group is off") << 2 << false << true << FindingLevel::Problem;
    QTest::newRow("failover is off") << 2 << true << false << FindingLevel::Note;
}

void TestDoctorChecks::looksAtTheSettings()
{
    QFETCH(int, configs);
    QFETCH(bool, groupOn);
    QFETCH(bool, failover);
    QFETCH(FindingLevel, worst);
    Settings settings;
    for (int i = 0; i < configs; ++i) {
        const QString name = QString::number(i);
        settings.configs.push_back({name, {}, {Endpoint{}}});
        settings.groups.place(name, Priority::Primary);
    }
    settings.groups.setEnabled(Priority::Primary, groupOn);
    settings.policy.autoFailoverEnabled = failover;
    QCOMPARE(worstOf(settingsFindings(settings)), worst);
}

void TestDoctorChecks::looksAtAnInstance()
{
    ProxySnapshot snapshot;
    snapshot.version = u("1.0");
    snapshot.listenUrl = u("http://127.0.0.1:7860");
    QCOMPARE(worstOf(instanceFindings(snapshot, u("1.0"))), FindingLevel::Good);
    QVERIFY(tells(instanceFindings(snapshot, u("1.1")), FindingLevel::Warning, u("1.1")));
    snapshot.listenUrl = u("http://0.0.0.0:7860");
    QVERIFY(tells(instanceFindings(snapshot, u("1.0")), FindingLevel::Warning, u("other computers")));
    snapshot.serving = false;
    QVERIFY(tells(instanceFindings(snapshot, u("1.0")), FindingLevel::Warning, u("switched off")));
    snapshot.listenTrouble = Refusal{RefusalCode::ListenFailed, u("127.0.0.1:7860"), u("address in use")};
    snapshot.settingsTrouble =
        Refusal{RefusalCode::FileBroken, u("configs.json"), u("line 3, column 9: comma")};
    const Findings findings = instanceFindings(snapshot, u("1.0"));
    QVERIFY(tells(findings, FindingLevel::Problem, u("cannot listen")));
    QVERIFY(tells(findings, FindingLevel::Problem, u("configs.json")));
}

void TestDoctorChecks::looksAtAnAddress()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QVERIFY(tells(addressFindings(u("127.0.0.1"), other.serverPort()), FindingLevel::Problem,
                  QString::number(other.serverPort())));
    const quint16 port = other.serverPort();
    other.close();
    QCOMPARE(worstOf(addressFindings(u("127.0.0.1"), port)), FindingLevel::Warning);
}

void TestDoctorChecks::looksAtProviders()
{
    Settings settings;
    Endpoint endpoint;
    endpoint.id = {u("e1")};
    endpoint.name = u("eu");
    settings.configs = {{u("production"), {}, {endpoint}}};
    CheckReport report;
    report.endpoint = endpoint.id;
    report.reachable = report.keyAccepted = CheckLayer::Good;
    report.latency = milliseconds{42};
    QVERIFY(tells(providerFindings(settings, {report}), FindingLevel::Good, u("production/eu")));
    report.keyAccepted = CheckLayer::Bad;
    QVERIFY(tells(providerFindings(settings, {report}), FindingLevel::Problem, u("does not take its key")));
    report.reachable = CheckLayer::Bad;
    QVERIFY(tells(providerFindings(settings, {report}), FindingLevel::Problem, u("does not work")));
    report.reachable = CheckLayer::Unknown;
    QCOMPARE(worstOf(providerFindings(settings, {report})), FindingLevel::Problem);
    report.keyAccepted = CheckLayer::Unknown;
    QCOMPARE(worstOf(providerFindings(settings, {report})), FindingLevel::Note);
}

void TestDoctorChecks::looksAtClaudeCode()
{
    QTemporaryDir folder;
    TakeoverStatus status;
    status.file = u("/home/ada/.claude/settings.json");
    QCOMPARE(worstOf(claudeFindings(status, folder.path())), FindingLevel::Note);
    put(folder.filePath(u("claude")), "#!/bin/sh\n", kMine | QFileDevice::ExeOwner);
    status.state = TakeoverState::On;
    status.url = u("http://127.0.0.1:7860");
    status.since = TimePoint(milliseconds{1'760'000'000'000});
    QCOMPARE(worstOf(claudeFindings(status, folder.path())), FindingLevel::Good);
    status.findings = {{TakeoverFindingKind::ShellWins, {}, u("ANTHROPIC_BASE_URL"), false}};
    QVERIFY(tells(claudeFindings(status, folder.path()), FindingLevel::Warning, u("ANTHROPIC_BASE_URL")));
    status.findings.front().blocks = true;
    QVERIFY(tells(claudeFindings(status, folder.path()), FindingLevel::Problem, u("ANTHROPIC_BASE_URL")));
    status.findings.clear();
    status.state = TakeoverState::Interrupted;
    QCOMPARE(worstOf(claudeFindings(status, folder.path())), FindingLevel::Problem);
}

void TestDoctorChecks::looksAtAProxy_data()
{
    QTest::addColumn<QByteArray>("hello");
    QTest::addColumn<QByteArray>("withToken");
    QTest::addColumn<QByteArray>("without");
    QTest::addColumn<FindingLevel>("worst");
    const auto row = [](const char *name, const char *hello, const char *with, const char *without,
                        FindingLevel worst) {
        QTest::newRow(name) << QByteArray(hello) << QByteArray(with) << QByteArray(without) << worst;
    };
    row("as it should be", "200 OK", "200 OK", "401 Unauthorized", FindingLevel::Good);
    row("somebody else's server", "404 Not Found", "200 OK", "200 OK", FindingLevel::Problem);
    row("a provider's own 401", "200 OK", "401 Unauthorized\r\nx-qcc-config: production", "401 Unauthorized",
        FindingLevel::Good);
    row("no provider set up", "200 OK", "503 Service Unavailable", "401 Unauthorized", FindingLevel::Good);
    row("another token", "200 OK", "401 Unauthorized", "401 Unauthorized", FindingLevel::Problem);
    row("open to everybody", "200 OK", "200 OK", "200 OK", FindingLevel::Problem);
}

void TestDoctorChecks::looksAtAProxy()
{
    QFETCH(QByteArray, hello);
    QFETCH(QByteArray, withToken);
    QFETCH(QByteArray, without);
    SmallServer server([&](const QByteArray &head) {
        if (head.startsWith("HEAD /api/hello"))
            return status(hello);
        return status(head.contains("Bearer the-token") ? withToken : without);
    });
    NetworkChecks checks;
    std::optional<Findings> findings;
    checks.checkProxy(server.url(), Secret(QByteArray("the-token")),
                      [&](Findings f) { findings = std::move(f); });
    QTRY_VERIFY(findings);
    QTEST(worstOf(*findings), "worst");
    QVERIFY(!told(*findings).join(u' ').contains(u"the-token"));
}

void TestDoctorChecks::looksAtTheClock_data()
{
    QTest::addColumn<int>("secondsAhead");
    QTest::addColumn<FindingLevel>("level");
    QTest::newRow("right") << 0 << FindingLevel::Good;
    QTest::newRow("a minute") << 60 << FindingLevel::Good;
    QTest::newRow("ahead") << 3600 << FindingLevel::Warning;
    QTest::newRow("behind") << -3600 << FindingLevel::Warning;
}

void TestDoctorChecks::looksAtTheClock()
{
    QFETCH(int, secondsAhead);
    SmallServer silent([](const QByteArray &) { return QByteArray("garbage"); });
    SmallServer server([&](const QByteArray &) {
        const QDateTime theirs = QDateTime::currentDateTimeUtc().addSecs(-secondsAhead);
        return status("404 Not Found",
                      "content-length: 117\r\ndate: " +
                          QLocale::c().toString(theirs, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() +
                          " GMT\r\n");
    });
    Settings settings;
    Endpoint first;
    first.url = silent.url();
    Endpoint second;
    second.url = server.url();
    second.url.setHost(u("localhost"));
    settings.configs = {{u("a"), {}, {first, second}}};
    NetworkChecks checks;
    std::optional<Findings> findings;
    checks.checkClock(settings, [&](Findings f) { findings = std::move(f); });
    QTRY_VERIFY(findings);
    QTEST(findings->front().level, "level");
}

QTEST_GUILESS_MAIN(TestDoctorChecks)
#include "tst_doctor_checks.moc"
