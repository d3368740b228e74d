// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claude/finding_list.h"

#include "models/text/takeover_text.h"
#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

namespace qcc {

namespace {

QPixmap symbolOf(const TakeoverFinding &finding, const QWidget &on)
{
    const Colors &colors = colorsFor(on.palette());
    const QSize size(grid::kIcon, grid::kIcon);
    switch (severityOf(finding)) {
    case Severity::Bad:
        return icon(Icon::Cross, colors.bad).pixmap(size, on.devicePixelRatioF());
    case Severity::Warn:
        return icon(Icon::Warning, colors.warn).pixmap(size, on.devicePixelRatioF());
    case Severity::Info:
        return icon(Icon::Info, colors.textMuted).pixmap(size, on.devicePixelRatioF());
    }
    Q_UNREACHABLE();
}

} // namespace

Severity severityOf(const TakeoverFinding &finding)
{
    if (finding.blocks)
        return Severity::Bad;
    switch (finding.kind) {
    case TakeoverFindingKind::ReadOnly:
    case TakeoverFindingKind::Broken:
    case TakeoverFindingKind::ProjectWins:
    case TakeoverFindingKind::ManagedWins:
    case TakeoverFindingKind::ShellWins:
    case TakeoverFindingKind::ApiKeySet:
    case TakeoverFindingKind::OtherProvider:
    case TakeoverFindingKind::Unsupported:
        return Severity::Warn;
    case TakeoverFindingKind::Missing:
    case TakeoverFindingKind::Symlink:
    case TakeoverFindingKind::ProxyVariable:
        return Severity::Info;
    }
    Q_UNREACHABLE();
}

std::vector<TakeoverFinding> pressingFindings(const TakeoverStatus &status)
{
    std::vector<TakeoverFinding> pressing;
    for (const Severity severity : {Severity::Bad, Severity::Warn})
        std::copy_if(status.findings.begin(), status.findings.end(), std::back_inserter(pressing),
                     [severity](const TakeoverFinding &one) { return severityOf(one) == severity; });
    return pressing;
}

FindingList::FindingList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid::kSmall);
}

void FindingList::setFindings(const std::vector<TakeoverFinding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    rebuild();
}

void FindingList::rebuild()
{
    for (QWidget *row : std::exchange(m_rows, {}))
        delete row;
    for (const TakeoverFinding &finding : m_findings) {
        m_rows.push_back(makeRow(finding));
        m_column->addWidget(m_rows.back());
    }
    updateGeometry();
}

QWidget *FindingList::makeRow(const TakeoverFinding &finding)
{
    auto *row = new QWidget(this);
    auto *symbol = new QLabel(row);
    symbol->setPixmap(symbolOf(finding, *this));
    auto *text = new QLabel(takeoverFindingText(finding), row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::kSmall);
    line->addWidget(symbol, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    return row;
}

void FindingList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace qcc
