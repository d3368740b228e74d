// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/probe_bench.h"

#include "models/text/failure_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"
#include "ui/base/colors.h"
#include "ui/base/flow_layout.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"

namespace qcc {

namespace {

QIcon layerIcon(CheckLayer layer, const Colors &colors)
{
    switch (layer) {
    case CheckLayer::Good:
        return icon(Icon::Check, colors.good);
    case CheckLayer::Bad:
        return icon(Icon::Cross, colors.bad);
    case CheckLayer::Unknown:
        return icon(Icon::Question, colors.idle);
    }
    Q_UNREACHABLE();
}

bool isSame(const std::optional<Secret> &one, const std::optional<Secret> &other)
{
    return one && other ? one->matches(other->reveal()) : !one && !other;
}

} // namespace

ProbeBench::ProbeBench(InstanceDoor &instance, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_test(new QPushButton(this)), m_summary(new QLabel(this)),
      m_layers(new QWidget(this))
{
    auto *chips = new FlowLayout(m_layers, grid::kMedium);
    for (size_t i = 0; i < m_icons.size(); ++i) {
        auto *chip = new QWidget(m_layers);
        auto *row = new QHBoxLayout(chip);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(grid::kUnit);
        row->addWidget(m_icons[i] = new QLabel(chip));
        row->addWidget(m_words[i] = new QLabel(chip));
        chips->addWidget(chip);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::kSmall);
    line->addWidget(m_test);
    line->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kSmall);
    column->addLayout(line);
    column->addWidget(m_layers);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_test->setAutoDefault(false);
    connect(m_test, &QPushButton::clicked, this, &ProbeBench::press);
    retranslate();
}

void ProbeBench::load(const EndpointFields &fields, const std::optional<Secret> &key, const QString &why)
{
    static const std::optional<Secret> kNone;
    const bool another = fields != m_fields || !isSame(key, m_draft ? m_draft->key : kNone);
    const Result<Endpoint> endpoint = endpointOf(fields);
    m_draft.reset();
    if (endpoint && why.isEmpty())
        m_draft = ProbeEndpoint{*endpoint, key ? std::optional(key->clone()) : std::nullopt};
    m_fields = fields;
    m_why = why;
    if (another)
        forget();
    retranslate();
}

void ProbeBench::forget()
{
    ++m_question;
    m_running = false;
    m_result.reset();
}

void ProbeBench::press()
{
    if (m_running)
        forget();
    else
        run();
    retranslate();
}

void ProbeBench::run()
{
    m_running = true;
    m_result.reset();
    ProbeEndpoint draft{m_draft->endpoint,
                        m_draft->key ? std::optional(m_draft->key->clone()) : std::nullopt};
    m_instance.probe(std::move(draft),
                     [self = QPointer(this), question = ++m_question](const Result<CheckReport> &result) {
                         if (self)
                             self->take(question, result);
                     });
}

void ProbeBench::take(int question, const Result<CheckReport> &result)
{
    if (question != m_question)
        return;
    m_running = false;
    m_result = result;
    retranslate();
}

QString ProbeBench::resultText() const
{
    QStringList texts{m_summary->text()};
    for (const QLabel *words : m_words) {
        if (m_layers->isVisibleTo(this))
            texts += words->text();
    }
    return texts.join(QLatin1Char('\n'));
}

void ProbeBench::showLayer(int at, CheckLayer layer, const QString &words)
{
    const auto i = static_cast<size_t>(at);
    m_icons[i]->setPixmap(
        layerIcon(layer, colorsFor(palette())).pixmap(QSize(grid::kIcon, grid::kIcon), devicePixelRatioF()));
    m_words[i]->setText(words.arg(layerName(layer)));
}

void ProbeBench::showReport()
{
    const CheckReport &report = **m_result;
    showLayer(0, report.reachable, tr("Reachable: %1"));
    showLayer(1, report.keyAccepted, tr("Key accepted: %1"));
    showLayer(2, report.modelAnswers, tr("Model answers: %1"));
    const bool well = report.outcome.kind == OutcomeKind::Success && report.reachable == CheckLayer::Good;
    if (!report.rung && report.reachable != CheckLayer::Bad)
        showSummary(tr("It answers, but offers nothing by which it can be tested."));
    else if (well)
        showSummary(tr("Works: the %1 came in %2.").arg(rungName(*report.rung), latencyText(report.latency)));
    else
        showSummary(tr("Does not work: %1 (after %2).")
                        .arg(failureText(report.outcome), latencyText(report.latency)));
}

void ProbeBench::showSummary(const QString &text)
{
    m_summary->setText(text);
    m_test->setAccessibleDescription(text);
}

void ProbeBench::retranslate()
{
    m_test->setText(m_running ? tr("Cancel test") : tr("Test now"));
    m_test->setIcon(icon(m_running ? Icon::Close : Icon::Test));
    m_test->setEnabled(m_running || m_draft);
    m_layers->setVisible(m_result && m_result->ok());
    if (m_running)
        showSummary(tr("Testing…"));
    else if (m_result && !m_result->ok())
        showSummary(refusalSentence(m_result->refusal()));
    else if (m_result)
        showReport();
    else
        showSummary(m_draft ? tr("Asks the provider's cheapest question; nothing is saved.") : m_why);
}

void ProbeBench::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
