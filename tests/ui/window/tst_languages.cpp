// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/screenshots/sample_health.h"
#include "tests/ui/window/shown_texts.h"
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/board/board_page.h"
#include "ui/editing/config_dialog.h"
#include "ui/tray/tray.h"
#include "ui/window/main_window.h"

#include <QAbstractSpinBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

struct World
{
    SampleMood mood = SampleMood::AllWell;
    InstanceState state{InstanceLink::Hosting, std::nullopt};
    bool empty = false;      ///< nothing is configured
    bool simulation = false; ///< the strip on the board
    bool noHistory = false;
};

/// The texts that people and providers wrote: they are the same in every language.
QStringList givenWords(const Settings &settings)
{
    QStringList words{QStringLiteral("api.anthropic.com"), QStringLiteral("Company contract"),
                      QStringLiteral("maintenance of the contract, until Tuesday")};
    for (const Config &config : settings.configs) {
        words += {config.name, config.description};
        for (const Endpoint &endpoint : config.endpoints)
            words += {endpoint.url.toString(), endpoint.url.host(), endpoint.name};
    }
    words.removeAll(QString());
    std::sort(words.begin(), words.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return words;
}

/// Names of things that have no Chinese name: programs, formats, headers, keys, variables, addresses.
const QRegularExpression &names()
{
    static const QRegularExpression kNames(QStringLiteral(
        R"(<b>|<br>|QCC|GNU|Claude Code|Anthropic|JSON|CSV|PEM|HTTP/[0-9.]+|HTTP|HTTPS|URL|API|TLS|Tokens?|token|English)"
        R"(|Authorization: Bearer|x-api-key|ANTHROPIC_[A-Z_]+|claude[-a-zA-Z0-9*.]*|my-opus|model unavailable)"
        R"(|https?:[-/.:a-z0-9]*|/home/ada/.qcc|/home/ada/.claude/settings.json|VS Code|ENABLE_TOOL_SEARCH|localhost|eval .\$\(|qcc[a-z -]*)"
        R"(|(Ctrl|Alt|Shift)\+[A-Za-z0-9]+|F[0-9]+|Del(ete)?|[0-9a-f]{8}|sk-[a-z]+|v[0-9.]+)"));
    return kNames;
}

class LanguageKeeper
{
public:
    void use(Language language)
    {
        QLocale::setDefault(QLocale(language == Language::Chinese ? QLocale::Chinese : QLocale::English));
        m_translation.use(language);
    }

private:
    Translation m_translation{Language::English};
};

/// A window, its dialog and the tray over a world that stands still.
struct Scene
{
    FakeInstance instance;
    FakeHistory history;
    FakeDesktop desktop;
    FakeClaude claude;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Tray> tray;
    Settings settings = sampleSettings();

    explicit Scene(const World &world)
    {
        instance.setSettings(world.empty ? Settings() : settings);
        instance.setSnapshot(sampleSnapshot(world.mood));
        instance.setState(world.state);
        desktop.simulation = world.simulation;
        history.storedEvents = sampleEvents(12);
        history.storedRequests = sampleRequests(12);
        history.healthAnswer = sampleHealth(sampleNow() - minutes(60), sampleNow(), 60);
        history.statsAnswer = sampleStats(sampleNow() - minutes(60), sampleNow());
        if (world.noHistory)
            history.refusal = Refusal{RefusalCode::HistoryUnavailable, QStringLiteral("/x/history.db"), {}};
        tray = std::make_unique<Tray>(instance, desktop, [] { return sampleNow(); });
        window = std::make_unique<MainWindow>(instance, history, desktop, claude);
        tray->setClaude(window->claudeSwitch());
        window->resize(1'160, 760);
        window->show();
    }

    ShownTexts texts()
    {
        ShownTexts all;
        for (const Page page : kPages) {
            window->showPage(page);
            for (const auto &[place, text] : shownTexts(*window))
                all[toWord(page) + QLatin1Char(' ') + place] = text;
        }
        for (const QDialog *dialog : window->findChildren<QDialog *>())
            all.merge(shownTexts(*dialog));
        all[QStringLiteral("tray.toolTip")] = tray->toolTip();
        all.merge(shownTexts(tray->menu()));
        return all;
    }
};

/// What stays of a text when all is taken away that is the same in every language.
QString ownWords(QString text, const QStringList &given)
{
    for (const QString &word : given)
        text.remove(word);
    return text.remove(names());
}

bool speaksEnglish(const QString &text)
{
    static const QRegularExpression kWord(QStringLiteral("[A-Za-z]{2,}"));
    return text.contains(kWord);
}

QStringList leftInEnglish(const ShownTexts &texts, const QStringList &given)
{
    QStringList left;
    for (const auto &[place, text] : texts)
        if (speaksEnglish(ownWords(text, given)))
            left += place + QStringLiteral(": ") + text;
    return left;
}

/// What is said in one language only. A tip tells what a narrow place cuts off, and the tray's menu wraps its
/// sentence: the other language may be shorter.
QStringList missingIn(const ShownTexts &other, const ShownTexts &texts)
{
    QStringList missing;
    for (const auto &[place, text] : texts) {
        const bool byLength = place.endsWith(QLatin1StringView(".toolTip")) ||
                              place.startsWith(QLatin1StringView("qcc::TrayMenu.action["));
        if (!byLength && !other.contains(place))
            missing += place + QStringLiteral(": ") + text;
    }
    return missing;
}

/// Times to wait go on while it is looked.
QString withoutClock(QString text)
{
    static const QRegularExpression kClock(QStringLiteral("[0-9]+(:[0-9]{2})+"));
    return text.replace(kClock, QStringLiteral("0:00"));
}

QStringList differences(const ShownTexts &before, const ShownTexts &after)
{
    QStringList found;
    for (const auto &[place, text] : before) {
        const auto now = after.find(place);
        if (now == after.end())
            found += QStringLiteral("gone: %1: %2").arg(place, text);
        else if (withoutClock(now->second) != withoutClock(text))
            found += QStringLiteral("%1: %2 → %3").arg(place, text, now->second);
    }
    for (const auto &[place, text] : after)
        if (!before.contains(place))
            found += QStringLiteral("new: %1: %2").arg(place, text);
    return found;
}

/// Waits until all that was asked for is answered and shown.
ShownTexts settledTexts(Scene &scene)
{
    constexpr int kStill = 300; // ms; pages gather what changes
    ShownTexts texts = scene.texts();
    QElapsedTimer still;
    still.start();
    const bool settled = QTest::qWaitFor([&] {
        ShownTexts now = scene.texts();
        if (now != texts)
            still.restart();
        texts.swap(now);
        return still.hasExpired(kStill);
    });
    return settled ? texts : ShownTexts();
}

QString listed(const QStringList &lines)
{
    constexpr int kMost = 40;
    return lines.mid(0, kMost).join(QLatin1Char('\n'));
}

} // namespace

Q_DECLARE_METATYPE(World)

/// Every text in the window, its dialog and the tray's menu follows the language while they are open.
class TestLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void everythingFollows_data();
    void everythingFollows();
};

