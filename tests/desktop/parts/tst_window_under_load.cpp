// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/claude_desk.h"
#include "app/desktop/desktop_services.h"
#include "app/desktop/history_desk.h"
#include "app/desktop/instance_session.h"
#include "tests/desktop/parts/busy_past.h"
#include "tests/desktop/parts/stream_crowd.h"
#include "tests/engine/engine_stage.h"
#include "ui/base/style.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <ctime>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr int kStreams = 300;
constexpr int kEvents = 300; ///< of a stream, kInterval apart: 15 s
constexpr milliseconds kInterval{50};
constexpr milliseconds kLookedAt{400}; ///< a page, before the next one
constexpr int kRounds = 2;             ///< through all pages, while streams run
constexpr int kBlockedFor = 5'000;     ///< ms

/// A thread with an event loop, and something that was made on it.
template <typename T> class OnItsThread
{
public:
    explicit OnItsThread(std::function<T *()> make)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        run([&] { m_thing = make(); });
    }
    ~OnItsThread()
    {
        run([&] {
            delete m_thing;
            m_context.moveToThread(nullptr);
        });
        m_thread.quit();
        m_thread.wait();
    }
    T *operator->() const { return m_thing; }
    void run(const std::function<void()> &action)
    {
        QMetaObject::invokeMethod(&m_context, action, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_context;
    T *m_thing = nullptr;
};

/// A time for which the event loop did not come round, and how much of it this thread itself has worked: the
/// rest others had the processor.
struct Stall
{
    double lasted = 0; ///< ms
    double worked = 0; ///< ms, the most of any one: not always of the longest
};

double workedMs()
{
    timespec worked{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return double(worked.tv_sec) * 1e3 + double(worked.tv_nsec) / 1e6;
}

/// The longest stall of this thread's event loop.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_clock.start();
        startTimer(1, Qt::PreciseTimer);
    }
    Stall takeLongest() { return std::exchange(m_longest, {}); }

protected:
    void timerEvent(QTimerEvent *) override
    {
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        const double worked = workedMs();
        m_longest.lasted = std::max(m_longest.lasted, now - std::exchange(m_last, now));
        m_longest.worked = std::max(m_longest.worked, worked - std::exchange(m_worked, worked));
    }

private:
    QElapsedTimer m_clock;
    double m_last = 0; ///< ms
    double m_worked = workedMs();
    Stall m_longest;
};

/// The longest stalls from the choice of a page to the choice of the next, in the order of kPages.
struct PageStalls
{
    std::array<Stall, kPages.size()> longest{};

    void add(size_t page, const Stall &stall)
    {
        longest[page].lasted = std::max(longest[page].lasted, stall.lasted);
        longest[page].worked = std::max(longest[page].worked, stall.worked);
    }
    void print(const char *when) const
    {
        const auto most = [this](double Stall::*time) {
            const auto less = [time](const Stall &a, const Stall &b) { return a.*time < b.*time; };
            return std::max_element(longest.begin(), longest.end(), less)->*time;
        };
        QStringList pages;
        for (size_t i = 0; i < kPages.size(); ++i)
            pages += QStringLiteral("%1 %2").arg(toWord(kPages[i])).arg(longest[i].worked, 0, 'f', 1);
        qInfo("%s: longest stall of the window %.1f ms; longest work at a stretch %.1f ms (%s)", when,
              most(&Stall::lasted), most(&Stall::worked), qPrintable(pages.join(QStringLiteral(", "))));
    }
};

void print(const char *when, const CrowdDelays &delays)
{
    qInfo("%s: %lld gaps between two events of a stream, median %.1f ms, p99 %.1f ms, longest %.1f ms", when,
          static_cast<long long>(delays.gaps), delays.median, delays.p99, delays.longest);
}

} // namespace

/// The window and the streams of 300 clients side by side in one process. Times are printed, not asserted.
class TestWindowUnderLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neitherHindersTheOther();

private:
    void addConfigs(InstanceSession &session, const QUrl &url);
    PageStalls usePages(MainWindow &window, int rounds);
};

