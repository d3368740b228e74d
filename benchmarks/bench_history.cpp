// SPDX-License-Identifier: GPL-3.0-or-later
// How quickly a history answers, by its size: fills a temporary database with N requests and N samples of the
// last 30 days by the service's own way of writing, and prints one JSON line with the median times of the
// questions that people ask.
#include "app/history/history_database.h"
#include "app/history/history_file.h"
#include "app/history/history_reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using namespace qcc;

namespace {

using std::chrono::hours;

constexpr int kRequestsOfAnEvent = 200;
constexpr int kRowsOfABatch = 20'000;
constexpr int kRepeats = 7;
constexpr std::array kConfigs{"production", "gateway", "reseller", "backup"};
constexpr TimePoint kEnd{milliseconds(1'772'366'400'000)};
constexpr hours kSpan{30 * 24};

QString configOf(qint64 number)
{
    // Nine of ten go to the first.
    return QString::fromLatin1(kConfigs[number % 10 == 0 ? size_t(number / 10) % kConfigs.size() : 0]);
}

TimePoint momentOf(qint64 number, qint64 of)
{
    return kEnd - kSpan + milliseconds(milliseconds(kSpan).count() * number / of);
}

RequestRecord requestOf(qint64 number, qint64 of)
{
    RequestRecord record;
    record.number = quint64(number);
    record.model = number % 3 == 0 ? "claude-haiku-4-5" : "claude-sonnet-4-5";
    record.session = QByteArray::number(number / 200, 16).rightJustified(36, 'a');
    record.startedAt = momentOf(number, of);
    record.firstByte = milliseconds(500 + number % 900);
    record.duration = milliseconds(2000 + number % 30'000);
    record.end = number % 500 == 0 ? RequestEnd::Failed : RequestEnd::Served;
    record.status = 200;
    record.bytesIn = quint64(60'000 + number % 40'000);
    record.bytesOut = quint64(4'000 + number % 9'000);
    record.usage = TokenUsage{number % 50, number % 2000, 30'000 + number % 1000, number % 400};
    AttemptRecord attempt{
        configOf(number), {QStringLiteral("0badcafe")}, QStringLiteral("api.test"), {}, record.duration};
    attempt.outcome.effect = HealthEffect::Success;
    attempt.outcome.status = 200;
    record.attempts.push_back(attempt);
    return record;
}

FailoverEvent eventOf(qint64 number, qint64 of)
{
    FailoverEvent event;
    event.id = QStringLiteral("%1").arg(number, 8, 16, QLatin1Char('0'));
    const bool back = number % 2 == 1;
    event.type = back ? FailoverEventType::Recovery : FailoverEventType::Failover;
    event.from = QString::fromLatin1(kConfigs[back ? 1 : 0]);
    event.to = QString::fromLatin1(kConfigs[back ? 0 : 1]);
    event.at = momentOf(number, of);
    event.decision = Decision();
    event.decision->at = event.at;
    return event;
}

HealthSample sampleOf(qint64 number, qint64 of)
{
    const QString config = QString::fromLatin1(kConfigs[size_t(number) % kConfigs.size()]);
    return {momentOf(number, of), config, HealthStatus::Healthy,
            int(number % 3 != 0), 1,      milliseconds(80 + number % 40)};
}

/// Exits when a batch can't be written.
void write(HistoryDatabase &database, WaitingRows &rows)
{
    if (const MaybeTrouble trouble = database.write(rows, HistoryDatabase::Durability::Kill))
        qFatal("%s", qPrintable(trouble->detail));
    rows = {};
}

void fill(const QString &path, qint64 count)
{
    HistoryDatabase database(path);
    if (const MaybeTrouble trouble = database.open())
        qFatal("%s", qPrintable(trouble->detail));
    WaitingRows rows;
    for (qint64 i = 0; i < count; ++i) {
        rows.requests.push_back(requestOf(i, count));
        rows.samples.push_back(sampleOf(i, count));
        if (i % kRequestsOfAnEvent == 0)
            rows.events.push_back(eventOf(i / kRequestsOfAnEvent, count / kRequestsOfAnEvent + 1));
        if (rows.size() >= kRowsOfABatch)
            write(database, rows);
    }
    write(database, rows);
    for (RollUp outcome = RollUp::MoreToDo; outcome == RollUp::MoreToDo;) {
        if (const MaybeTrouble trouble = database.rollUp(kEnd, HistoryRetention{}, outcome))
            qFatal("%s", qPrintable(trouble->detail));
    }
}

/// The median in milliseconds; each time with a connection of its own, as the command line does.
template <typename Question> double timeOf(const QString &home, Question question)
{
    std::vector<double> times;
    for (int i = 0; i < kRepeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto reader = HistoryReader::open(home);
        if (!reader || !question(**reader))
            qFatal("a question failed");
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// What one request adds to the file, without the samples.
double bytesOfARequest()
{
    const QTemporaryDir home;
    const QString path = historyPath(home.path());
    constexpr qint64 kCount = 20'000;
    HistoryDatabase database(path);
    if (const MaybeTrouble trouble = database.open())
        qFatal("%s", qPrintable(trouble->detail));
    WaitingRows rows;
    for (qint64 i = 0; i < kCount; ++i)
        rows.requests.push_back(requestOf(i, kCount));
    write(database, rows);
    database.close();
    return double(QFileInfo(path).size()) / double(kCount);
}

QJsonObject measure(qint64 count)
{
    const QTemporaryDir directory;
    const QString home = directory.path();
    QElapsedTimer timer;
    timer.start();
    fill(historyPath(home), count);
    const double filled = double(timer.elapsed());
    const EventFilter newest{{}, {}, {}, {}, {}, 20, 0};
    const QString config = QString::fromLatin1(kConfigs[0]);
    RequestFilter failed;
    failed.end = RequestEnd::Failed;
    RequestFilter rare;
    rare.config = QString::fromLatin1(kConfigs[3]);
    rare.since = kEnd - hours(7 * 24);
    return {{QStringLiteral("rows"), count},
            {QStringLiteral("fill_ms"), filled},
            {QStringLiteral("events_ms"),
             timeOf(home, [&](const HistoryReader &r) { return r.events(newest).ok(); })},
            {QStringLiteral("requests_ms"),
             timeOf(home, [](const HistoryReader &r) { return r.requests({}).ok(); })},
            {QStringLiteral("failed_ms"),
             timeOf(home, [&](const HistoryReader &r) { return r.requests(failed).ok(); })},
            {QStringLiteral("rare_ms"),
             timeOf(home, [&](const HistoryReader &r) { return r.requests(rare).ok(); })},
            {QStringLiteral("stats_day_ms"),
             timeOf(home, [](const HistoryReader &r) { return r.stats(kEnd - hours(24), kEnd).ok(); })},
            {QStringLiteral("stats_all_ms"),
             timeOf(home, [](const HistoryReader &r) { return r.stats({}, kEnd).ok(); })},
            {QStringLiteral("health_ms"),
             timeOf(home,
                    [&](const HistoryReader &r) {
                        return r.health(config, kEnd - hours(7 * 24), kEnd, 200).ok();
                    })},
            {QStringLiteral("file_mib"), double(QFileInfo(historyPath(home)).size()) / (1024 * 1024)}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fputs("usage: bench-history ROWS...\n", stderr);
        return 2;
    }
    const double bytes = bytesOfARequest();
    for (const QString &argument : arguments) {
        QJsonObject line = measure(argument.toLongLong());
        line.insert(QStringLiteral("bytes_per_request"), bytes);
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
