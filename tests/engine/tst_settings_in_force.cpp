// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sets about models and the history is in force in a running instance at once.
#include "app/history/history_reader.h"
#include "app/history/history_service.h"
#include "tests/engine/engine_stage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr std::chrono::hours kDay{24};

EditConfig mapModels(const QString &config, const QString &from, const QString &to)
{
    EditConfig edit{config, {}, {}, {}, {}};
    edit.modelMappings = {{from, to}};
    return edit;
}

Ask messages(const QByteArray &model)
{
    Ask ask;
    ask.model = model;
    return ask;
}

/// The model that the provider was asked for last.
QByteArray lastModel(const sim::SimProvider &provider)
{
    return QJsonDocument::fromJson(provider.log().back().body)
        .object()
        .value(QLatin1StringView("model"))
        .toString()
        .toUtf8();
}

/// A history with one request of @p age.
void writeHistory(const QString &home, std::chrono::hours age)
{
    HistoryService history(home);
    history.open();
    RequestRecord record;
    record.kind = RequestKind::Messages;
    record.startedAt = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()) - age;
    history.append(record);
    history.flush();
}

qsizetype requestsIn(const QString &home)
{
    const auto reader = HistoryReader::open(home);
    return reader ? qsizetype((*reader)->requests({})->size()) : -1;
}

} // namespace

class TestSettingsInForce : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modelsAreAskedForByTheirNewNames();
    void anEndpointThatLackedAModelIsAskedByItsNewName();
    void oldRequestsGoAndStayAsSet();
};

void TestSettingsInForce::modelsAreAskedForByTheirNewNames()
{
    EngineStage stage;
    const sim::SimProvider &provider = stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    QVERIFY(
        stage.give(mapModels(QStringLiteral("production"), QStringLiteral("claude-*"), QStringLiteral("m"))));
    QCOMPARE(stage.servedBy(messages("claude-opus-4-1")), QByteArray("production"));
    QCOMPARE(lastModel(provider), QByteArray("m"));
    QVERIFY(stage.give(
        mapModels(QStringLiteral("production"), QStringLiteral("claude-*"), QStringLiteral("other"))));
    QCOMPARE(stage.servedBy(messages("claude-opus-4-1")), QByteArray("production"));
    QCOMPARE(lastModel(provider), QByteArray("other"));
}

void TestSettingsInForce::anEndpointThatLackedAModelIsAskedByItsNewName()
{
    EngineStage stage;
    sim::SimProvider &production = stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    production.setFault(sim::statusFault(404));
    QCOMPARE(stage.servedBy(messages("claude-opus-4-1")), QByteArray("backup"));
    production.setFault(sim::FaultKind::None);
    QCOMPARE(stage.servedBy(messages("claude-opus-4-1")), QByteArray("backup")); // remembered for a while
    QVERIFY(stage.give(mapModels(QStringLiteral("production"), QStringLiteral("*"), QStringLiteral("m"))));
    QCOMPARE(stage.servedBy(messages("claude-opus-4-1")), QByteArray("production"));
}

void TestSettingsInForce::oldRequestsGoAndStayAsSet()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.write(QStringLiteral("priority_config.json"), R"({"history": {"keep_requests_days": 90}})");
    writeHistory(stage.home(), kDay * 60);
    QVERIFY(stage.start());
    QVERIFY(stage.give(EditRetention{{61}}));
    QCOMPARE(requestsIn(stage.home()), 1);
    QVERIFY(stage.give(EditRetention{{59}}));
    QTRY_COMPARE(requestsIn(stage.home()), 0);
}

QTEST_GUILESS_MAIN(TestSettingsInForce)
#include "tst_settings_in_force.moc"
