// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/file_limit.h"
#include "tests/support/dispatcher_main.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <numeric>
#include <sys/socket.h>
#include <unistd.h>

using namespace qcc;
using std::chrono::milliseconds;

namespace {

/// Two connected sockets; what is written to one is read from the other.
struct SocketPair
{
    SocketPair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("socketpair failed");
    }
    ~SocketPair()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    SocketPair(const SocketPair &) = delete;
    SocketPair &operator=(const SocketPair &) = delete;

    void send() const { QCOMPARE(::write(ends[1], "x", 1), ssize_t(1)); }
    int take() const
    {
        char byte = 0;
        return static_cast<int>(::read(ends[0], &byte, 1));
    }
    std::array<int, 2> ends{-1, -1};
};

/// Calls a function when a timer of its own fires.
class Ticker : public QObject
{
public:
    explicit Ticker(std::function<void(Ticker &)> call) : m_call(std::move(call)) {}
    void start(int ms) { m_timer.start(ms, Qt::PreciseTimer, this); }
    void stop() { m_timer.stop(); }
    int id() const { return m_timer.timerId(); }
    int fired = 0;

protected:
    void timerEvent(QTimerEvent *) override
    {
        ++fired;
        const auto call = m_call;
        call(*this);
    }

private:
    std::function<void(Ticker &)> m_call;
    QBasicTimer m_timer;
};

void runOnce(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    QAbstractEventDispatcher::instance()->processEvents(flags);
}

/// Keeps the thread busy, as a handler does that computes.
void compute(milliseconds span)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < span.count())
        ;
}

} // namespace

/// What Qt's objects expect of a dispatcher, asked of Qt's own and of EpollDispatcher alike.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void timersFireInTheOrderOfTheirTimes();
    void aTimerStoppedByAnotherDoesNotFire();
    void aTimerRestartedInItsHandlerWaitsAgain();
    void aTimerMayDeleteItsObject();
    void aTimerThatWasHeldUpFiresOnceAndGoesOn();
    void aTimerIsNotEnteredAgainByANestedLoop();
    void timersAreListedWithTheTimeTheyHaveLeft();
    void zeroTimersDoNotStarveSocketsAndPosts();
    void manySocketsAreServedOnceEach();
    void readingAndWritingOfOneSocketAreToldApart();
    void anEndedPeerIsTold();
    void aDisabledNotifierIsSilent();
    void aNotifierRemovedDuringDispatchIsNotCalled();
    void aReusedSocketNumberInheritsNoEvent();
    void socketsCanBeExcluded();
    void timersCanBeExcluded();
    void postsFromOtherThreadsArriveAllAndWakeIt();
    void postsMadeWhileItIsAboutToBlockAreServed();
    void anEventLoopNestsAndQuits();
    void aWaitingLoopIsInterruptedFromAnotherThread();
    void aHundredThreadsStartAndStop();
};

void TestEpollDispatcher::initTestCase()
{
    raiseOpenFileLimit();
    const bool isEpoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()) != nullptr;
    QCOMPARE(isEpoll, test::wantsEpoll());
}

void TestEpollDispatcher::timersFireInTheOrderOfTheirTimes()
{
    QList<int> order;
    std::vector<std::unique_ptr<Ticker>> tickers;
    for (const int ms : {60, 20, 0, 40, 10}) {
        tickers.push_back(std::make_unique<Ticker>([&order, ms](Ticker &ticker) {
            ticker.stop();
            order += ms;
        }));
        tickers.back()->start(ms);
    }
    QTRY_COMPARE(order.size(), 5);
    QCOMPARE(order, (QList<int>{0, 10, 20, 40, 60}));
}

void TestEpollDispatcher::aTimerStoppedByAnotherDoesNotFire()
{
    Ticker *other = nullptr;
    const auto stopBoth = [&other](Ticker &self) {
        self.stop();
        other->stop();
    };
    Ticker first(stopBoth);
    Ticker second([&first](Ticker &self) {
        self.stop();
        first.stop();
    });
    other = &second;
    first.start(1);
    second.start(1);
    QTRY_COMPARE(first.fired + second.fired, 1);
    compute(milliseconds(5));
    runOnce();
    QCOMPARE(first.fired + second.fired, 1);
}

