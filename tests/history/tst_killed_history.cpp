// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/history_stage.h"

#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr int kRounds = 25;
constexpr int kMostEvents = 12; ///< a round

} // namespace

class TestKilledHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Issue 3: kill -9 under load; no event that was shown is missing, the database opens, the state is as
    /// it was.
    void noCommittedEventIsLost()
    {
        qsizetype shown = 0;
        for (int round = 0; round < kRounds; ++round) {
            const QList<QByteArray> lines = killAWriter();
            if (QTest::currentTestFailed())
                return;
            const auto reader = m_stage.reader();
            for (const QByteArray &line : lines) {
                const QString id = QString::fromLatin1(line.split(' ').at(0));
                const auto stored = reader->event(id);
                QVERIFY2(stored.ok() && stored->has_value(), line);
            }
            checkState(lines.last().split(' ').at(1));
            shown += lines.size();
        }
        EventFilter all;
        all.limit = 1'000'000;
        const qsizetype stored = qsizetype(m_stage.reader()->events(all)->size());
        QVERIFY(stored >= shown && stored <= shown + kRounds);
        qInfo("%lld events shown in %d rounds, %lld stored", qint64(shown), kRounds, qint64(stored));
        checkWhole();
    }

private:
    /// What the writer had said until it was killed.
    QList<QByteArray> killAWriter()
    {
        QProcess writer;
        writer.start(u(HISTORY_WRITER), {m_stage.home()});
        [&] { QVERIFY2(writer.waitForStarted(), qPrintable(writer.errorString())); }();
        QByteArray said;
        const qsizetype enough = QRandomGenerator::global()->bounded(1, kMostEvents);
        while (said.count('\n') < enough && writer.waitForReadyRead(20'000))
            said += writer.readAllStandardOutput();
        ::usleep(static_cast<useconds_t>(QRandomGenerator::global()->bounded(5000)));
        ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        [&] {
            QVERIFY(writer.waitForFinished(20'000));
            QVERIFY2(writer.exitStatus() == QProcess::CrashExit && said.count('\n') >= enough,
                     writer.readAllStandardError());
        }();
        said += writer.readAllStandardOutput();
        QList<QByteArray> lines = said.split('\n');
        lines.removeLast(); // what follows the last line break
        return lines;
    }

    /// The state belongs to the last event that was shown, or to the one after it.
    void checkState(const QByteArray &lastShown)
    {
        const auto service = m_stage.service();
        QSignalSpy opened(service.get(), &HistoryService::opened);
        QSignalSpy unavailable(service.get(), &HistoryService::unavailable);
        service->open();
        QCOMPARE(unavailable.size(), 0);
        const auto remembered = opened[0][0].value<RememberedState>();
        QVERIFY(remembered.state.has_value());
        const int shown = lastShown.mid(qstrlen("config-")).toInt();
        const int found = remembered.state->active.mid(qsizetype(qstrlen("config-"))).toInt();
        QVERIFY2(found == shown || found == shown + 1,
                 qPrintable(u("shown %1, stored %2").arg(shown).arg(found)));
    }

    void checkWhole() const
    {
        SqlConnection connection;
        connection.open(m_stage.path(), SqlConnection::Access::ReadOnly);
        SqlRows rows = connection.rows(u("PRAGMA integrity_check"));
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), u("ok"));
    }

    HistoryStage m_stage;
};

QTEST_GUILESS_MAIN(TestKilledHistory)
#include "tst_killed_history.moc"
