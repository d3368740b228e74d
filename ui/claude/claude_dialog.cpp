// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claude/claude_dialog.h"

#include "models/text/takeover_text.h"
#include "ui/base/banner.h"
#include "ui/base/colors.h"
#include "ui/base/copy_button.h"
#include "ui/base/elided_label.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/scroll_column.h"
#include "ui/base/style.h"
#include "ui/claude/finding_list.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeWidget>

namespace qcc {

namespace {

constexpr QSize kPreferredSize(640, 500);
constexpr QSize kSmallestSize(460, 300);
constexpr int kMostShownEdits = 6; ///< rows; the others are scrolled to

Tone toneOf(TakeoverState state)
{
    switch (state) {
    case TakeoverState::On:
        return Tone::Good;
    case TakeoverState::Edited:
    case TakeoverState::Interrupted:
        return Tone::Warn;
    case TakeoverState::Unusable:
        return Tone::Bad;
    case TakeoverState::Off:
        return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

Icon iconOf(TakeoverState state)
{
    switch (state) {
    case TakeoverState::On:
        return Icon::Check;
    case TakeoverState::Off:
        return Icon::Unpin;
    case TakeoverState::Edited:
    case TakeoverState::Interrupted:
        return Icon::Warning;
    case TakeoverState::Unusable:
        return Icon::Cross;
    }
    Q_UNREACHABLE();
}

} // namespace

ClaudeDialog::ClaudeDialog(ClaudeSwitch &claude, QWidget *parent) : QDialog(parent), m_claude(claude)
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *page = new ScrollColumn(kPreferredSize.width(), this);
    page->column()->setSpacing(grid::kMedium);
    m_refusal = new Banner(Severity::Bad, this);
    m_refusal->hide();
    page->addPart(makeHead());
    page->addPart(m_refusal);
    page->addPart(makeFileLine());
    makeEdits();
    page->addPart(m_editsHead);
    page->addPart(m_edits);
    m_findingsHead = new QLabel(this);
    m_findings = new FindingList(this);
    page->addPart(m_findingsHead);
    page->addPart(m_findings);
    makeButtons();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(page, 1);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(grid::kLarge, grid::kMedium, grid::kLarge, grid::kLarge);
    footer->addWidget(m_buttons);
    column->addLayout(footer);
    setMinimumSize(kSmallestSize);
    resize(kPreferredSize);
    connect(&m_claude, &ClaudeSwitch::changed, this, &ClaudeDialog::refresh);
    connect(&m_claude, &ClaudeSwitch::refused, this, &ClaudeDialog::showRefusal);
    refresh();
    recolor();
}

QLayout *ClaudeDialog::makeHead()
{
    m_mark = new QLabel(this);
    m_word = new QLabel(this);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_word);
    texts->addWidget(m_sentence);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kMedium);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    return row;
}

QLayout *ClaudeDialog::makeFileLine()
{
    m_fileName = new QLabel(this);
    m_file = new ElidedLabel(this);
    m_file->setElideMode(Qt::ElideMiddle);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = new CopyButton(this);
    m_copy->setSource([this] { return m_claude.status().file; });
    m_folder = new QToolButton(this);
    m_folder->setAutoRaise(true);
    m_folder->setFocusPolicy(Qt::StrongFocus);
    connect(m_folder, &QToolButton::clicked, this, [this] { m_claude.openFolder(); });
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kSmall);
    row->addWidget(m_fileName);
    row->addWidget(m_file, 1);
    row->addWidget(m_copy);
    row->addWidget(m_folder);
    return row;
}