void TestEpollDispatcher::aTimerRestartedInItsHandlerWaitsAgain()
{
    QElapsedTimer since;
    milliseconds second{0};
    Ticker ticker([&](Ticker &self) {
        if (self.fired == 1) {
            since.start();
            self.start(50);
            return;
        }
        second = milliseconds(since.elapsed());
        self.stop();
    });
    ticker.start(1);
    QTRY_COMPARE(ticker.fired, 2);
    QVERIFY2(second >= milliseconds(48), qPrintable(QString::number(second.count())));
}

void TestEpollDispatcher::aTimerMayDeleteItsObject()
{
    QPointer<Ticker> ticker = new Ticker([](Ticker &self) { delete &self; });
    ticker->start(0);
    QTRY_VERIFY(!ticker);
}

void TestEpollDispatcher::aTimerThatWasHeldUpFiresOnceAndGoesOn()
{
    Ticker ticker([](Ticker &) {});
    ticker.start(20);
    compute(milliseconds(110));
    runOnce();
    runOnce();
    QCOMPARE(ticker.fired, 1); // not five times to make up for it
    QTRY_VERIFY(ticker.fired >= 3);
}

void TestEpollDispatcher::aTimerIsNotEnteredAgainByANestedLoop()
{
    int depth = 0;
    int deepest = 0;
    Ticker ticker([&](Ticker &self) {
        deepest = std::max(deepest, ++depth);
        if (self.fired == 1) {
            QEventLoop nested;
            QTimer::singleShot(30, &nested, &QEventLoop::quit);
            nested.exec();
        }
        --depth;
    });
    ticker.start(0);
    QTRY_VERIFY(ticker.fired >= 3);
    QCOMPARE(deepest, 1);
}

void TestEpollDispatcher::timersAreListedWithTheTimeTheyHaveLeft()
{
    Ticker ticker([](Ticker &) {});
    ticker.start(10'000);
    QAbstractEventDispatcher &dispatcher = *QAbstractEventDispatcher::instance();
    const auto timers = dispatcher.registeredTimers(&ticker);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers[0].timerId, ticker.id());
    QCOMPARE(timers[0].interval, 10'000);
    QCOMPARE(timers[0].timerType, Qt::PreciseTimer);
    const int left = dispatcher.remainingTime(ticker.id());
    QVERIFY2(left > 9'000 && left <= 10'000, qPrintable(QString::number(left)));
    const int id = ticker.id();
    ticker.stop();
    QVERIFY(dispatcher.registeredTimers(&ticker).isEmpty());
    if (test::wantsEpoll())
        QCOMPARE(dispatcher.remainingTime(id), -1);
}

void TestEpollDispatcher::zeroTimersDoNotStarveSocketsAndPosts()
{
    Ticker busy([](Ticker &) {});
    busy.start(0);
    SocketPair pair;
    int activations = 0;
    QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { activations += pair.take(); });
    bool posted = false;
    QMetaObject::invokeMethod(
        this, [&posted] { posted = true; }, Qt::QueuedConnection);
    pair.send();
    QTRY_COMPARE(activations, 1);
    QVERIFY(posted);
    QVERIFY(busy.fired > 0);
}

void TestEpollDispatcher::manySocketsAreServedOnceEach()
{
    constexpr size_t kPairs = 400;
    std::vector<std::unique_ptr<SocketPair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::vector<int> activations(kPairs, 0);
    for (size_t i = 0; i < kPairs; ++i) {
        pairs.push_back(std::make_unique<SocketPair>());
        notifiers.push_back(std::make_unique<QSocketNotifier>(pairs[i]->ends[0], QSocketNotifier::Read));
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations[i];
            pairs[i]->take();
        });
    }
    for (const auto &pair : pairs)
        pair->send();
    const auto all = [&] { return std::accumulate(activations.begin(), activations.end(), size_t(0)); };
    QTRY_COMPARE(all(), kPairs);
    runOnce();
    QCOMPARE(std::count(activations.begin(), activations.end(), 1), qsizetype(kPairs));
}

