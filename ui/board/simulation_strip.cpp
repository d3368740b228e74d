// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/simulation_strip.h"

#include "ui/base/colors.h"
#include "ui/base/flow_layout.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

namespace qcc {

SimulationStrip::SimulationStrip(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent)
    : QFrame(parent), m_instance(instance), m_desktop(desktop), m_icon(new QLabel(this)),
      m_text(new QLabel(this)), m_end(new QPushButton(this)), m_row(new FlowLayout)
{
    m_text->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid::kSmall);
    head->addWidget(m_icon, 0, Qt::AlignVCenter);
    head->addWidget(m_text, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kMedium, grid::kMedium, grid::kMedium);
    column->setSpacing(grid::kSmall);
    column->addLayout(head);
    column->addLayout(m_row);
    m_row->addWidget(m_end);
    connect(m_end, &QPushButton::clicked, this, [this] { m_desktop.endSimulation(); });
    connect(&instance, &InstanceDoor::settingsChanged, this, &SimulationStrip::refresh);
    connect(&instance, &InstanceDoor::stateChanged, this, &SimulationStrip::refresh);
    refresh();
    recolor();
}

void SimulationStrip::refresh()
{
    const bool simulation = m_desktop.facts().simulation;
    setVisible(simulation);
    static const Settings kNone; // the next simulation begins with all providers well
    const Settings &settings = simulation ? m_instance.settings() : kNone;
    for (auto it = m_switches.begin(); it != m_switches.end();) {
        if (settings.find(it->first)) {
            ++it;
            continue;
        }
        delete it->second;
        it = m_switches.erase(it);
    }
    for (const Config &config : settings.configs) {
        if (!m_switches.contains(config.name))
            addProvider(config.name);
    }
    retranslate();
}

void SimulationStrip::tabAfter(QWidget *before)
{
    for (const auto &[config, button] : m_switches) {
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_end);
}

void SimulationStrip::addProvider(const QString &config)
{
    auto *made = new QPushButton(this);
    made->setCheckable(true);
    m_row->removeWidget(m_end);
    m_row->addWidget(made);
    m_row->addWidget(m_end);
    setTabOrder(m_end->previousInFocusChain(), made);
    setTabOrder(made, m_end);
    m_switches[config] = made;
    connect(made, &QPushButton::clicked, this, [this, config](bool broken) {
        m_desktop.breakSimulated(config, broken);
        retranslate();
    });
}

void SimulationStrip::retranslate()
{
    m_text->setText(
        tr("These providers are simulated. Break one and watch where Claude Code is served from."));
    m_end->setText(tr("End the simulation"));
    for (const auto &[config, button] : m_switches) {
        button->setText(button->isChecked() ? tr("Mend %1").arg(config) : tr("Break %1").arg(config));
        button->setIcon(icon(button->isChecked() ? Icon::Check : Icon::Cross));
    }
}

void SimulationStrip::recolor()
{
    const Colors &colors = colorsFor(palette());
    m_icon->setPixmap(
        icon(Icon::Test, colors.accent).pixmap(QSize(grid::kIcon, grid::kIcon), devicePixelRatioF()));
}

void SimulationStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_row)
        recolor();
    QFrame::changeEvent(event);
}

void SimulationStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.accent, 1, Qt::DashLine));
    painter.setBrush(colors.accentSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kRadius, grid::kRadius);
}

} // namespace qcc
