// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/request_search_model.h"
#include "models/items/request_tree_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace qcc;

/// The live list of requests and their attempts.
class TestRequestTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLastEndedComesFirst();
    void newOnesAreOneInsertionAtTheTop();
    void theListIsBounded();
    void expandedRowsSurvive();
    void requestsAreWords_data();
    void requestsAreWords();
    void attemptsTellWhatHappened();
    void whatAClientNamesIsShortened();
    void searchLooksAtModelAndSession_data();
    void searchLooksAtModelAndSession();
    void anySequenceOfBatchesIsShown();

private:
    QStringList ids() const;

    std::unique_ptr<RequestTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

AttemptRecord attemptOf(const char *config, const char *endpoint, OutcomeKind kind, int status)
{
    AttemptRecord attempt;
    attempt.config = text(config);
    attempt.endpointName = text(endpoint);
    attempt.outcome.kind = kind;
    attempt.outcome.status = status;
    attempt.duration = milliseconds(310);
    return attempt;
}

StoredRequest requestOf(qint64 row)
{
    StoredRequest request;
    request.row = row;
    request.record.kind = RequestKind::Messages;
    request.record.model = "claude-opus-4-1";
    request.record.session = QByteArray("session-") + QByteArray::number(row);
    request.record.startedAt = TimePoint(seconds(1'000'000'000 + row));
    request.record.firstByte = milliseconds(420);
    request.record.duration = milliseconds(8'400);
    request.record.status = 200;
    request.record.usage = TokenUsage{12'400, 830, 11'000, 300};
    request.record.attempts = {attemptOf("production", "eu", OutcomeKind::Overloaded, 529),
                               attemptOf("backup", "official", OutcomeKind::Success, 200)};
    return request;
}

std::vector<StoredRequest> requestsOf(qint64 first, qint64 last)
{
    std::vector<StoredRequest> requests;
    for (qint64 row = first; row <= last; ++row)
        requests.push_back(requestOf(row));
    return requests;
}

} // namespace

void TestRequestTreeModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<RequestTreeModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QStringList TestRequestTreeModel::ids() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids << QString::number(m_model->request(m_model->index(row, 0))->row);
    return ids;
}

void TestRequestTreeModel::theLastEndedComesFirst()
{
    m_model->setRequests({requestOf(2), requestOf(9), requestOf(4)});
    QCOMPARE(ids(), QStringList({text("9"), text("4"), text("2")}));
    QCOMPARE(m_model->lastRow(), 9);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
    QCOMPARE(m_model->rowCount(m_model->index(0, 1)), 0);
}

void TestRequestTreeModel::newOnesAreOneInsertionAtTheTop()
{
    m_model->setRequests(requestsOf(1, 3));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->add({requestOf(3), requestOf(4), requestOf(5)});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first()[1].toInt(), 0);
    QCOMPARE(inserted.first()[2].toInt(), 1);
    QCOMPARE(ids(), QStringList({text("5"), text("4"), text("3"), text("2"), text("1")}));
    m_model->add({requestOf(5)});
    m_model->add({});
    QCOMPARE(inserted.size(), 1);
}

void TestRequestTreeModel::theListIsBounded()
{
    m_model->setRequests(requestsOf(1, 600));
    QCOMPARE(m_model->rowCount(), RequestTreeModel::kMostRequests);
    QCOMPARE(ids().last(), text("101"));
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->add(requestsOf(601, 620));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_model->rowCount(), RequestTreeModel::kMostRequests);
    QCOMPARE(ids().first(), text("620"));
    QCOMPARE(ids().last(), text("121"));
    m_model->add(requestsOf(700, 2000));
    QCOMPARE(ids().first(), text("2000"));
    QCOMPARE(ids().last(), text("1501"));
}

void TestRequestTreeModel::expandedRowsSurvive()
{
    m_model->setRequests(requestsOf(1, 3));
    const QPersistentModelIndex request = m_model->index(1, 0);
    const QPersistentModelIndex attempt = m_model->index(1, RequestTreeModel::Status, request);
    m_model->add(requestsOf(4, 9));
    QCOMPARE(request.row(), 7);
    QCOMPARE(QModelIndex(attempt).parent(), QModelIndex(request));
    QCOMPARE(attempt.data().toString(), text("answered well"));
    QCOMPARE(m_model->request(attempt)->row, 2);
}

