// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history_desk.h"
#include "app/history/history_service.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

namespace {

constexpr TimePoint kStart{std::chrono::milliseconds(1'800'000'000'000)};

template <typename T> struct Heard
{
    std::optional<Result<T>> result;
    Answer<T> take()
    {
        return [this](Result<T> answer) { result.emplace(std::move(answer)); };
    }
};

FailoverEvent eventOf(int number)
{
    FailoverEvent made;
    made.id = QStringLiteral("%1").arg(number, 8, 16, QLatin1Char('0'));
    made.type = number % 3 == 2 ? FailoverEventType::Activation : FailoverEventType::Failover;
    made.from = QStringLiteral("production");
    made.to = QStringLiteral("backup");
    made.reason = QStringLiteral("=number %1").arg(number);
    made.at = kStart + minutes(number);
    return made;
}

HealthSample sample(int number)
{
    HealthSample made;
    made.at = kStart + minutes(number);
    made.config = QStringLiteral("production");
    made.status = HealthStatus::Healthy;
    made.healthyEndpoints = 1;
    made.totalEndpoints = 2;
    made.latency = milliseconds(120);
    return made;
}

} // namespace

class TestHistoryDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void answersComeInOrder();
    void aHomeWithoutHistoryIsEmpty();
    void aBrokenDatabaseIsNamed();
    void chartsQuestionsAreAnsweredWhole();
    void exportsBothForms();
    void exportsNowhere();
    void tooManyQuestionsAreRefused();
    void endsWhileQuestionsWait();

private:
    QTemporaryDir m_home;
    QString m_filled;
};

void TestHistoryDesk::init()
{
    if (!m_filled.isEmpty())
        return;
    m_filled = m_home.path();
    HistoryService service(m_filled, nullptr, {[] { return kStart + std::chrono::hours(1); }});
    service.open();
    for (int i = 0; i < 9; ++i)
        service.commit(eventOf(i), nullptr);
    for (int i = 0; i < 60; ++i)
        service.appendSample(sample(i));
    service.flush();
}

void TestHistoryDesk::answersComeInOrder()
{
    HistoryDesk desk;
    desk.open(m_filled);
    QStringList order;
    desk.countEvents({}, [&](const Result<qint64> &count) {
        order += QStringLiteral("count %1").arg(count.ok() ? *count : -1);
    });
    EventFilter page;
    page.limit = 4;
    page.offset = 6;
    desk.events(page, [&](const Result<std::vector<FailoverEvent>> &events) {
        order += QStringLiteral("events %1").arg(events.ok() ? int(events->size()) : -1);
    });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), 2);
    QCOMPARE(order, QStringList({QStringLiteral("count 9"), QStringLiteral("events 3")}));
}

void TestHistoryDesk::aHomeWithoutHistoryIsEmpty()
{
    const QTemporaryDir home;
    HistoryDesk desk;
    desk.open(home.path());
    Heard<qint64> count;
    desk.countEvents({}, count.take());
    QTRY_VERIFY(count.result);
    QCOMPARE(**count.result, 0);
    QVERIFY(!QFile::exists(home.filePath(QStringLiteral("history.db"))));
}

void TestHistoryDesk::aBrokenDatabaseIsNamed()
{
    const QTemporaryDir home;
    QFile file(home.filePath(QStringLiteral("history.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4'096, 'x'));
    file.close();
    HistoryDesk desk;
    desk.open(home.path());
    Heard<qint64> count;
    desk.countEvents({}, count.take());
    QTRY_VERIFY(count.result);
    QCOMPARE(count.result->refusal().code, RefusalCode::HistoryUnavailable);
    QVERIFY(count.result->refusal().subject.contains(QStringLiteral("history.db")));
}

void TestHistoryDesk::chartsQuestionsAreAnsweredWhole()
{
    HistoryDesk desk;
    desk.open(m_filled);
    HealthQuery query;
    query.configs = {QStringLiteral("production"), QStringLiteral("nobody")};
    query.from = kStart;
    query.to = kStart + std::chrono::hours(1);
    query.points = 30;
    Heard<HealthAnswer> answer;
    desk.health(query, answer.take());
    QTRY_VERIFY(answer.result);
    QVERIFY(answer.result->ok());
    const HealthAnswer &health = **answer.result;
    QCOMPARE(health.lines.size(), 2u);
    QVERIFY(health.lines[0].points.size() > 20 && health.lines[0].points.size() <= 30);
    QCOMPARE(health.lines[0].points.front().percentage, 50.0);
    QVERIFY(health.lines[1].points.empty());
    QCOMPARE(health.piece, milliseconds(minutes(2)));
    QCOMPARE(health.events.size(), 9u);
    QVERIFY(!health.spans.empty());
}

void TestHistoryDesk::exportsBothForms()
{
    HistoryDesk desk;
    desk.open(m_filled);
    const QTemporaryDir folder;
    const QString json = folder.filePath(QStringLiteral("events.json"));
    const QString csv = folder.filePath(QStringLiteral("events.csv"));
    Heard<qint64> written;
    desk.exportEvents({}, ExportFormat::Json, json, written.take());
    QTRY_VERIFY(written.result);
    QCOMPARE(**written.result, 6); // the old form knows no activations
    Heard<qint64> lines;
    desk.exportEvents({}, ExportFormat::Csv, csv, lines.take());
    QTRY_VERIFY(lines.result);
    QCOMPARE(**lines.result, 9);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), 10);
    QVERIFY(text.contains("'=number 3"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(file.permissions() & others));
}

void TestHistoryDesk::exportsNowhere()
{
    HistoryDesk desk;
    desk.open(m_filled);
    Heard<qint64> written;
    desk.exportEvents({}, ExportFormat::Csv, QStringLiteral("/proc/nowhere/events.csv"), written.take());
    QTRY_VERIFY(written.result);
    QCOMPARE(written.result->refusal().code, RefusalCode::FileUnwritable);
}

void TestHistoryDesk::tooManyQuestionsAreRefused()
{
    HistoryDesk desk;
    desk.open(m_filled);
    int answered = 0;
    int refused = 0;
    for (int i = 0; i < HistoryDesk::kMostQuestions + 5; ++i)
        desk.countEvents({}, [&](const Result<qint64> &count) { ++(count ? answered : refused); });
    QTRY_COMPARE(answered, HistoryDesk::kMostQuestions);
    QCOMPARE(refused, 5);
}

void TestHistoryDesk::endsWhileQuestionsWait()
{
    int answered = 0;
    {
        HistoryDesk desk;
        desk.open(m_filled);
        for (int i = 0; i < 20; ++i)
            desk.countEvents({}, [&](const Result<qint64> &) { ++answered; });
    }
    QCoreApplication::processEvents();
    QCOMPARE(answered, 0);
}

QTEST_GUILESS_MAIN(TestHistoryDesk)
#include "tst_history_desk.moc"