void TestEpollDispatcher::readingAndWritingOfOneSocketAreToldApart()
{
    SocketPair pair;
    int reads = 0;
    int writes = 0;
    QSocketNotifier read(pair.ends[0], QSocketNotifier::Read);
    QSocketNotifier write(pair.ends[0], QSocketNotifier::Write);
    connect(&read, &QSocketNotifier::activated, this, [&] { reads += pair.take(); });
    connect(&write, &QSocketNotifier::activated, this, [&] {
        ++writes;
        write.setEnabled(false);
    });
    QTRY_COMPARE(writes, 1);
    QCOMPARE(reads, 0);
    pair.send();
    QTRY_COMPARE(reads, 1);
    QCOMPARE(writes, 1);
}

void TestEpollDispatcher::anEndedPeerIsTold()
{
    SocketPair pair;
    int end = -1;
    QSocketNotifier read(pair.ends[0], QSocketNotifier::Read);
    connect(&read, &QSocketNotifier::activated, this, [&] {
        end = pair.take();
        read.setEnabled(false);
    });
    ::shutdown(pair.ends[1], SHUT_RDWR);
    QTRY_COMPARE(end, 0);
}

void TestEpollDispatcher::aDisabledNotifierIsSilent()
{
    SocketPair pair;
    int activations = 0;
    QSocketNotifier read(pair.ends[0], QSocketNotifier::Read);
    connect(&read, &QSocketNotifier::activated, this, [&] { activations += pair.take(); });
    read.setEnabled(false);
    pair.send();
    runOnce();
    runOnce();
    QCOMPARE(activations, 0);
    read.setEnabled(true);
    QTRY_COMPARE(activations, 1);
}

void TestEpollDispatcher::aNotifierRemovedDuringDispatchIsNotCalled()
{
    std::array<SocketPair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    int activations = 0;
    for (size_t i = 0; i < pairs.size(); ++i) {
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].ends[0], QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            notifiers[1 - i].reset();
            pairs[i].take();
        });
        pairs[i].send();
    }
    QTRY_COMPARE(activations, 1);
    runOnce();
    QCOMPARE(activations, 1);
}

/// A connecting socket that gets the number of one just closed must not look writable because that one was.
void TestEpollDispatcher::aReusedSocketNumberInheritsNoEvent()
{
    std::array<SocketPair, 2> pairs;
    SocketPair quiet;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    std::unique_ptr<QSocketNotifier> late;
    int lateActivations = 0;
    for (size_t i = 0; i < pairs.size(); ++i) {
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].ends[0], QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            const int number = pairs[1 - i].ends[0];
            notifiers[1 - i].reset();
            notifiers[i]->setEnabled(false);
            ::dup2(quiet.ends[0], number); // closes what was there
            late = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
            connect(late.get(), &QSocketNotifier::activated, this, [&] { ++lateActivations; });
        });
        pairs[i].send();
    }
    QTRY_VERIFY(late != nullptr);
    runOnce();
    QCOMPARE(lateActivations, 0);
}

