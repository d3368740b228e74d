// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/claude_desk.h"
#include "app/desktop/desktop_services.h"
#include "app/desktop/history_desk.h"
#include "app/desktop/instance_session.h"
#include "ui/tray/notice_desk.h"
#include "ui/tray/tray.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

namespace {

ClaudePlaces placesIn(const QString &folder)
{
    ClaudePlaces places;
    places.journalFile = folder + QStringLiteral("/claude_takeover.json");
    places.settingsFile = folder + QStringLiteral("/claude/settings.json");
    return places;
}

} // namespace

/// Engine, window and tray in one process, started and torn down again and again: nothing is left over that a
/// sanitizer would find, whichever way they end.
class TestComesAndGoes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("QCC_SECRETS", "file"); }
    void aHundredTimes();
};

void TestComesAndGoes::aHundredTimes()
{
    const QTemporaryDir home;
    for (int i = 0; i < 100; ++i) {
        InstanceSession session;
        HistoryDesk history;
        DesktopServices desktop(home.path(), session);
        ClaudeDesk claude(session, desktop, placesIn(home.path()));
        history.open(home.path());
        SessionOptions options;
        options.home = home.path();
        options.listenHost = QStringLiteral("127.0.0.1");
        session.open(options);
        claude.start();
        MainWindow window(session, history, desktop, claude);
        Tray tray(session, desktop);
        tray.setClaude(window.claudeSwitch());
        NoticeDesk notices(session, desktop);
        window.restore();
        window.show();
        if (i % 3 == 0)
            continue; // ends while it begins
        QTRY_VERIFY_WITH_TIMEOUT(session.isReachable(), 20'000);
        window.showPage(kPages[static_cast<size_t>(i) % kPages.size()]);
        if (i % 3 == 1)
            continue; // ends without a word
        QSignalSpy closed(&session, &InstanceSession::closed);
        session.close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 20'000);
    }
}

QTEST_MAIN(TestComesAndGoes)
#include "tst_comes_and_goes.moc"
