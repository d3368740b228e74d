// SPDX-License-Identifier: GPL-3.0-or-later
// What the health page says, and what it says instead of a chart.
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/segmented_control.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/health_chart.h"
#include "ui/charts/health_page.h"
#include "ui/charts/mark_key.h"

#include <QStackedWidget>
#include <QToolButton>

namespace qcc {

namespace {

const QString &addId()
{
    static const QString kId = QStringLiteral("add");
    return kId;
}

const QString &againId()
{
    static const QString kId = QStringLiteral("again");
    return kId;
}

} // namespace

void HealthPage::retranslate()
{
    setAccessibleName(tr("Health"));
    m_periods->setSegments(
        {tr("1 h", "the last hour"), tr("24 h", "the last day"), tr("7 d", "the last week")});
    m_periods->setAccessibleName(tr("Period"));
    m_periods->setToolTip(tr("How far back the chart goes"));
    m_values->setSegments({tr("Health"), tr("Latency")});
    m_values->setAccessibleName(tr("What the chart shows"));
    m_values->setToolTip(tr("Health: how many of a config's endpoints are healthy, in per cent\n"
                            "Latency: how long the checks of a config took"));
    m_more->setText(tr("Numbers per config"));
    retranslateEmpty();
    showState();
}

HealthPage::Empty HealthPage::emptiness() const
{
    if (m_instance.settings().configs.empty())
        return Empty::NoConfigs;
    if (!m_answer || m_answer->lines.empty()) // one without lines was asked for before the configs were known
        return m_refusal ? Empty::Failing : Empty::Reading;
    if (hasValues(m_chart->contents()))
        return Empty::Nothing;
    if (m_value == ChartValue::Latency)
        return Empty::NoLatency;
    const bool isChecked = m_instance.isReachable() && m_instance.snapshot().failover.monitoring;
    return isChecked ? Empty::FirstCheck : Empty::NobodyChecks;
}

void HealthPage::showState()
{
    m_legend->setActive(m_instance.snapshot().failover.active);
    const bool isStale = m_refusal && m_answer;
    m_trouble->setVisible(isStale);
    if (isStale)
        m_trouble->setText(tr("The chart may be out of date. %1").arg(refusalSentence(*m_refusal)));
    const Empty empty = emptiness();
    if (empty != m_shownEmpty) {
        m_shownEmpty = empty;
        retranslateEmpty();
    }
    m_stack->setCurrentWidget(empty == Empty::Nothing ? static_cast<QWidget *>(m_chart) : m_empty);
    m_legend->setVisible(empty != Empty::NoConfigs);
    m_key->setVisible(empty == Empty::Nothing);
}

void HealthPage::retranslateEmpty()
{
    const auto say = [this](Icon which, const QString &title, const QString &text,
                            const std::vector<NamedAction> &actions = {}) {
        m_empty->setIcon(which);
        m_empty->setTitle(title);
        m_empty->setText(text);
        m_empty->setActions(actions);
    };
    switch (m_shownEmpty) {
    case Empty::Nothing:
        break;
    case Empty::NoConfigs:
        say(Icon::Health, tr("Nothing to watch yet"),
            tr("Add a config, and its health is drawn here from its first check on."),
            {{addId(), tr("Add a config"), true}});
        break;
    case Empty::Failing:
        say(Icon::Warning, tr("The history can't be read"), refusalSentence(*m_refusal),
            {{againId(), tr("Try again"), true}});
        break;
    case Empty::Reading:
        say(Icon::Health, tr("Reading the history…"), {});
        break;
    case Empty::NobodyChecks:
        say(Icon::Pause, tr("Nothing is being checked"),
            tr("Health checks run while an instance runs. There is nothing from this period."));
        break;
    case Empty::FirstCheck:
        say(Icon::Health, tr("The first check is under way"),
            tr("The lines begin here as soon as it has ended."));
        break;
    case Empty::NoLatency:
        say(Icon::Health, tr("No latency is known"), tr("Only successful checks tell one."));
        break;
    }
}

void HealthPage::act(const QString &action)
{
    if (action == addId())
        Q_EMIT addRequested();
    else if (action == againId())
        m_feed->refresh();
}

} // namespace qcc
