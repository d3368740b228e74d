// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/store/instance_lock.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QTest>

#include <array>
#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace qcc;

namespace {

const QByteArray kKey("sk-verysecret-0001");

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// A pseudo-terminal: what the program sees as its terminal, and the keyboard and screen in our hands.
class Terminal
{
public:
    Terminal()
    {
        if (::openpty(&m_ours, &m_its, nullptr, nullptr, nullptr) != 0)
            qFatal("no pseudo-terminal");
        ::fcntl(m_ours, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        ::close(m_ours);
        ::close(m_its);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void resize(unsigned short columns, unsigned short rows) const
    {
        const winsize size{rows, columns, 0, 0};
        QCOMPARE(::ioctl(m_its, TIOCSWINSZ, &size), 0);
    }

    /// Makes it the terminal of @p process, for the descriptors given.
    void giveTo(QProcess &process, std::vector<int> descriptors) const
    {
        process.setChildProcessModifier([its = m_its, descriptors = std::move(descriptors)] {
            ::setsid();
            ::ioctl(its, TIOCSCTTY, 0);
            for (const int descriptor : descriptors)
                ::dup2(its, descriptor);
        });
    }
    void type(const QByteArray &keys) const
    {
        QCOMPARE(::write(m_ours, keys.constData(), size_t(keys.size())), keys.size());
    }
    QByteArray screen()
    {
        std::array<char, 4096> chunk;
        for (ssize_t count = 1; count > 0;) {
            count = ::read(m_ours, chunk.data(), chunk.size());
            m_screen.append(chunk.data(), std::max<ssize_t>(count, 0));
        }
        return m_screen;
    }
    bool echoes() const
    {
        termios state{};
        return ::tcgetattr(m_its, &state) == 0 && (state.c_lflag & ECHO);
    }

private:
    int m_ours = -1;
    int m_its = -1;
    QByteArray m_screen;
};

} // namespace

/// The program with a person in front of it.
class TestCliTerminal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void asksForTheKeyWithoutEcho_data();
    void asksForTheKeyWithoutEcho();
    void changesAKeyByPrompt();
    void changesNothingWhenThePersonGivesUp_data();
    void changesNothingWhenThePersonGivesUp();
    void asksBeforeItRemoves_data();
    void asksBeforeItRemoves();
    void coloursOnATerminalOnly_data();
    void coloursOnATerminalOnly();
    void drawsInPlace();
    void drawsWhatFits();
    void importsWhatIsChosen_data();
    void importsWhatIsChosen();
    void alwaysAsksAboutALink();
    void asksForANewPassphraseTwice_data();
    void asksForANewPassphraseTwice();

private:
    /// Types @p keys once the program has asked, and gives the exit code.
    int answer(const QStringList &arguments, const QByteArray &keys) { return answers(arguments, {keys}); }
    /// The same for several questions, one after the other.
    int answers(const QStringList &arguments, const QList<QByteArray> &keys);

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<Terminal> m_terminal;
    QByteArray m_asked; // what was printed on stderr
};

void TestCliTerminal::init()
{
    m_cli = std::make_unique<CliRunner>();
    m_terminal = std::make_unique<Terminal>();
}

void TestCliTerminal::cleanup()
{
    QVERIFY(!m_cli->everythingPrinted().contains(QStringLiteral("verysecret")));
    QVERIFY(!m_terminal->screen().contains("verysecret"));
    QVERIFY(m_terminal->echoes());
}

int TestCliTerminal::answers(const QStringList &arguments, const QList<QByteArray> &keys)
{
    QProcess process;
    m_cli->prepare(process, arguments);
    m_terminal->giveTo(process, {STDIN_FILENO});
    process.start();
    m_asked.clear();
    for (const QByteArray &typed : keys) {
        const qsizetype before = m_asked.size();
        const auto asked = [&] {
            m_asked += process.readAllStandardError();
            const QByteArray said = m_asked.mid(before);
            return said.contains(": ") || said.contains("[y/N]");
        };
        if (!QTest::qWaitFor(asked, 30'000))
            return -1;
        m_terminal->type(typed);
    }
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000))
        return -1;
    m_asked += process.readAllStandardError();
    m_cli->remember(QString::fromUtf8(m_asked + process.readAllStandardOutput()));
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void TestCliTerminal::asksForTheKeyWithoutEcho_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("when nothing is said about the key") << QStringLiteral("add p --url https://h");
    QTest::newRow("when stdin is named and a person sits there")
        << QStringLiteral("add p --url https://h --key-stdin");
}

void TestCliTerminal::asksForTheKeyWithoutEcho()
{
    QFETCH(QString, line);
    QCOMPARE(answer(line.split(QLatin1Char(' ')), kKey + '\n'), 0);
    QVERIFY(m_asked.contains("Key for p"));
    QVERIFY(m_cli->files().value(QStringLiteral("secrets.json")).contains(kKey));
}

void TestCliTerminal::changesAKeyByPrompt()
{
    m_cli->mustAdd(QStringLiteral("p"), QStringLiteral("https://h"), "sk-old");
    QCOMPARE(answer(words("endpoint edit p h --key-prompt"), kKey + '\n'), 0);
    const QByteArray secrets = m_cli->files().value(QStringLiteral("secrets.json"));
    QVERIFY(secrets.contains(kKey));
    QVERIFY(!secrets.contains("sk-old"));
}

void TestCliTerminal::changesNothingWhenThePersonGivesUp_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::newRow("by Ctrl-C") << QByteArray("\003");
    QTest::newRow("by Ctrl-C in the middle of the key") << QByteArray("sk-very\003");
    QTest::newRow("by Ctrl-D") << QByteArray("\004");
    QTest::newRow("by an empty line") << QByteArray("\n");
}

