// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/group_panel.h"

#include "models/text/group_text.h"
#include "ui/base/group_icon.h"
#include "ui/base/colors.h"
#include "ui/base/elided_label.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/style.h"
#include "ui/base/toggle_switch.h"

#include <QDragEnterEvent>
#include <QLocale>
#include <QMimeData>
#include <QToolButton>

namespace qcc {

namespace {

constexpr int kLeastListHeight = 96;
constexpr int kEmptyShelf = 48;
constexpr int kShelfHeight = 140; ///< at most; shows a line of cards and that there is another

} // namespace

GroupPanel::GroupPanel(BoardModel &model, Priority priority, CardDelegate &delegate, QWidget *parent)
    : QFrame(parent), m_list(new CardList(model, priority, delegate, this))
{
    setAcceptDrops(true);
    m_list->setMinimumHeight(kLeastListHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kMedium, grid::kSmall, grid::kMedium, grid::kSmall);
    column->setSpacing(grid::kSmall);
    column->addLayout(makeHeading());
    column->addWidget(m_list, 1);
    retranslate();
    recolor();
    setForm(Form::List);
}

QLayout *GroupPanel::makeHeading()
{
    m_icon = new QLabel(this);
    m_name = new ElidedLabel(this);
    m_count = new QLabel(this);
    m_add = new QToolButton(this);
    m_add->setIcon(icon(Icon::Add));
    m_add->setAutoRaise(true);
    connect(m_add, &QToolButton::clicked, this, [this] { Q_EMIT addWanted(priority()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kSmall);
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_add);
    row->addStrut(ToggleSwitch().sizeHint().height()); // headings are as high without a switch
    if (priority() == Priority::Disabled) {
        m_fold = new QToolButton(this);
        m_fold->setAutoRaise(true);
        connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
        row->addWidget(m_fold);
    } else {
        m_switch = new ToggleSwitch(this);
        connect(m_switch, &QAbstractButton::clicked, this,
                [this](bool on) { Q_EMIT enabledWanted(priority(), on); });
        row->addWidget(m_switch);
    }
    return row;
}

int GroupPanel::cardCount() const
{
    return m_list->model()->rowCount(m_list->rootIndex());
}

bool GroupPanel::isEnabledGroup() const
{
    return m_list->rootIndex().data(BoardModel::GroupEnabledRole).toBool();
}

void GroupPanel::setForm(Form form)
{
    m_form = form;
    m_list->setShape(form == Form::Shelf ? CardList::Shape::Tiles : CardList::Shape::Column);
    if (m_fold)
        m_fold->setVisible(form == Form::Shelf);
    setFolded(m_folded);
}

void GroupPanel::setFolded(bool folded)
{
    m_folded = folded;
    m_list->setVisible(!isFolded());
    setSizePolicy(QSizePolicy::Preferred,
                  m_form == Form::Shelf ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    fitShelf();
    retranslate();
}

void GroupPanel::fitShelf()
{
    const bool fits = m_form == Form::Shelf;
    const int wanted = cardCount() == 0 ? kEmptyShelf : m_list->contentHeight();
    const int height = std::min(wanted, kShelfHeight);
    m_list->setMinimumHeight(fits ? height : kLeastListHeight);
    m_list->setMaximumHeight(fits ? height : QWIDGETSIZE_MAX);
}

void GroupPanel::refresh()
{
    fitShelf();
    if (m_switch && m_switch->isChecked() != isEnabledGroup())
        m_switch->setChecked(isEnabledGroup());
    if (m_shownCount == cardCount() && m_shownOn == isEnabledGroup())
        return;
    m_shownCount = cardCount();
    m_shownOn = isEnabledGroup();
    recolor();
    retranslate();
}

void GroupPanel::recolor()
{
    const Colors &colors = colorsFor(palette());
    const bool on = isEnabled() && isEnabledGroup() && priority() != Priority::Disabled;
    m_icon->setPixmap(icon(groupIcon(priority()), on ? colors.text : colors.textMuted)
                          .pixmap(QSize(grid::kIcon, grid::kIcon), devicePixelRatioF()));
    m_name->setFont(headingFont(font(), 2));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors.textMuted);
    QPalette full = palette();
    full.setColor(QPalette::WindowText, colors.text);
    m_count->setPalette(muted);
    m_name->setPalette(on ? full : muted);
}

void GroupPanel::retranslate()
{
    const QString name = groupName(priority());
    m_name->setText(name);
    m_count->setText(QLocale().toString(cardCount()));
    m_count->setAccessibleName(tr("%n config(s)", nullptr, cardCount()));
    m_add->setToolTip(tr("Add a config to %1").arg(name));
    m_add->setAccessibleName(m_add->toolTip());
    m_list->setAccessibleName(name);
    if (m_switch) {
        m_switch->setAccessibleName(tr("%1 is used", "a priority group; a switch").arg(name));
        m_switch->setToolTip(m_switch->isChecked() ? tr("Switch off: none of this group gets requests")
                                                   : tr("Switch on: this group gets requests again"));
    }
    if (m_fold) {
        m_fold->setIcon(icon(m_folded ? Icon::Expand : Icon::Collapse));
        m_fold->setToolTip(m_folded ? tr("Show the disabled configs") : tr("Hide the disabled configs"));
        m_fold->setAccessibleName(m_fold->toolTip());
    }
    switch (priority()) {
    case Priority::Primary:
        m_list->setHint(tr("What Claude Code should normally use. Drag a config here or add one."));
        break;
    case Priority::Secondary:
        m_list->setHint(tr("Takes over when every primary config fails. Drag a config here or add one."));
        break;
    case Priority::Fallback:
        m_list->setHint(tr("The last resort, when nothing else works. Drag a config here or add one."));
        break;
    case Priority::Disabled:
        m_list->setHint(tr("Drag a config here to keep it without using it."));
        break;
    }
}

void GroupPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsFor(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.surfaceSunk);
    painter.drawRoundedRect(rect(), grid::kRadius, grid::kRadius);
}

void GroupPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange) && m_name)
        recolor();
    QFrame::changeEvent(event);
}

void GroupPanel::dragEnterEvent(QDragEnterEvent *event)
{
    event->ignore(); // the list is where things are dropped
    if (isFolded() && event->mimeData()->hasFormat(BoardModel::mimeType()))
        setFolded(false);
}

void GroupPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitShelf();
}

} // namespace qcc
