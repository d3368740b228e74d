// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_menu.h"

#include "models/text/group_text.h"
#include "models/text/health_text.h"
#include "ui/claude/claude_switch.h"

#include <QTextLayout>

namespace qcc {

namespace {

constexpr milliseconds kLongestLook{60'000};
constexpr int kHeadlineWidth = 400; ///< device-independent pixels

/// As an item's text: an ampersand would mark a short-cut.
QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// At most @p most lines of the headline's width; what does not fit is elided. A panel wraps nothing.
QStringList wrapped(const QString &text, const QFont &font, qsizetype most)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(kHeadlineWidth);
        const bool last = lines.size() + 1 == most;
        lines += text.mid(line.textStart(), last ? -1 : line.textLength()).trimmed();
        if (last)
            break;
    }
    layout.endLayout();
    if (!lines.isEmpty())
        lines.last() = QFontMetrics(font).elidedText(lines.last(), Qt::ElideRight, kHeadlineWidth);
    return lines;
}

} // namespace

TrayMenu::TrayMenu(InstanceDoor &door, QWidget *parent)
    : QMenu(parent), m_door(door), m_content(trayMenuContent(door, nullptr)), m_pinMenu(new QMenu(this))
{
    setToolTipsVisible(true);
    m_longestLook.setSingleShot(true);
    connect(&m_longestLook, &QTimer::timeout, this, &TrayMenu::onAboutToHide);
    connect(this, &QMenu::aboutToShow, this, &TrayMenu::onAboutToShow);
    connect(this, &QMenu::aboutToHide, this, &TrayMenu::onAboutToHide);
    connect(&door, &InstanceDoor::snapshotChanged, this, &TrayMenu::refresh);
    connect(&door, &InstanceDoor::settingsChanged, this, &TrayMenu::refresh);
    connect(&door, &InstanceDoor::stateChanged, this, &TrayMenu::refresh);
    rebuild();
}

void TrayMenu::setClaude(ClaudeSwitch &claude)
{
    m_claude = &claude;
    connect(&claude, &ClaudeSwitch::changed, this, &TrayMenu::refresh);
    refresh();
}

void TrayMenu::setHeadline(const QString &text)
{
    m_headlineText = text;
    showHeadline();
}

void TrayMenu::showHeadline()
{
    const QStringList lines = wrapped(m_headlineText, font(), m_headline.size());
    for (qsizetype i = 0; i < m_headline.size(); ++i) {
        QAction *line = m_headline.at(i);
        const QString shown = literal(lines.value(i));
        if (line->text() != shown)
            line->setText(shown);
        line->setVisible(i < std::max(lines.size(), qsizetype{1}));
        line->setToolTip(m_headlineText);
    }
}

void TrayMenu::addHeadline()
{
    constexpr int kLines = 3;
    m_headline.clear();
    for (int i = 0; i < kLines; ++i) {
        m_headline += addAction(QString());
        m_headline.last()->setEnabled(false);
    }
}

void TrayMenu::refresh()
{
    TrayMenuContent content = trayMenuContent(m_door, m_claude);
    if (content == m_content)
        return;
    m_content = std::move(content);
    rebuildSoon();
}

/// Later: an item that was chosen may be the one that tells of it now.
void TrayMenu::rebuildSoon()
{
    m_stale = true;
    QMetaObject::invokeMethod(this, &TrayMenu::rebuildIfStale, Qt::QueuedConnection);
}

void TrayMenu::rebuildIfStale()
{
    if (m_stale && !m_open)
        rebuild();
}

void TrayMenu::onAboutToShow()
{
    m_open = false;
    rebuildIfStale();
    m_open = true;
    m_longestLook.start(kLongestLook);
}

/// An item that was chosen tells so only after this.
void TrayMenu::onAboutToHide()
{
    m_open = false;
    m_longestLook.stop();
    QMetaObject::invokeMethod(this, &TrayMenu::rebuildIfStale, Qt::QueuedConnection);
}

