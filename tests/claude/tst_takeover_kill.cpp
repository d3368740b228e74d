// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/claude/takeover_place.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr int kMostSteps = 60; // more than any change has

/// Runs @p change in a process of its own, which is killed at its step @p fatal. False: it had less steps.
bool killedAt(int fatal, const ClaudePlaces &places, const std::function<void(Takeover &)> &change)
{
    const pid_t child = ::fork();
    if (child == 0) {
        int steps = 0;
        Takeover takeover(places, [&steps, fatal](const char *) {
            if (steps++ == fatal)
                ::kill(::getpid(), SIGKILL);
        });
        change(takeover);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

void connectOnce(Takeover &takeover)
{
    TakeoverOptions options;
    options.editors = QFile::exists(takeover.places().editors.front().file);
    (void)takeover.connect(kUrl, token(), options);
}

void renew(Takeover &takeover)
{
    (void)takeover.connect(QStringLiteral("http://127.0.0.1:9999"), Secret("qcc-other"), {});
}

void putBack(Takeover &takeover)
{
    (void)takeover.disconnect(EditedValues::Keep);
}

} // namespace

/// kill -9 between any two steps of any change: what was there before comes back, byte by byte.
class TestTakeoverKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void restoresAfterAKill_data();
    void restoresAfterAKill();
};

void TestTakeoverKill::restoresAfterAKill_data()
{
    QTest::addColumn<QByteArray>("settings"); // null: there is no file and no folder
    QTest::addColumn<QByteArray>("editor");
    QTest::addColumn<QString>("change");
    const QByteArray settings =
        "\xEF\xBB\xBF{\r\n\t\"env\": {\"ANTHROPIC_BASE_URL\": \"https://old.example\"}\r\n}";
    const QByteArray editor = "{ // mine\n  \"a\": 1,\n}\n";
    for (const QString &change :
         {QStringLiteral("connect"), QStringLiteral("renew"), QStringLiteral("disconnect")}) {
        const QByteArray name = change.toUtf8();
        QTest::newRow((name + ", one file").constData()) << settings << QByteArray() << change;
        QTest::newRow((name + ", two files").constData()) << settings << editor << change;
        QTest::newRow((name + ", nothing there").constData()) << QByteArray() << QByteArray() << change;
    }
}

void TestTakeoverKill::restoresAfterAKill()
{
    QFETCH(const QByteArray, settings);
    QFETCH(const QByteArray, editor);
    QFETCH(const QString, change);
    int kills = 0;
    for (int step = 0; step < kMostSteps; ++step) {
        const TakeoverPlace place;
        if (settings.isNull())
            QVERIFY(QDir(place.path(QStringLiteral("home/.claude"))).removeRecursively());
        else
            place.writeSettings(settings);
        if (!editor.isNull())
            place.write(place.editorFile(), editor);
        const auto before = place.everything();
        Takeover takeover = place.takeover();
        if (change != QStringLiteral("connect"))
            connectOnce(takeover);
        const auto act = change == QStringLiteral("connect") ? connectOnce
                         : change == QStringLiteral("renew") ? renew
                                                             : putBack;
        if (!killedAt(step, place.places(), act))
            break;
        ++kills;
        const bool journalled = QFile::exists(place.places().journalFile);
        QCOMPARE(bool(takeover.restore()), journalled);
        QCOMPARE(place.everything(), before);
        QVERIFY(!QFile::exists(place.places().journalFile));
        QCOMPARE(takeover.status().state, TakeoverState::Off);
    }
    QVERIFY2(kills >= 4, qPrintable(QString::number(kills)));
    QVERIFY(kills < kMostSteps);
}

QTEST_GUILESS_MAIN(TestTakeoverKill)
#include "tst_takeover_kill.moc"