/// Those of the past, all at one provider.
void TestWindowUnderLoad::addConfigs(InstanceSession &session, const QUrl &url)
{
    for (int i = 0; i < kPastConfigs; ++i) {
        std::optional<Result<Done>> added;
        AddConfig config;
        config.name = QStringLiteral("config-%1").arg(i);
        Endpoint endpoint;
        endpoint.url = url;
        config.endpoint = NewEndpoint{endpoint, Secret(QByteArray("key-") + QByteArray::number(i))};
        session.submit(std::move(config), [&](const Result<Done> &done) { added = done; });
        QTRY_VERIFY(added && added->ok());
    }
}

/// What a person does meanwhile: from page to page. Waits in the event loop itself: QTRY_ macros sleep in it.
PageStalls TestWindowUnderLoad::usePages(MainWindow &window, int rounds)
{
    PageStalls stalls;
    QTimer turn;
    QSignalSpy turned(&turn, &QTimer::timeout);
    turn.start(kLookedAt);
    StallWatch watch;
    for (int i = 0; i < rounds; ++i) {
        for (size_t page = 0; page < kPages.size(); ++page) {
            window.showPage(kPages[page]);
            if (!turned.wait())
                qFatal("the event loop does not come round");
            stalls.add(page, watch.takeLongest());
        }
    }
    return stalls;
}

void TestWindowUnderLoad::neitherHindersTheOther()
{
    qputenv("QCC_SECRETS", "file");
    const QTemporaryDir home;
    QVERIFY(writeBusyPast(home.path()));
    OnItsThread<sim::SimProvider> provider([] {
        sim::SimOptions options;
        options.events = kEvents;
        options.interval = kInterval;
        auto *made = new sim::SimProvider(options);
        return made->listen() ? made : nullptr;
    });
    InstanceSession session;
    HistoryDesk history;
    DesktopServices desktop(home.path(), session);
    ClaudePlaces places;
    places.journalFile = home.filePath(QStringLiteral("claude_takeover.json"));
    places.settingsFile = home.filePath(QStringLiteral("claude/settings.json"));
    ClaudeDesk claude(session, desktop, places);
    SessionOptions options{home.path(), QStringLiteral("127.0.0.1"), 0, true, false, HealthChecks::On};
    session.open(options);
    history.open(home.path());
    QTRY_VERIFY_WITH_TIMEOUT(session.isReachable(), 20'000);
    addConfigs(session, provider->url());
    QTRY_COMPARE(session.settings().configs.size(), size_t(kPastConfigs));
    std::optional<Result<Secret>> token;
    session.revealToken([&](Result<Secret> answer) { token.emplace(std::move(answer)); });
    QTRY_VERIFY(token && token->ok());
    const auto port = static_cast<quint16>(QUrl(session.snapshot().listenUrl).port());

    MainWindow window(session, history, desktop, claude);
    window.restore();
    window.show();
    usePages(window, 1).print("each page for the first time");
    usePages(window, kRounds).print("without streams");

    OnItsThread<StreamCrowd> crowd([&] {
        auto *made = new StreamCrowd(port, messagesRequest(port, (*token)->reveal()), kStreams);
        made->start();
        return made;
    });
    const auto delays = [&] {
        CrowdDelays taken;
        crowd.run([&] { taken = crowd->takeDelays(); });
        return taken;
    };
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot().runningRequests == kStreams, 10'000);
    usePages(window, 1); // until the crowd of beginnings is over
    delays();
    usePages(window, kRounds).print("while the streams run");
    print("window in use", delays());

    QVERIFY(!QSemaphore().tryAcquire(1, kBlockedFor)); // on purpose: the window's thread hears of nothing
    print("window blocked for 5 s", delays());

    int finished = 0;
    const auto ended = [&] {
        int broken = 0;
        crowd.run([&] {
            finished = crowd->finished();
            broken = crowd->broken();
        });
        return finished + broken == kStreams;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 60'000);
    QCOMPARE(finished, kStreams);
}

QTEST_MAIN(TestWindowUnderLoad)
#include "tst_window_under_load.moc"
