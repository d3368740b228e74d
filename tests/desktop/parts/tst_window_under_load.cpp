// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_services.h"
#include "app/desktop/history_desk.h"
#include "app/desktop/instance_session.h"
#include "tests/desktop/parts/stream_crowd.h"
#include "tests/engine/engine_stage.h"
#include "ui/base/style.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr int kStreams = 300;
constexpr int kEvents = 240; ///< of a stream, kInterval apart: 12 s
constexpr milliseconds kInterval{50};
constexpr int kWatchedFor = 4'000; ///< ms
constexpr int kBlockedFor = 5'000; ///< ms

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

/// The longest time for which the event loop of this thread did not come round.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_clock.start();
        startTimer(1, Qt::PreciseTimer);
    }
    double takeLongest() { return double(std::exchange(m_longest, 0)) / 1e6; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        const qint64 now = m_clock.nsecsElapsed();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }

private:
    QElapsedTimer m_clock;
    qint64 m_last = 0;
    qint64 m_longest = 0;
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
    void usePages(MainWindow &window);
};

/// What a person does meanwhile: from page to page.
void TestWindowUnderLoad::usePages(MainWindow &window)
{
    QElapsedTimer clock;
    clock.start();
    for (size_t i = 0; clock.elapsed() < kWatchedFor; ++i) {
        window.showPage(kPages[i % kPages.size()]);
        const qint64 next = clock.elapsed() + 400;
        QTRY_VERIFY(clock.elapsed() >= next);
    }
}

void TestWindowUnderLoad::neitherHindersTheOther()
{
    qputenv("QCC_SECRETS", "file");
    const QTemporaryDir home;
    OnItsThread<sim::SimProvider> provider([] {
        sim::SimOptions options;
        options.apiKey = "key-of-production";
        options.events = kEvents;
        options.interval = kInterval;
        auto *made = new sim::SimProvider(options);
        return made->listen() ? made : nullptr;
    });
    InstanceSession session;
    HistoryDesk history;
    DesktopServices desktop(home.path(), session);
    SessionOptions options{home.path(), QStringLiteral("127.0.0.1"), 0, true, false, HealthChecks::On};
    session.open(options);
    history.open(home.path());
    QTRY_VERIFY_WITH_TIMEOUT(session.isReachable(), 20'000);
    std::optional<Result<Done>> added;
    AddConfig config;
    config.name = QStringLiteral("production");
    Endpoint endpoint;
    endpoint.url = provider->url();
    config.endpoint = NewEndpoint{endpoint, Secret("key-of-production")};
    session.submit(std::move(config), [&](const Result<Done> &done) { added = done; });
    QTRY_VERIFY(added && added->ok());
    std::optional<Result<Secret>> token;
    session.revealToken([&](Result<Secret> answer) { token.emplace(std::move(answer)); });
    QTRY_VERIFY(token && token->ok());
    const auto port = static_cast<quint16>(QUrl(session.snapshot().listenUrl).port());

    MainWindow window(session, history, desktop);
    window.restore();
    window.show();
    usePages(window); // each page is made once before anything is measured
    StallWatch stalls;
    usePages(window);
    qInfo("longest stall of the window without streams: %.1f ms", stalls.takeLongest());

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
    delays();
    stalls.takeLongest();
    usePages(window);
    qInfo("longest stall of the window while %d streams run: %.1f ms", kStreams, stalls.takeLongest());
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
