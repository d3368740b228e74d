// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/fact_printer.h"
#include "app/headless/fact_text.h"

#include <QTest>

#include <array>
#include <unistd.h>

using namespace qcc;

class TestFactText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheCourse_data();
    void tellsTheCourse();
    void tellsWhatWasDoneBeside();
    void printsNobodysControlCharacters();
};

namespace {

AttemptRecord attempt(const char *config, OutcomeKind kind, int status,
                      TransportFault fault = TransportFault::None)
{
    AttemptRecord record;
    record.config = QString::fromLatin1(config);
    record.endpointName = QStringLiteral("api");
    record.outcome.kind = kind;
    record.outcome.status = status;
    record.outcome.fault = fault;
    return record;
}

} // namespace

void TestFactText::tellsTheCourse_data()
{
    QTest::addColumn<std::vector<AttemptRecord>>("attempts");
    QTest::addColumn<RequestEnd>("end");
    QTest::addColumn<QString>("text");
    using Attempts = std::vector<AttemptRecord>;
    const auto refused = attempt("production", OutcomeKind::ConnectFailure, 0, TransportFault::Refused);
    QTest::newRow("served by the next")
        << Attempts{refused, attempt("backup", OutcomeKind::Success, 200)} << RequestEnd::Served
        << QStringLiteral("request 7: production/api: connection refused → served by backup/api");
    QTest::newRow("all failed")
        << Attempts{refused, attempt("backup", OutcomeKind::ServerError, 500)} << RequestEnd::Failed
        << QStringLiteral(
               "request 7: production/api: connection refused → backup/api: 500 server error → answered 503");
    QTest::newRow("nobody to ask") << Attempts{} << RequestEnd::Failed
                                   << QStringLiteral("request 7: answered 503");
    QTest::newRow("broken after content")
        << Attempts{attempt("production", OutcomeKind::BrokenStream, 200, TransportFault::Reset)}
        << RequestEnd::Broken
        << QStringLiteral("request 7: production/api: stream broke off → the client's stream was broken off");
}

void TestFactText::tellsTheCourse()
{
    QFETCH(std::vector<AttemptRecord>, attempts);
    QFETCH(RequestEnd, end);
    RequestRecord record;
    record.number = 7;
    record.status = 503;
    record.attempts = attempts;
    record.end = end;
    QTEST(factText(record), "text");
}

void TestFactText::tellsWhatWasDoneBeside()
{
    RequestRecord record;
    record.number = 7;
    record.attempts = {attempt("backup", OutcomeKind::Success, 200)};
    record.held = milliseconds(35'400);
    QCOMPARE(factText(record),
             QStringLiteral("request 7: served by backup/api (waited 35 s for the end of a limit)"));
    record.held = milliseconds(0);
    record.removedThinking = 3;
    record.thinkingOff = true;
    const QString text = factText(record);
    QVERIFY2(text.contains(QStringLiteral("3 thinking block")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("of other providers taken out; asked for without thinking)")),
             qPrintable(text));
}

/// A reason or a name is somebody's text: it neither moves the cursor nor looks like a line of ours.
void TestFactText::printsNobodysControlCharacters()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const int stdoutBefore = ::dup(STDOUT_FILENO);
    ::dup2(ends[1], STDOUT_FILENO);
    FactPrinter().print(QStringLiteral("Manual switch: slow\033[2J\n05:00:00 stopped"));
    ::dup2(stdoutBefore, STDOUT_FILENO);
    ::close(stdoutBefore);
    ::close(ends[1]);
    std::array<char, 256> printed{};
    const ssize_t size = ::read(ends[0], printed.data(), printed.size());
    ::close(ends[0]);
    QCOMPARE(QString::fromUtf8(printed.data(), std::max<ssize_t>(size, 0)),
             QStringLiteral("Manual switch: slow\uFFFD[2J 05:00:00 stopped\n"));
}

QTEST_GUILESS_MAIN(TestFactText)
#include "tst_fact_text.moc"
