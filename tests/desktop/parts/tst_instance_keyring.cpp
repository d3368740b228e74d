// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/instance_session.h"
#include "app/headless/demo.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace qcc;

namespace {

constexpr char kInside[] = "QCC_TEST_INSIDE_KEYRING";

} // namespace

/// Homes one after the other in one process, as the window shows them, with a real gnome-keyring on a session
/// bus of its own: QtKeychain knows the thread that used it first for as long as the process lives.
class TestInstanceKeyring : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(close(*m_session)); }
    void keysAreFoundAgain_data();
    void keysAreFoundAgain();
    void commandsWaitForEachOther();
    void anEndWhileItIsAskedLosesNothing();

private:
    bool open(InstanceSession &session, const QString &home) const;
    static bool close(InstanceSession &session);
    static QByteArray token(InstanceSession &session);
    static QByteArray key(InstanceSession &session, const QString &config);
    static void add(InstanceSession &session, const QString &config);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<InstanceSession> m_session; ///< the only one of the process, as in the window's
};

void TestInstanceKeyring::initTestCase()
{
    qunsetenv("QCC_SECRETS");
    m_session = std::make_unique<InstanceSession>();
}

bool TestInstanceKeyring::open(InstanceSession &session, const QString &home) const
{
    SessionOptions options;
    options.home = home;
    options.listenHost = QStringLiteral("127.0.0.1");
    options.checks = HealthChecks::Off;
    session.open(options);
    return QTest::qWaitFor([&] { return session.isReachable(); }, 30'000);
}

bool TestInstanceKeyring::close(InstanceSession &session)
{
    QSignalSpy closed(&session, &InstanceSession::closed);
    session.close();
    return !closed.isEmpty() || closed.wait(30'000);
}

QByteArray TestInstanceKeyring::token(InstanceSession &session)
{
    std::optional<QByteArray> found;
    session.revealToken([&](const Result<Secret> &token) { found = token ? token->reveal() : QByteArray(); });
    [&] { QTRY_VERIFY(found); }();
    return found.value_or(QByteArray());
}

QByteArray TestInstanceKeyring::key(InstanceSession &session, const QString &config)
{
    const Config *known = session.settings().find(config);
    if (!known)
        return {};
    std::optional<QByteArray> found;
    session.revealKey(known->endpoints.front().id,
                      [&](const Result<Secret> &key) { found = key ? key->reveal() : QByteArray(); });
    [&] { QTRY_VERIFY(found); }();
    return found.value_or(QByteArray());
}

void TestInstanceKeyring::add(InstanceSession &session, const QString &config)
{
    AddConfig add;
    add.name = config;
    Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
    add.endpoint = NewEndpoint{endpoint, Secret("sk-key-of-" + config.toUtf8())};
    session.submit(Command(std::move(add)), [config](const Result<Done> &done) {
        if (!done)
            qWarning("%s: refused with %d", qUtf8Printable(config), int(done.refusal().code));
    });
}

void TestInstanceKeyring::keysAreFoundAgain_data()
{
    QTest::addColumn<bool>("simulation");
    QTest::newRow("run here again") << false;
    QTest::newRow("after the simulation") << true;
}

void TestInstanceKeyring::keysAreFoundAgain()
{
    QFETCH(bool, simulation);
    InstanceSession &session = *m_session;
    QVERIFY(open(session, m_home->path()));
    QVERIFY(session.snapshot().plainKeyFile.isEmpty()); // the keyring works
    add(session, QStringLiteral("production"));
    QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
    const QByteArray before = token(session);
    QVERIFY(!before.isEmpty());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(close(session));
        if (simulation) {
            Demo demo;
            QVERIFY(demo.prepare().ok());
            QVERIFY(open(session, demo.home()));
            QVERIFY(close(session));
        }
        QVERIFY(open(session, m_home->path()));
        QVERIFY(session.snapshot().plainKeyFile.isEmpty());
        QCOMPARE(token(session), before);
        QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
        QCOMPARE(key(session, QStringLiteral("production")), QByteArray("sk-key-of-production"));
    }
    QVERIFY(!QFileInfo::exists(m_home->filePath(QStringLiteral("secrets.json"))));
}

/// The store waits for the keyring in an event loop of its own.
void TestInstanceKeyring::commandsWaitForEachOther()
{
    InstanceSession &session = *m_session;
    QVERIFY(open(session, m_home->path()));
    const QStringList names{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"),
                            QStringLiteral("four"), QStringLiteral("five")};
    for (const QString &name : names)
        add(session, name);
    QTRY_COMPARE(session.settings().configs.size(), size_t(names.size()));
    for (const QString &name : names)
        QCOMPARE(key(session, name), "sk-key-of-" + name.toUtf8());
}

void TestInstanceKeyring::anEndWhileItIsAskedLosesNothing()
{
    InstanceSession &session = *m_session;
    QVERIFY(open(session, m_home->path()));
    const QByteArray before = token(session);
    QVERIFY(close(session));
    SessionOptions options;
    options.home = m_home->path();
    options.listenHost = QStringLiteral("127.0.0.1");
    options.checks = HealthChecks::Off;
    for (int i = 0; i < 20; ++i) {
        session.open(options);
        QSignalSpy never(&session, &InstanceSession::closed);
        QVERIFY(!never.wait(i + 1)); // the keyring is asked in these milliseconds
        session.closeNow();
    }
    QVERIFY(!QFileInfo::exists(m_home->filePath(QStringLiteral("secrets.json"))));
    QVERIFY(open(session, m_home->path()));
    QCOMPARE(token(session), before);
}

/// Runs this program again inside dbus-run-session with an unlocked gnome-keyring; fails clearly where these
/// are missing.
int runInside(int argc, char **argv)
{
    for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromUtf8(program)).isEmpty()) {
            std::fprintf(stderr, "FAIL: %s is not installed (Debian: dbus-daemon, gnome-keyring)\n", program);
            return 1;
        }
    }
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromUtf8(kInside), QStringLiteral("1"));
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromUtf8(name), home.path());
    // The sanitizers' run-time must not get into the daemons; it is linked into this program anyway.
    const QString script = QStringLiteral("printf pw | gnome-keyring-daemon --unlock --components=secrets "
                                          ">/dev/null || exit 9; exec \"$0\" \"$@\"");
    QStringList arguments{QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"), script,
                          QCoreApplication::applicationFilePath()};
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("dbus-run-session"), arguments);
    constexpr int kLimit = 150'000; // ms
    return process.waitForFinished(kLimit) && process.exitStatus() == QProcess::NormalExit
               ? process.exitCode()
               : 1;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet(kInside))
        return runInside(argc, argv);
    TestInstanceKeyring test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_instance_keyring.moc"