void TestEpollDispatcher::socketsCanBeExcluded()
{
    SocketPair pair;
    int activations = 0;
    QSocketNotifier read(pair.ends[0], QSocketNotifier::Read);
    connect(&read, &QSocketNotifier::activated, this, [&] { activations += pair.take(); });
    pair.send();
    Ticker ticker([](Ticker &self) { self.stop(); });
    ticker.start(30);
    QElapsedTimer waited;
    waited.start();
    runOnce(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
    while (ticker.fired == 0 && !waited.hasExpired(5'000))
        runOnce(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
    QCOMPARE(ticker.fired, 1);
    QCOMPARE(activations, 0);
    QTRY_COMPARE(activations, 1);
}

void TestEpollDispatcher::timersCanBeExcluded()
{
    Ticker ticker([](Ticker &self) { self.stop(); });
    ticker.start(0);
    runOnce(QEventLoop::X11ExcludeTimers);
    QCOMPARE(ticker.fired, 0);
    QTRY_COMPARE(ticker.fired, 1);
}

void TestEpollDispatcher::postsFromOtherThreadsArriveAllAndWakeIt()
{
    constexpr int kThreads = 8;
    constexpr int kPosts = 1'000;
    int received = 0;
    QEventLoop loop;
    const auto receive = [&] {
        if (++received == kThreads * kPosts)
            loop.quit();
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < kThreads; ++i) {
        threads.emplace_back(QThread::create([this, receive] {
            for (int post = 0; post < kPosts; ++post)
                QMetaObject::invokeMethod(this, receive, Qt::QueuedConnection);
        }));
        threads.back()->start();
    }
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    loop.exec();
    QCOMPARE(received, kThreads * kPosts);
    for (const auto &thread : threads)
        QVERIFY(thread->wait(5'000));
}

void TestEpollDispatcher::postsMadeWhileItIsAboutToBlockAreServed()
{
    bool posted = false;
    QThread thread;
    if (QAbstractEventDispatcher *dispatcher = test::newDispatcher())
        thread.setEventDispatcher(dispatcher);
    thread.start();
    QObject inside;
    inside.moveToThread(&thread);
    QMetaObject::invokeMethod(&inside, [&] {
        auto once = std::make_shared<bool>(false);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &inside,
                [&, once] {
                    if (std::exchange(*once, true))
                        return;
                    QMetaObject::invokeMethod(
                        &inside,
                        [&] {
                            posted = true;
                            thread.quit();
                        },
                        Qt::QueuedConnection);
                });
    });
    QVERIFY(thread.wait(5'000));
    QVERIFY(posted);
}

void TestEpollDispatcher::anEventLoopNestsAndQuits()
{
    QEventLoop outer;
    bool innerDone = false;
    QTimer::singleShot(0, &outer, [&] {
        QEventLoop inner;
        QTimer::singleShot(10, &inner, [&] { inner.exit(7); });
        innerDone = inner.exec() == 7;
        outer.quit();
    });
    QCOMPARE(outer.exec(), 0);
    QVERIFY(innerDone);
}

void TestEpollDispatcher::aWaitingLoopIsInterruptedFromAnotherThread()
{
    QEventLoop loop;
    std::unique_ptr<QThread> thread(QThread::create([&loop] { loop.exit(3); }));
    connect(
        QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, thread.get(),
        [&thread] { thread->start(); }, Qt::SingleShotConnection);
    QCOMPARE(loop.exec(), 3);
    QVERIFY(thread->wait(5'000));
}

void TestEpollDispatcher::aHundredThreadsStartAndStop()
{
    constexpr int kThreads = 100;
    std::atomic<int> ticks{0};
    std::vector<std::unique_ptr<QThread>> threads;
    std::vector<std::unique_ptr<QObject>> objects;
    for (int i = 0; i < kThreads; ++i) {
        threads.push_back(std::make_unique<QThread>());
        if (QAbstractEventDispatcher *dispatcher = test::newDispatcher())
            threads.back()->setEventDispatcher(dispatcher);
        objects.push_back(std::make_unique<QObject>());
        QThread *thread = threads.back().get();
        objects.back()->moveToThread(thread);
        thread->start();
        QMetaObject::invokeMethod(objects.back().get(), [&ticks, thread] {
            QTimer::singleShot(1, thread, [&ticks] { ++ticks; });
            QTimer::singleShot(2, [thread] { thread->quit(); });
        });
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(20'000));
    QTRY_COMPARE(ticks.load(), kThreads); // the thread objects live here: their ticks come through this loop
}

QCC_DISPATCHER_TEST_MAIN(TestEpollDispatcher)
#include "tst_epoll_dispatcher.moc"