void TestCliTerminal::changesNothingWhenThePersonGivesUp()
{
    QFETCH(QByteArray, keys);
    QCOMPARE(answer(words("add p --url https://h"), keys), 1);
    QVERIFY(!m_cli->files().contains(QStringLiteral("configs.json")));
}

void TestCliTerminal::asksBeforeItRemoves_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<bool>("removed");
    QTest::newRow("y") << QByteArray("y\n") << true;
    QTest::newRow("yes") << QByteArray("Yes\n") << true;
    QTest::newRow("n") << QByteArray("n\n") << false;
    QTest::newRow("an empty line") << QByteArray("\n") << false;
    QTest::newRow("something else") << QByteArray("yellow\n") << false;
    QTest::newRow("Ctrl-D") << QByteArray("\004") << false;
}

void TestCliTerminal::asksBeforeItRemoves()
{
    QFETCH(QByteArray, keys);
    QFETCH(bool, removed);
    m_cli->mustAdd(QStringLiteral("p"), QStringLiteral("https://h"), kKey);
    QCOMPARE(answer(words("remove p"), keys), removed ? 0 : 1);
    QVERIFY(m_asked.contains("Remove \"p\""));
    QCOMPARE(m_cli->run(words("show p")).exitCode, removed ? 1 : 0);
}

void TestCliTerminal::coloursOnATerminalOnly_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<QString>("noColor");
    QTest::addColumn<bool>("coloured");
    QTest::newRow("on a terminal") << true << QString() << true;
    QTest::newRow("on a terminal with NO_COLOR") << true << QStringLiteral("1") << false;
    QTest::newRow("into a pipe") << false << QString() << false;
}

void TestCliTerminal::coloursOnATerminalOnly()
{
    QFETCH(bool, terminal);
    QFETCH(QString, noColor);
    QFETCH(bool, coloured);
    m_cli->setVariable(QStringLiteral("NO_COLOR"), noColor);
    QCOMPARE(m_cli->run(words("add p --description d")).exitCode, 0);
    QProcess process;
    m_cli->prepare(process, words("list"));
    if (terminal)
        m_terminal->giveTo(process, {STDOUT_FILENO});
    process.start();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    const QByteArray shown = m_terminal->screen() + process.readAllStandardOutput();
    QVERIFY(shown.contains("primary"));
    QCOMPARE(shown.contains('\033'), coloured);
}