void TestRequestTreeModel::requestsAreWords_data()
{
    QTest::addColumn<StoredRequest>("request");
    QTest::addColumn<QStringList>(
        "cells"); // model, session, served by, tries, status, first byte, duration, tokens
    StoredRequest request = requestOf(7);
    QTest::newRow("served by the second")
        << request
        << QStringList{text("claude-opus-4-1"), text("session-"), text("backup"), text("2"),
                       text("200 served"),      text("420 ms"),   text("8.4 s"),  text("12,400 / 830")};
    request.record.held = milliseconds(35'400);
    QTest::newRow("it waited") << request << QStringList{text("claude-opus-4-1"),
                                                         text("session-"),
                                                         text("backup"),
                                                         text("2"),
                                                         text("200 served (waited 35 s)"),
                                                         text("420 ms"),
                                                         text("8.4 s"),
                                                         text("12,400 / 830")};
    request.record.removedThinking = 2;
    QTest::newRow("it waited, and was repaired") << request
                                                 << QStringList{text("claude-opus-4-1"),
                                                                text("session-"),
                                                                text("backup"),
                                                                text("2"),
                                                                text("200 served (waited 35 s, repaired)"),
                                                                text("420 ms"),
                                                                text("8.4 s"),
                                                                text("12,400 / 830")};
    request.record.held = milliseconds(0);
    request.record.removedThinking = 0;
    request.record.end = RequestEnd::Broken;
    request.record.kind = RequestKind::CountTokens;
    QTest::newRow("broken off, another kind") << request
                                              << QStringList{text("claude-opus-4-1 (token count)"),
                                                             text("session-"),
                                                             text("backup"),
                                                             text("2"),
                                                             text("200 broken off"),
                                                             text("420 ms"),
                                                             text("8.4 s"),
                                                             text("12,400 / 830")};
    request.record.end = RequestEnd::Failed;
    request.record.status = 503;
    request.record.usage.reset();
    request.record.firstByte = milliseconds(0);
    request.record.kind = RequestKind::Models;
    request.record.model.clear();
    request.record.session.clear();
    QTest::newRow("failed, little known")
        << request
        << QStringList{text("model list"), QStringLiteral("–"), QStringLiteral("–"), text("2"),
                       text("503 failed"), QStringLiteral("–"), text("8.4 s"),       QStringLiteral("–")};
    request.record.end = RequestEnd::ClientGone;
    request.record.status = 0;
    request.record.attempts.clear();
    QTest::newRow("the client left before anything")
        << request
        << QStringList{text("model list"),  QStringLiteral("–"), QStringLiteral("–"), text("0"),
                       text("client left"), QStringLiteral("–"), text("8.4 s"),       QStringLiteral("–")};
}

void TestRequestTreeModel::requestsAreWords()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFETCH(StoredRequest, request);
    QFETCH(QStringList, cells);
    m_model->setRequests({request});
    QStringList shown;
    for (int column = RequestTreeModel::Model; column < RequestTreeModel::ColumnCount; ++column)
        shown << m_model->index(0, column).data().toString();
    QCOMPARE(shown, cells);
    QCOMPARE(m_model->index(0, 0).data(RequestTreeModel::EndRole).toInt(),
             static_cast<int>(request.record.end));
}

void TestRequestTreeModel::attemptsTellWhatHappened()
{
    m_model->setRequests({requestOf(1)});
    const QModelIndex request = m_model->index(0, 0);
    const auto cell = [&](int row, int column) { return m_model->index(row, column, request); };
    QCOMPARE(cell(0, RequestTreeModel::Time).data().toString(), text("Attempt 1"));
    QCOMPARE(cell(0, RequestTreeModel::Model).data().toString(), text("eu"));
    QCOMPARE(cell(0, RequestTreeModel::ServedBy).data().toString(), text("production"));
    QCOMPARE(cell(0, RequestTreeModel::Status).data().toString(), text("529 overloaded"));
    QCOMPARE(cell(0, RequestTreeModel::Duration).data().toString(), text("310 ms"));
    QCOMPARE(cell(0, 0).data(RequestTreeModel::AttemptOkRole).toBool(), false);
    QCOMPARE(cell(1, 0).data(RequestTreeModel::AttemptOkRole).toBool(), true);
    QVERIFY(!cell(0, 0).data(RequestTreeModel::EndRole).isValid());
}

void TestRequestTreeModel::whatAClientNamesIsShortened()
{
    StoredRequest request = requestOf(1);
    request.record.model = QByteArray(5000, 'm') + "\n\xff";
    request.record.session = "one\ntwo\tthree four";
    m_model->setRequests({request});
    QCOMPARE(m_model->index(0, RequestTreeModel::Model).data().toString().size(), 60);
    QCOMPARE(m_model->index(0, RequestTreeModel::Session).data().toString(), text("one two "));
    QVERIFY(m_model->index(0, RequestTreeModel::Model).data(Qt::ToolTipRole).toString().size() <= 200);
    request.record.model = "<img src='file:///etc/hostname'>";
    m_model->setRequests({request});
    QCOMPARE(m_model->index(0, RequestTreeModel::Model).data(Qt::ToolTipRole).toString(),
             text("<qt>&lt;img src='file:///etc/hostname'&gt;</qt>")); // as it is written, not as HTML
}

void TestRequestTreeModel::searchLooksAtModelAndSession_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing asked") << QString() << 12;
    QTest::newRow("the model, in any case") << text("OPUS") << 12;
    QTest::newRow("one session, beyond what is shown") << text("session-12") << 1;
    QTest::newRow("several sessions") << text("session-1") << 4;
    QTest::newRow("nothing found") << text("haiku") << 0;
    QTest::newRow("not a config") << text("backup") << 0;
}

void TestRequestTreeModel::searchLooksAtModelAndSession()
{
    QFETCH(QString, text);
    QFETCH(int, found);
    m_model->setRequests(requestsOf(1, 12));
    RequestSearchModel search;
    search.setSourceModel(m_model.get());
    const QAbstractItemModelTester tester(&search, QAbstractItemModelTester::FailureReportingMode::QtTest);
    search.setText(text);
    QCOMPARE(search.rowCount(), found);
    if (found > 0)
        QCOMPARE(search.rowCount(search.index(0, 0)), 2);
}

void TestRequestTreeModel::anySequenceOfBatchesIsShown()
{
    std::mt19937 random(7);
    QStringList expected;
    qint64 next = 1;
    for (int step = 0; step < 200; ++step) {
        const qint64 size = static_cast<qint64>(random() % 9);
        m_model->add(requestsOf(next, next + size - 1));
        for (qint64 row = next; row < next + size; ++row)
            expected.prepend(QString::number(row));
        next += size;
        expected = expected.mid(0, RequestTreeModel::kMostRequests);
        QCOMPARE(ids(), expected);
    }
}

QTEST_GUILESS_MAIN(TestRequestTreeModel)
#include "tst_request_tree_model.moc"
