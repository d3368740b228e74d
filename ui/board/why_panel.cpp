// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/why_panel.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

#include <QShortcut>
#include <QToolButton>

namespace qcc {

namespace {

constexpr qsizetype kShownSentences = 12; ///< one candidate each, in the worst case

} // namespace

WhyPanel::WhyPanel(QWidget *parent) : QFrame(parent)
{
    m_title = new QLabel(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_history = new QPushButton(this);
    m_close = new QToolButton(this);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(Icon::Close));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_history);
    head->addWidget(m_close);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(grid::kUnit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kSmall, grid::kSmall, grid::kMedium);
    column->setSpacing(grid::kUnit);
    column->addLayout(head);
    column->addLayout(m_lines);
    connect(m_history, &QPushButton::clicked, this, &WhyPanel::historyWanted);
    connect(m_close, &QToolButton::clicked, this, &WhyPanel::closeWanted);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &WhyPanel::closeWanted);
    retranslate();
}

void WhyPanel::setSentences(const QStringList &sentences)
{
    if (sentences == m_sentences)
        return;
    m_sentences = sentences;
    const QStringList shown = sentences.mid(0, kShownSentences);
    while (m_lines->count() > shown.size()) {
        const std::unique_ptr<QLayoutItem> item(m_lines->takeAt(m_lines->count() - 1));
        delete item->widget();
    }
    while (m_lines->count() < shown.size()) {
        auto *line = new QLabel(this);
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(line);
    }
    for (int i = 0; i < m_lines->count(); ++i)
        static_cast<QLabel *>(m_lines->itemAt(i)->widget())->setText(shown.at(i));
}

void WhyPanel::retranslate()
{
    m_title->setText(tr("Why it is so"));
    m_history->setText(tr("Show history"));
    m_close->setToolTip(tr("Close the explanation"));
    m_close->setAccessibleName(m_close->toolTip());
}

void WhyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WhyPanel::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kRadius, grid::kRadius);
}

} // namespace qcc