void TestLanguages::everythingFollows_data()
{
    QTest::addColumn<World>("world");
    QTest::newRow("all is well") << World();
    QTest::newRow("a person has chosen") << World{.mood = SampleMood::Pinned};
    QTest::newRow("degraded") << World{.mood = SampleMood::Degraded, .simulation = true};
    QTest::newRow("all are down") << World{.mood = SampleMood::AllDown};
    QTest::newRow("own network is down") << World{.mood = SampleMood::OwnNetwork};
    QTest::newRow("proxy off") << World{.mood = SampleMood::ProxyOff};
    QTest::newRow("attached to another process") << World{.state = {InstanceLink::Attached, std::nullopt}};
    QTest::newRow("the instance was lost")
        << World{.state = {InstanceLink::Lost, Refusal{RefusalCode::NotRunning, {}, {}}}};
    QTest::newRow("nothing is configured") << World{.empty = true};
    QTest::newRow("no history") << World{.noHistory = true};
}

void TestLanguages::everythingFollows()
{
    QFETCH(const World, world);
    LanguageKeeper languages;
    languages.use(Language::English);
    Scene scene(world);
    scene.window->editConfig(QStringLiteral("production"));
    const QStringList given = givenWords(scene.settings);
    const ShownTexts english = settledTexts(scene);
    QVERIFY(english.size() > 100);

    languages.use(Language::Chinese);
    const auto left = [&] { return leftInEnglish(scene.texts(), given); };
    if (!QTest::qWaitFor([&] { return left().isEmpty(); }))
        QFAIL(qPrintable(QStringLiteral("still English:\n") + listed(left())));
    for (const QAbstractSpinBox *field : scene.window->findChildren<QAbstractSpinBox *>())
        if (field->window() == scene.window.get())
            QCOMPARE(field->locale().language(), QLocale::Chinese);
    const ShownTexts chinese = scene.texts();
    QCOMPARE(listed(missingIn(chinese, english)), QString());
    QCOMPARE(listed(missingIn(english, chinese)), QString());

    languages.use(Language::English);
    const auto changed = [&] { return differences(english, scene.texts()); };
    if (!QTest::qWaitFor([&] { return changed().isEmpty(); }))
        QFAIL(qPrintable(QStringLiteral("not as before:\n") + listed(changed())));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
