// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/command_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;

class TestCommandDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCommandHearsItsOwnAnswer();
    void settingsAreAdoptedBeforeTheAnswer();
    void anAnswerNobodyWaitsForStillBringsSettings();
    void anAnswerMayGiveTheNextCommand();
    void tokensAreAnsweredInTheirOrder();
};

namespace {

SharedSettings someSettings()
{
    return std::make_shared<LoadedSettings>();
}

} // namespace

void TestCommandDesk::everyCommandHearsItsOwnAnswer()
{
    CommandDesk desk;
    std::vector<quint64> ids;
    QStringList told;
    connect(&desk, &CommandDesk::commandGiven, this,
            [&ids](const std::shared_ptr<Command> &, quint64 id) { ids.push_back(id); });
    for (const char *name : {"a", "b", "c"}) {
        desk.submit(RemoveConfig{QString::fromLatin1(name)}, [&told, name](const Result<Done> &result) {
            told +=
                QString::fromLatin1(name) +
                (result ? QStringLiteral(" done") : QStringLiteral(" refused: ") + result.refusal().subject);
        });
    }
    QCOMPARE(ids.size(), size_t(3));
    desk.applied(ids[2], someSettings());
    desk.applied(ids[0], Refusal{RefusalCode::UnknownConfig, QStringLiteral("a"), {}});
    desk.applied(ids[0], someSettings()); // a second answer is nobody's
    desk.applied(ids[1], someSettings());
    QCOMPARE(told, QStringList(
                       {QStringLiteral("c done"), QStringLiteral("a refused: a"), QStringLiteral("b done")}));
}

void TestCommandDesk::settingsAreAdoptedBeforeTheAnswer()
{
    CommandDesk desk;
    bool adopted = false;
    bool adoptedBefore = false;
    connect(&desk, &CommandDesk::settingsChanged, this, [&adopted] { adopted = true; });
    desk.submit(RemoveConfig{}, [&](const Result<Done> &) { adoptedBefore = adopted; });
    desk.applied(1, someSettings());
    QVERIFY(adoptedBefore);
}

void TestCommandDesk::anAnswerNobodyWaitsForStillBringsSettings()
{
    CommandDesk desk;
    QSignalSpy changed(&desk, &CommandDesk::settingsChanged);
    desk.applied(7, someSettings());
    desk.applied(8, Refusal{});
    QCOMPARE(changed.size(), 1);
}

void TestCommandDesk::anAnswerMayGiveTheNextCommand()
{
    CommandDesk desk;
    int done = 0;
    desk.submit(RemoveConfig{}, [&](const Result<Done> &) {
        ++done;
        desk.submit(RemoveConfig{}, [&done](const Result<Done> &) { ++done; });
    });
    desk.applied(1, someSettings());
    desk.applied(2, someSettings());
    QCOMPARE(done, 2);
}

void TestCommandDesk::tokensAreAnsweredInTheirOrder()
{
    CommandDesk desk;
    QByteArrayList told;
    connect(&desk, &CommandDesk::tokenChanged, this,
            [&](const SharedSecret &token) { told << "adopted " + token->reveal(); });
    QSignalSpy wanted(&desk, &CommandDesk::tokenWanted);
    for (const char *asker : {"first ", "second "}) {
        desk.renewToken([&told, asker](const Result<Secret> &token) {
            told << asker + (token ? token->reveal() : token.refusal().subject.toUtf8());
        });
    }
    QCOMPARE(wanted.size(), 2);
    desk.tokenRenewed(Refusal{RefusalCode::SecretsUnavailable, QStringLiteral("refused"), {}});
    desk.tokenRenewed(SharedSecret(std::make_shared<Secret>("t2")));
    desk.tokenRenewed(SharedSecret(std::make_shared<Secret>("t3"))); // nobody's, but it is in force
    QCOMPARE(told, (QByteArrayList{"first refused", "adopted t2", "second t2", "adopted t3"}));
}

QTEST_GUILESS_MAIN(TestCommandDesk)
#include "tst_command_desk.moc"
