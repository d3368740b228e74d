// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_window.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace qcc;

class TestSingleWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSecondOneBringsTheFirstForward();
    void theDesktopsTokenIsHandedOver();
    void whatIsToBeOpenedIsHandedOver_data();
    void whatIsToBeOpenedIsHandedOver();
    void afterTheFirstTheNextMayClaim();
    void strangersWordsAreDropped();
    void nobodyAnswers();
};

/// As another process would: ask() blocks, and the first window answers from its event loop.
static bool askFromAnotherThread(const QString &home, const QUrl &open = {})
{
    bool heard = false;
    QScopedPointer<QThread> asker(QThread::create([&] {
        SingleWindow second(home);
        const Result<bool> claimed = second.claim();
        heard = claimed && !*claimed && second.ask(open);
    }));
    asker->start();
    const bool ended = QTest::qWaitFor([&] { return asker->isFinished(); }, 10'000);
    return ended && asker->wait() && heard;
}

void TestSingleWindow::theSecondOneBringsTheFirstForward()
{
    const QTemporaryDir home;
    SingleWindow first(home.path());
    QSignalSpy again(&first, &SingleWindow::startedAgain);
    QVERIFY(*first.claim());
    QVERIFY(askFromAnotherThread(home.path()));
    QVERIFY(askFromAnotherThread(home.path()));
    QCOMPARE(again.size(), 2);
}

void TestSingleWindow::theDesktopsTokenIsHandedOver()
{
    const QTemporaryDir home;
    SingleWindow first(home.path());
    QSignalSpy again(&first, &SingleWindow::startedAgain);
    QVERIFY(*first.claim());
    qputenv("XDG_ACTIVATION_TOKEN", "token-of-the-panel");
    const bool asked = askFromAnotherThread(home.path());
    qunsetenv("XDG_ACTIVATION_TOKEN");
    QVERIFY(asked);
    QCOMPARE(again.first().first().toString(), QStringLiteral("token-of-the-panel"));
}

void TestSingleWindow::whatIsToBeOpenedIsHandedOver_data()
{
    QTest::addColumn<QUrl>("open");
    QTest::newRow("nothing") << QUrl();
    QTest::newRow("a link") << QUrl(
        QStringLiteral("qcc://import?name=a%20b&url=https%3A%2F%2Fgateway.example%2Fx%3Fy&key=sk%09tab%2B"));
    QTest::newRow("a file") << QUrl::fromLocalFile(QStringLiteral("/home/ada/Meine Datei – ä#?.json"));
    QTest::newRow("a long one") << QUrl(QStringLiteral("qcc://import?name=") +
                                        QString(16'000, QLatin1Char('n')));
}

void TestSingleWindow::whatIsToBeOpenedIsHandedOver()
{
    QFETCH(QUrl, open);
    const QTemporaryDir home;
    SingleWindow first(home.path());
    QSignalSpy again(&first, &SingleWindow::startedAgain);
    QVERIFY(*first.claim());
    QVERIFY(askFromAnotherThread(home.path(), open));
    QCOMPARE(again.first().at(1).toUrl(), open);
}

void TestSingleWindow::afterTheFirstTheNextMayClaim()
{
    const QTemporaryDir home;
    {
        SingleWindow first(home.path());
        QVERIFY(*first.claim());
    }
    SingleWindow next(home.path());
    QVERIFY(*next.claim());
    QVERIFY(askFromAnotherThread(home.path()));
}

void TestSingleWindow::strangersWordsAreDropped()
{
    const QTemporaryDir home;
    SingleWindow first(home.path());
    QSignalSpy again(&first, &SingleWindow::startedAgain);
    QVERIFY(*first.claim());
    for (const QByteArray &words : {QByteArray("hello\n"), QByteArray(80'000, 'x')}) {
        QLocalSocket socket;
        socket.connectToServer(home.path() + QStringLiteral("/control.sock.window"));
        QVERIFY(socket.waitForConnected());
        socket.write(words);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(again.size(), 0);
    QVERIFY(askFromAnotherThread(home.path())); // it is as well as before
}

void TestSingleWindow::nobodyAnswers()
{
    const QTemporaryDir home;
    SingleWindow lonely(home.path());
    QVERIFY(!lonely.ask());
}

QTEST_GUILESS_MAIN(TestSingleWindow)
#include "tst_single_window.moc"
