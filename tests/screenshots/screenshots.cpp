// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/screenshots/sample_health.h"
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/style.h"
#include "ui/claude/claude_dialog.h"
#include "ui/history/requests_page.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocale>

#include <cstdio>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr QSize kPicture{1160, 760};
constexpr int kSettleFor = 1'500; ///< ms: pages ask, get answers, lay out

/// A history whose charts are of the sample's day.
class PictureHistory final : public HistoryDoor
{
public:
    explicit PictureHistory(FakeHistory &other) : m_other(other) {}
    void events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done) override
    {
        m_other.events(filter, std::move(done));
    }
    void countEvents(const EventFilter &filter, Answer<qint64> done) override
    {
        m_other.countEvents(filter, std::move(done));
    }
    void requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done) override
    {
        m_other.requests(filter, std::move(done));
    }
    void health(const HealthQuery &query, Answer<HealthAnswer> done) override
    {
        m_other.healthAnswer = sampleHealth(query.from, query.to, query.points);
        m_other.health(query, std::move(done));
    }
    void stats(TimePoint from, TimePoint to, Answer<HistoryStats> done) override
    {
        m_other.statsAnswer = sampleStats(from, to);
        m_other.stats(from, to, std::move(done));
    }
    void exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                      Answer<qint64> done) override
    {
        m_other.exportEvents(filter, format, path, std::move(done));
    }

private:
    FakeHistory &m_other;
};

void settle()
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < kSettleFor)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

bool save(QWidget &window, const QString &path)
{
    if (window.grab().save(path))
        return true;
    std::fprintf(stderr, "qcc-screenshots: cannot write %s\n", qPrintable(path));
    return false;
}

/// What a picture shows besides one of the pages.
enum class Scene { Page, Sessions, ClaudeDialog };

QWidget &setScene(Scene scene, MainWindow &window)
{
    switch (scene) {
    case Scene::Page:
        break;
    case Scene::Sessions:
        window.findChild<RequestsPage *>()->showView(RequestsPage::View::Sessions);
        break;
    case Scene::ClaudeDialog:
        window.showClaude();
        return *window.findChild<ClaudeDialog *>();
    }
    return window;
}

QString wordOf(Scene scene, Page page)
{
    switch (scene) {
    case Scene::Page:
        return toWord(page);
    case Scene::Sessions:
        return QStringLiteral("sessions");
    case Scene::ClaudeDialog:
        return QStringLiteral("claude-code");
    }
    Q_UNREACHABLE();
}

/// Claude Code as it is led here, with something in its way.
void connectClaude(FakeClaude &claude, Scene scene)
{
    if (scene != Scene::ClaudeDialog)
        return claude.setConnected();
    claude.setConnected({{QStringLiteral("ANTHROPIC_BASE_URL"),
                          QStringLiteral("http://127.0.0.1:7860"),
                          QStringLiteral("https://llm.example.com"),
                          {}}});
    TakeoverStatus status = claude.status();
    status.findings = {
        {TakeoverFindingKind::ProjectWins, QStringLiteral("/home/ada/work/.claude/settings.json"),
         QStringLiteral("ANTHROPIC_BASE_URL"), false},
        {TakeoverFindingKind::Symlink, status.file, QStringLiteral("/home/ada/dotfiles/claude.json"), false}};
    claude.setStatus(status);
}

bool draw(Scene scene, Page page, ThemeChoice theme, Language language, const QDir &folder)
{
    FakeInstance instance;
    FakeHistory fake;
    FakeDesktop desktop;
    FakeClaude claude;
    PictureHistory history(fake);
    fake.storedEvents = sampleEvents(64);
    fake.storedRequests = sampleRequests(200);
    const bool dark = theme == ThemeChoice::Dark;
    applyTheme(*qApp, theme, Density::Comfortable, dark ? Lightness::Dark : Lightness::Light);
    instance.setSettings(sampleSettings());
    instance.setSnapshot(sampleSnapshot(SampleMood::FailedOver));
    instance.shownSessions = sampleSessions();
    connectClaude(claude, scene);
    MainWindow window(instance, history, desktop, claude);
    window.restore();
    window.resize(kPicture);
    window.showPage(page);
    window.show();
    QWidget &shown = setScene(scene, window);
    settle();
    const QString name = QStringLiteral("%1-%2-%3.png")
                             .arg(wordOf(scene, page),
                                  dark ? QStringLiteral("dark") : QStringLiteral("light"), toWord(language));
    return save(shown, folder.filePath(name));
}

} // namespace

/// qcc-screenshots FOLDER: each page in both themes and both languages, with samples that hold no secrets.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: qcc-screenshots FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QFile::decodeName(argv[1]));
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "qcc-screenshots: cannot make %s\n", argv[1]);
        return 1;
    }
    setSampleNow(std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()));
    Translation translation(Language::English);
    for (const Language language : kLanguages) {
        translation.use(language);
        QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese)
                                                          : QLocale(QLocale::English));
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            bool drawn = true;
            for (const Page page : kPages)
                drawn = drawn && draw(Scene::Page, page, theme, language, folder);
            drawn = drawn && draw(Scene::Sessions, Page::Requests, theme, language, folder) &&
                    draw(Scene::ClaudeDialog, Page::Board, theme, language, folder);
            if (!drawn)
                return 1;
        }
    }
    return 0;
}
