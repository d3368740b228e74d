// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_header.h"

#include "ui/base/copy_button.h"
#include "ui/base/elided_label.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"
#include "ui/base/toggle_switch.h"
#include "ui/board/balanced_label.h"
#include "ui/board/state_mark.h"
#include "ui/claude/claude_toggle.h"

namespace qcc {

namespace {

constexpr int kEdge = 4; ///< the coloured edge

} // namespace

BoardHeader::BoardHeader(Clock clock, QWidget *parent) : QFrame(parent), m_clock(std::move(clock))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge + kEdge, grid::kLarge, grid::kLarge, grid::kMedium);
    column->setSpacing(grid::kMedium);
    column->addLayout(makeTop());
    column->addLayout(makeButtons());
    connectButtons();
    retranslate();
    recolor();
}

QLayout *BoardHeader::makeTop()
{
    m_mark = new StateMark(this);
    m_word = new QLabel(this);
    m_sentence = new BalancedLabel(this);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_serve = new ToggleSwitch(this);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_word);
    texts->addWidget(m_sentence);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kLarge);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_switches = new QVBoxLayout;
    m_switches->setSpacing(grid::kUnit);
    m_switches->addWidget(m_serve, 0, Qt::AlignLeft);
    m_switches->addStretch(1);
    row->addLayout(m_switches);
    return row;
}

void BoardHeader::setClaude(ClaudeSwitch &claude)
{
    auto *toggle = new ClaudeToggle(claude, this);
    m_switches->insertWidget(1, toggle, 0, Qt::AlignLeft);
    setTabOrder(m_serve, toggle->toggle());
    setTabOrder(toggle->toggle(), toggle->details());
}

QLayout *BoardHeader::makeButtons()
{
    m_why = new QPushButton(this);
    m_why->setCheckable(true);
    m_release = new QPushButton(this);
    m_pause = new QPushButton(this);
    m_addressHint = new QLabel(this);
    m_address = new ElidedLabel(this);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = new CopyButton(this);
    m_copy->setSource([this] { return m_headline.snapshot.listenUrl; });
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kSmall);
    row->addWidget(m_why);
    row->addWidget(m_release);
    row->addWidget(m_pause);
    row->addStretch(1);
    row->addWidget(m_addressHint);
    row->addWidget(m_address);
    row->addWidget(m_copy);
    return row;
}

void BoardHeader::connectButtons()
{
    connect(m_why, &QPushButton::clicked, this, &BoardHeader::whyWanted);
    connect(m_release, &QPushButton::clicked, this, &BoardHeader::releaseWanted);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseWanted(!m_headline.paused); });
    connect(m_serve, &QAbstractButton::clicked, this, &BoardHeader::serveWanted);
}

void BoardHeader::setState(const InstanceState &link, const Settings &settings, const ProxySnapshot &snapshot)
{
    const OverallState before = m_headline.state;
    const bool wasPaused = m_headline.paused;
    m_headline = {overallState(link, settings, snapshot), !settings.policy.autoFailoverEnabled, snapshot};
    m_reachable = link.link == InstanceLink::Hosting || link.link == InstanceLink::Attached;
    m_serve->setChecked(snapshot.serving && m_reachable);
    m_serve->setEnabled(m_reachable);
    m_why->setEnabled(m_reachable);
    m_pause->setEnabled(m_reachable);
    m_release->setVisible(snapshot.failover.pinned);
    m_release->setEnabled(m_reachable);
    const bool hasAddress = !snapshot.listenUrl.isEmpty();
    for (QWidget *part : std::initializer_list<QWidget *>{m_addressHint, m_address, m_copy})
        part->setVisible(hasAddress);
    m_address->setText(snapshot.listenUrl);
    retranslate();
    if (m_headline.state != before || m_headline.paused != wasPaused)
        recolor();
}

QString BoardHeader::sentence() const
{
    return m_sentence->text();
}

void BoardHeader::setWhyShown(bool shown)
{
    m_why->setChecked(shown);
}

void BoardHeader::tick()
{
    if (const QString text = m_headline.text(m_clock()); text != m_sentence->text())
        m_sentence->setText(text);
}

void BoardHeader::retranslate()
{
    m_word->setText(stateWord(m_headline.state));
    m_mark->setState(m_headline.state);
    m_serve->setText(tr("Proxy", "a switch"));
    m_serve->setToolTip(m_serve->isChecked() ? tr("Switch the proxy off: Claude Code gets no answers here")
                                             : tr("Switch the proxy on"));
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("Explains why requests go where they go"));
    m_release->setText(tr("Release pin"));
    m_release->setToolTip(tr("Let QCC choose the best config again"));
    m_pause->setText(m_headline.paused ? tr("Resume automation") : tr("Pause automation"));
    m_pause->setToolTip(m_headline.paused ? tr("Switch automatically again")
                                          : tr("Switch nothing automatically until you resume"));
    m_addressHint->setText(tr("Address", "of the proxy"));
    m_copy->setPurpose(tr("Copy the address for Claude Code"));
    tick();
}

void BoardHeader::recolor()
{
    const Colors &colors = colorsFor(palette());
    QPalette word = palette();
    word.setColor(QPalette::WindowText, toneColors(toneOf(m_headline.state), colors).mark);
    m_word->setPalette(word);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_word->setFont(bold);
    QFont large = headingFont(font(), 2);
    large.setWeight(QFont::Normal); // calm
    m_sentence->setFont(large);
    m_address->setFont(fixedFont(font()));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors.textMuted);
    m_addressHint->setPalette(muted);
    m_why->setIcon(icon(Icon::Question));
    m_release->setIcon(icon(Icon::Unpin));
    m_pause->setIcon(icon(m_headline.paused ? Icon::Play : Icon::Pause));
    update();
}

void BoardHeader::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    const ToneColors tone = toneColors(toneOf(m_headline.state), colors);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(colors.border);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(frame, grid::kRadius, grid::kRadius);
    painter.setClipRect(0, 0, kEdge, height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.mark);
    painter.drawRoundedRect(frame, grid::kRadius, grid::kRadius);
}

void BoardHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_pause)
        recolor();
    QFrame::changeEvent(event);
}

} // namespace qcc