/// `status --watch` on a terminal: the picture begins anew in the corner, and Ctrl-C ends it well.
void TestCliTerminal::drawsInPlace()
{
    const auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    ScriptedDoor door;
    door.shown.failover.active = QStringLiteral("before");
    ControlServer server(door);
    QVERIFY(server.listen(controlSocketPath(m_cli->home())));
    QProcess process;
    m_cli->prepare(process, words("status --watch"));
    m_terminal->giveTo(process, {STDIN_FILENO, STDOUT_FILENO});
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_terminal->screen().contains("before"), 30'000);
    QVERIFY(m_terminal->screen().startsWith("\033[H"));
    const qsizetype drawn = m_terminal->screen().size();
    door.shown.failover.active = QStringLiteral("afterwards");
    QTRY_VERIFY_WITH_TIMEOUT(m_terminal->screen().mid(drawn).contains("afterwards"), 30'000);
    QVERIFY(m_terminal->screen().mid(drawn).contains("\033[H"));
    m_terminal->type("\003");
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestCliTerminal::drawsWhatFits()
{
    const auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    ScriptedDoor door;
    door.shown.failover.active = QString(60, u'x'); // the first line takes six rows of 20 columns
    ControlServer server(door);
    QVERIFY(server.listen(controlSocketPath(m_cli->home())));
    m_terminal->resize(20, 10);
    QProcess process;
    m_cli->prepare(process, words("status --watch"));
    m_terminal->giveTo(process, {STDIN_FILENO, STDOUT_FILENO});
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_terminal->screen().contains("\033[J"), 30'000);
    const QByteArray picture = m_terminal->screen().left(m_terminal->screen().indexOf("\033[J"));
    QVERIFY2(picture.contains("proxy listening on"), picture.constData()); // two rows more
    QVERIFY2(!picture.contains("network"), picture.constData());           // no place for it
    m_terminal->type("\003");
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 0);
}

void TestCliTerminal::importsWhatIsChosen_data()
{
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const QList<QByteArray> &keys, int exitCode, const char *names) {
        QTest::newRow(name) << keys << exitCode << QString::fromLatin1(names);
    };
    row("all", {"\n"}, 0, "abc");
    row("two", {"1,3\n"}, 0, "ac");
    row("a span", {"2-3\n"}, 0, "bc");
    row("none", {"0\n"}, 0, "");
    row("what is no number is asked again", {"x\n", "4\n", "2\n"}, 0, "b");
    row("given up", {"\004"}, 1, "");
}

void TestCliTerminal::importsWhatIsChosen()
{
    QFETCH(QList<QByteArray>, keys);
    QFETCH(int, exitCode);
    QFETCH(QString, names);
    QByteArray endpoints;
    for (const char *name : {"a", "b", "c"})
        endpoints += QByteArray(endpoints.isEmpty() ? "" : ",") + R"({"name": ")" + name +
                     R"(", "apiUrl": ")" + name + R"(.example", "apiKey": "sk-verysecret"})";
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("f.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"endpoints\": [" + endpoints + "]}");
    file.close();
    QCOMPARE(answers({QStringLiteral("import"), file.fileName()}, keys), exitCode);
    for (const char *name : {"a", "b", "c"}) {
        const bool added = m_cli->run({QStringLiteral("show"), QString::fromLatin1(name)}).exitCode == 0;
        QCOMPARE(added, names.contains(QLatin1StringView(name)));
    }
}

void TestCliTerminal::alwaysAsksAboutALink()
{
    const QString link = QStringLiteral("qcc://import?name=p&url=http%3A%2F%2Fp.example&key=sk-verysecret");
    QCOMPARE(m_cli->run({QStringLiteral("import"), link, QStringLiteral("--yes")}).exitCode, 2);
    QCOMPARE(answer({QStringLiteral("import"), link}, "0\n"), 0);
    QVERIFY(m_cli->everythingPrinted().contains(QStringLiteral("http://p.example")));
    QVERIFY(m_cli->everythingPrinted().contains(QStringLiteral("not encrypted")));
    QCOMPARE(m_cli->run(words("show p")).exitCode, 1);
    QCOMPARE(answer({QStringLiteral("import"), link}, "1\n"), 0);
    QCOMPARE(m_cli->run(words("show p")).exitCode, 0);
}

void TestCliTerminal::asksForANewPassphraseTwice_data()
{
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("the same") << QList<QByteArray>{"verysecret words\n", "verysecret words\n"} << 0;
    QTest::newRow("another") << QList<QByteArray>{"verysecret words\n", "verysecret word\n"} << 1;
    QTest::newRow("given up") << QList<QByteArray>{"verysecret words\n", "\003"} << 1;
}

void TestCliTerminal::asksForANewPassphraseTwice()
{
    QFETCH(QList<QByteArray>, keys);
    QFETCH(int, exitCode);
    m_cli->mustAdd(QStringLiteral("p"), QStringLiteral("https://h"), kKey);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f.json"));
    QCOMPARE(answers({QStringLiteral("export"), QStringLiteral("--with-keys"), path}, keys), exitCode);
    QCOMPARE(QFileInfo::exists(path), exitCode == 0);
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cli_terminal.moc"
