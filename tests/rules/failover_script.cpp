// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a FailoverWorld's scripts.
#include "tests/rules/failover_world.h"

namespace qcc::test {
namespace {

bool is(const QStringList &words, int at, const char *word)
{
    return words.size() > at && words[at] == QLatin1String(word);
}

seconds secondsAt(const QStringList &words, int at, int otherwise = 0)
{
    return seconds{words.size() > at ? words[at].toInt() : otherwise};
}

} // namespace

void FailoverWorld::run(const QString &script)
{
    const QStringList statements = script.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        const QStringList words = statement.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (!words.isEmpty())
            obey(words);
    }
}

void FailoverWorld::obey(const QStringList &words)
{
    if (obeyTime(words) || obeyPerson(words) || obeyNetwork(words) || obeySettings(words))
        return;
    Q_ASSERT(words.size() >= 2);
    observe(words[0], outcomeOf(words[1], now, secondsAt(words, 2, 600)));
}

bool FailoverWorld::obeyTime(const QStringList &words)
{
    if (words[0].startsWith(QLatin1Char('+'))) {
        pass(milliseconds{qRound64(words[0].mid(1).toDouble() * 1000)});
    } else if (is(words, 0, "rounds")) {
        for (int i = 0; i < words[1].toInt(); ++i)
            round();
    } else if (is(words, 0, "kill")) {
        dead.insert(words.begin() + 1, words.end());
    } else if (is(words, 0, "revive")) {
        for (const QString &id : words.mid(1))
            dead.erase(id);
    } else if (is(words, 0, "good") || is(words, 0, "ill")) {
        const bool good = is(words, 0, "good");
        const QString what = good ? QStringLiteral("ok") : QStringLiteral("500");
        for (const QString &id : everyEndpoint())
            good ? void(dead.erase(id)) : void(dead.insert(id));
        for (int i = 0; i < 3; ++i) {
            for (const QString &id : everyEndpoint())
                observe(id, outcomeOf(what, now));
        }
    } else {
        return false;
    }
    return true;
}

bool FailoverWorld::obeyPerson(const QStringList &words)
{
    if (is(words, 0, "switch")) {
        SwitchConfig command{words[1], QStringLiteral("because"), std::nullopt};
        if (is(words, 2, "for"))
            command.pinFor = secondsAt(words, 3);
        give(SwitchRequested{command});
    } else if (is(words, 0, "release")) {
        give(PinReleased{});
    } else if (is(words, 0, "byhand")) {
        changed({{}, std::nullopt, words[1]});
    } else {
        return false;
    }
    return true;
}

bool FailoverWorld::obeyNetwork(const QStringList &words)
{
    if (is(words, 0, "net"))
        give(NetworkReported{is(words, 1, "up")});
    else if (is(words, 0, "wake"))
        give(WokeUp{});
    else
        return false;
    return true;
}

void FailoverWorld::changed(SettingsChanged input)
{
    give(input);
}

bool FailoverWorld::obeySettings(const QStringList &words)
{
    SettingsChanged input;
    if (is(words, 0, "policy")) {
        setPolicy(words);
    } else if (is(words, 0, "group")) {
        settings.groups.setEnabled(*priorityFromWord(words[1]), is(words, 2, "on"));
    } else if (is(words, 0, "place")) {
        settings.groups.place(words[1], *priorityFromWord(words[2]));
    } else if (is(words, 0, "remove")) {
        settings.groups.remove(words[1]);
        std::erase_if(settings.configs, [&](const Config &config) { return config.name == words[1]; });
    } else if (is(words, 0, "rename")) {
        settings.find(words[1])->name = words[2];
        settings.groups.rename(words[1], words[2]);
        input.renamed = Rename{words[1], words[2]};
    } else if (is(words, 0, "keyless")) {
        keyless.insert(EndpointId{words[1]});
        input.forgotten.push_back({words[1]});
    } else if (is(words, 0, "keyed") || is(words, 0, "newkey")) {
        keyless.erase(EndpointId{words[1]});
        input.forgotten.push_back({words[1]});
    } else {
        return false;
    }
    changed(input);
    return true;
}

void FailoverWorld::setPolicy(const QStringList &words)
{
    FailoverPolicy &policy = settings.policy;
    if (is(words, 1, "recovery"))
        policy.autoRecoveryEnabled = is(words, 2, "on");
    else if (is(words, 1, "failover"))
        policy.autoFailoverEnabled = is(words, 2, "on");
    else if (is(words, 1, "cooldown"))
        policy.cooldownPeriod = secondsAt(words, 2);
    else if (is(words, 1, "delay"))
        policy.recoveryDelay = secondsAt(words, 2);
    else if (is(words, 1, "failures"))
        policy.failureThreshold = words[2].toInt();
    else if (is(words, 1, "successes"))
        policy.successThreshold = words[2].toInt();
    else if (is(words, 1, "perhour"))
        policy.maxFailoversPerHour = words[2].toInt();
    else if (is(words, 1, "quiet"))
        policy.notifyOnFailover = policy.notifyOnRecovery = false;
    else
        Q_ASSERT_X(false, "script", qPrintable(words.join(QLatin1Char(' '))));
}

} // namespace qcc::test