void ClaudeDialog::makeEdits()
{
    m_editsHead = new QLabel(this);
    m_edits = new QTreeWidget(this);
    m_edits->setColumnCount(3);
    m_edits->setRootIsDecorated(false);
    m_edits->setUniformRowHeights(true);
    m_edits->setAllColumnsShowFocus(true);
    m_edits->setTextElideMode(Qt::ElideMiddle);
    m_edits->header()->setSectionsMovable(false);
    m_edits->header()->setStretchLastSection(true);
    m_edits->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_edits->header()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void ClaudeDialog::makeButtons()
{
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_act = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, [this] {
        m_refusal->hide();
        if (m_claude.status().state == TakeoverState::Edited)
            m_claude.putBackKeepingEdits();
        else
            m_claude.set(!m_claude.isOn());
    });
}

void ClaudeDialog::refresh()
{
    const TakeoverStatus &status = m_claude.status();
    setWindowTitle(tr("Claude Code"));
    m_word->setText(takeoverStateName(status.state));
    m_sentence->setText(takeoverSentence(status));
    m_fileName->setText(tr("File"));
    m_file->setText(status.file);
    m_copy->setPurpose(tr("Copy the path"));
    m_folder->setToolTip(tr("Open the folder"));
    m_folder->setAccessibleName(m_folder->toolTip());
    m_findingsHead->setText(tr("What was found"));
    m_findingsHead->setVisible(!status.findings.empty());
    m_findings->setFindings(status.findings);
    m_findings->setVisible(!status.findings.empty());
    showEdits();
    showButtons();
    recolor();
}

void ClaudeDialog::showEdits()
{
    const std::vector<TakeoverEdit> &edits = m_claude.status().edits;
    m_editsHead->setText(tr("What another hand has changed"));
    m_edits->setHeaderLabels({tr("Variable"), tr("As QCC wrote it"), tr("Now")});
    m_edits->setAccessibleName(m_editsHead->text());
    m_editsHead->setVisible(!edits.empty());
    m_edits->setVisible(!edits.empty());
    m_edits->clear();
    for (const TakeoverEdit &edit : edits) {
        const QString now = edit.now.isEmpty() ? tr("taken out", "a variable in a file") : edit.now;
        auto *item = new QTreeWidgetItem(m_edits, {edit.variable, edit.ours, now});
        item->setToolTip(1, edit.ours);
        item->setToolTip(2, now);
    }
    const int rows = std::clamp(static_cast<int>(edits.size()), 1, kMostShownEdits);
    m_edits->setFixedHeight(m_edits->header()->sizeHint().height() + rows * rowHeight(m_edits) +
                            2 * m_edits->frameWidth());
}

void ClaudeDialog::showButtons()
{
    const TakeoverState state = m_claude.status().state;
    QString text = tr("Connect Claude Code");
    if (state == TakeoverState::Edited)
        text = tr("Leave these edits and disconnect");
    else if (m_claude.isOn())
        text = tr("Disconnect and put back");
    m_act->setText(text);
    m_act->setEnabled(m_claude.canChange());
    m_act->setToolTip(m_claude.isOn() ? QString() : m_claude.hindrance());
    m_buttons->button(QDialogButtonBox::Close)
        ->setText(state == TakeoverState::Edited ? tr("Keep connected") : tr("Close"));
}

void ClaudeDialog::showRefusal(const Refusal &refusal)
{
    m_refusal->setText(refusalSentence(refusal));
    m_refusal->show();
}

void ClaudeDialog::recolor()
{
    const Colors &colors = colorsFor(palette());
    const TakeoverState state = m_claude.status().state;
    const ToneColors tone = toneColors(toneOf(state), colors);
    m_mark->setPixmap(icon(iconOf(state), tone.mark)
                          .pixmap(QSize(2 * grid::kSmall + 4, 2 * grid::kSmall + 4), devicePixelRatioF()));
    m_folder->setIcon(icon(Icon::Folder));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors.textMuted);
    m_fileName->setPalette(muted);
    m_word->setFont(headingFont(font(), 2));
    m_file->setFont(fixedFont(font()));
    for (QLabel *head : {m_editsHead, m_findingsHead}) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        head->setFont(bold);
    }
}

void ClaudeDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
    else if (event->type() == QEvent::PaletteChange && m_act)
        recolor();
}

} // namespace qcc