void TrayMenu::rebuild()
{
    m_stale = false;
    clear();
    m_group = std::make_unique<QActionGroup>(nullptr);
    addHeadline();
    if (m_content.askable)
        connect(addAction(tr("Why?")), &QAction::triggered, this, &TrayMenu::whyRequested);
    addGroups();
    addPinning();
    addSwitches();
    addSeparator();
    connect(addAction(tr("Open QCC")), &QAction::triggered, this, &TrayMenu::openRequested);
    connect(addAction(tr("Quit")), &QAction::triggered, this, &TrayMenu::quitRequested);
    showHeadline();
}

/// The headings are items: a panel shows no text at a separator.
void TrayMenu::addGroups()
{
    for (const TrayGroup &group : m_content.groups) {
        addSeparator();
        addAction(groupName(group.priority))->setEnabled(false);
        for (const TrayConfig &config : group.configs)
            addConfig(config);
    }
    if (m_content.more)
        connect(addAction(tr("More…")), &QAction::triggered, this, &TrayMenu::moreRequested);
}

void TrayMenu::addConfig(const TrayConfig &config)
{
    const bool troubled = config.status == HealthStatus::Degraded || config.status == HealthStatus::Unhealthy;
    const QString text =
        troubled ? tr("%1 (%2)", "%1: a config, %2: its health").arg(config.name, healthName(config.status))
                 : config.name;
    QAction *action = addAction(literal(text));
    action->setCheckable(true);
    action->setChecked(config.active);
    action->setData(config.name);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, name = config.name] { choose(name); });
}

void TrayMenu::addPinning()
{
    if (!m_content.canPin)
        return;
    addSeparator();
    m_pinMenu->clear();
    m_pinMenu->setTitle(tr("Pin current choice"));
    addMenu(m_pinMenu);
    constexpr int kLong = 4;
    for (const int hours : {1, kLong}) {
        QAction *action = m_pinMenu->addAction(tr("For %n hour(s)", nullptr, hours));
        connect(action, &QAction::triggered, this, [this, hours] { pin(std::chrono::hours(hours)); });
    }
    connect(m_pinMenu->addAction(tr("Until released")), &QAction::triggered, this,
            [this] { pin(kUntilReleased); });
    if (m_content.pinned)
        connect(addAction(tr("Release pin")), &QAction::triggered, this,
                [this] { m_door.releasePin(orTell()); });
}

void TrayMenu::addSwitches()
{
    if (!m_content.reachable && !m_content.claude)
        return;
    addSeparator();
    addClaude();
    if (!m_content.reachable)
        return;
    QAction *pause = addAction(m_content.paused ? tr("Resume automation") : tr("Pause automation"));
    connect(pause, &QAction::triggered, this, [this, on = !m_content.paused] { Q_EMIT pauseRequested(on); });
    QAction *serve = addAction(m_content.serving ? tr("Stop the proxy") : tr("Start the proxy"));
    connect(serve, &QAction::triggered, this,
            [this, on = !m_content.serving] { m_door.serve(on, orTell()); });
}

void TrayMenu::addClaude()
{
    if (!m_content.claude)
        return;
    QAction *action = addAction(claudeSwitchName());
    action->setCheckable(true);
    action->setChecked(*m_content.claude);
    action->setEnabled(m_content.canChangeClaude);
    connect(action, &QAction::triggered, this, [this, action, on = !*m_content.claude] {
        action->setChecked(!on); // Qt has moved the mark already
        m_claude->set(on);
    });
}

/// Qt has moved the mark; the instance has not switched yet, and may refuse.
void TrayMenu::markActive()
{
    const QString &active = m_door.snapshot().failover.active;
    for (QAction *action : m_group->actions())
        action->setChecked(action->data().toString() == active);
}

void TrayMenu::choose(const QString &config)
{
    markActive();
    if (config != m_door.snapshot().failover.active)
        m_door.switchConfig({config, QString(), std::nullopt}, orTell());
}

void TrayMenu::pin(seconds time)
{
    m_door.switchConfig({m_door.snapshot().failover.active, QString(), time}, orTell());
}

Answer<Done> TrayMenu::orTell()
{
    return [self = QPointer(this)](const Result<Done> &result) {
        if (self && !result.ok())
            Q_EMIT self->refused(result.refusal());
    };
}

void TrayMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    rebuildSoon();
    Q_EMIT languageChanged();
}

} // namespace qcc
