// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/style.h"

#include "ui/base/style_paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QTabBar>

namespace qcc {

namespace {

using paint::Arrow;

constexpr int kQuestionWidth = 340;

Arrow arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        return Arrow::Up;
    case QStyle::PE_IndicatorArrowLeft:
        return Arrow::Left;
    case QStyle::PE_IndicatorArrowRight:
        return Arrow::Right;
    default:
        return Arrow::Down;
    }
}

QColor markOf(const QStyleOption &option)
{
    const Colors &colors = colorsFor(option.palette);
    return option.state & QStyle::State_Enabled ? colors.textMuted : colors.border;
}

void paintSortArrow(const QStyleOption &option, QPainter *painter)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // As Qt has it, SortDown is shown for ascending order; people read an arrow that points up as ascending.
    const Arrow way = header->sortIndicator == QStyleOptionHeader::SortDown ? Arrow::Up : Arrow::Down;
    paint::chevron(painter, option.rect, way, colorsFor(option.palette).accent);
}

void paintBranch(const QStyleOption &option, QPainter *painter)
{
    if (!(option.state & QStyle::State_Children))
        return;
    const Arrow closed = option.direction == Qt::RightToLeft ? Arrow::Left : Arrow::Right;
    paint::chevron(painter, option.rect, option.state & QStyle::State_Open ? Arrow::Down : closed,
                   markOf(option));
}

/// Selected rows and tabs keep their text's colour: their ground is soft.
template <typename Option> Option quiet(const Option &option)
{
    Option made(option);
    made.palette.setColor(QPalette::HighlightedText, option.palette.color(QPalette::Text));
    return made;
}

/// What a message box asks stands out from what it explains, and its lines are not too short to be read.
void dressMessageBox(QLabel *label)
{
    // A longer one has the width that the box gives it: with one of ours its lines would not be broken.
    const bool isShort = label->fontMetrics().size(0, label->text()).width() < kQuestionWidth;
    if (isShort && label->objectName() == QLatin1StringView("qt_msgbox_label"))
        label->setMinimumWidth(kQuestionWidth);
    auto *asked = label->objectName() == QLatin1StringView("qt_msgbox_informativelabel")
                      ? label->window()->findChild<QLabel *>(QStringLiteral("qt_msgbox_label"))
                      : nullptr;
    if (!asked)
        return;
    QFont bold = asked->font();
    bold.setWeight(QFont::DemiBold);
    asked->setFont(bold);
}

QStyleOptionHeader quietHeader(const QStyleOptionHeader &option)
{
    QStyleOptionHeader made(option);
    made.palette.setColor(QPalette::ButtonText, colorsFor(option.palette).textMuted);
    return made;
}

QStyleOptionTab quietTab(const QStyleOptionTab &option)
{
    QStyleOptionTab made(option);
    const Colors &colors = colorsFor(option.palette);
    const QColor color = option.state & QStyle::State_Selected ? colors.accent : colors.textMuted;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        made.palette.setColor(group, QPalette::WindowText, color);
    return made;
}

/// False: that is no frame of ours.
bool paintFrame(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter *painter)
{
    switch (element) {
    case QStyle::PE_FrameDefaultButton:
    case QStyle::PE_FrameLineEdit: // its panel has the edge
    case QStyle::PE_FrameTabBarBase:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameStatusBarItem:
        return true;
    case QStyle::PE_Frame:
    case QStyle::PE_FrameMenu:
        paint::panelFrame(option, painter);
        return true;
    case QStyle::PE_PanelMenu:
    case QStyle::PE_PanelTipLabel:
        paint::tipPanel(option, painter);
        return true;
    case QStyle::PE_FrameGroupBox:
        paint::groupFrame(option, painter);
        return true;
    default:
        return false;
    }
}

/// False: that is no indicator of ours.
bool paintIndicator(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter *painter)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        paint::checkBox(option, painter);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paint::radioButton(option, painter);
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        paintSortArrow(option, painter);
        return true;
    case QStyle::PE_IndicatorBranch:
        paintBranch(option, painter);
        return true;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
        paint::chevron(painter, option.rect, arrowOf(element), markOf(option));
        return true;
    default:
        return false;
    }
}

} // namespace

Style::Style(Density density)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_density(density)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && !qobject_cast<QHeaderView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto *label = qobject_cast<QLabel *>(widget))
        dressMessageBox(label);
    if (auto *header = qobject_cast<QHeaderView *>(widget);
        header && header->orientation() == Qt::Horizontal) {
        header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        header->setHighlightSections(false);
    }
    if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget) ||
        qobject_cast<QAbstractButton *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return paint::buttonPanel(*option, painter, widget);
    case PE_PanelButtonTool:
        return paint::toolButtonPanel(*option, painter, widget);
    case PE_FrameFocusRect:
        return paint::focusFrame(*option, painter, widget);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            paint::fieldPanel(*option, painter);
        return;
    case PE_PanelItemViewRow:
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            paint::rowBackground(*row, painter);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            paint::itemBackground(*item, painter);
        return;
    default:
        if (!paintFrame(element, *option, painter) && !paintIndicator(element, *option, painter))
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == CE_PushButtonLabel)
        return paint::buttonLabel(*button, painter, this, widget);
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
        if (element == CE_Header)
            return drawHeader(*header, painter, widget);
        if (element == CE_HeaderSection)
            return paint::headerSection(*header, painter);
        if (element == CE_HeaderLabel) {
            const QStyleOptionHeader muted = quietHeader(*header);
            return QProxyStyle::drawControl(element, &muted, painter, widget);
        }
    }
    if (element == CE_HeaderEmptyArea)
        return painter->fillRect(option->rect, colorsFor(option->palette).surface);
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem) {
        const QStyleOptionViewItem calm = quiet(*item);
        return QProxyStyle::drawControl(element, &calm, painter, widget);
    }
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
        if (element == CE_TabBarTabShape)
            return paint::tabShape(*tab, painter);
        if (element == CE_TabBarTabLabel) {
            const QStyleOptionTab muted = quietTab(*tab);
            return QProxyStyle::drawControl(element, &muted, painter, widget);
        }
    }
    if (const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        entry && element == CE_MenuItem)
        return drawMenuItem(*entry, painter, widget);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        bar && element == CE_ProgressBar)
        return paint::progressBar(*bar, painter);
    if (element == CE_Splitter)
        return paint::splitterHandle(*option, painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const
{
    // A separator with words is a heading, and Fusion's business.
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty())
        return paint::menuSeparator(option, painter);
    QStyleOptionMenuItem calm(option);
    if (option.state & State_Selected && option.state & State_Enabled &&
        option.menuItemType != QStyleOptionMenuItem::Separator) {
        paint::menuHighlight(option, painter);
        calm.state &= ~State_Selected; // or Fusion paints its own ground over it
    }
    QProxyStyle::drawControl(CE_MenuItem, &calm, painter, widget);
}

/// As QCommonStyle does it, but asking us where the parts are.
void Style::drawHeader(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const
{
    painter->save();
    painter->setClipRect(option.rect);
    drawControl(CE_HeaderSection, &option, painter, widget);
    QStyleOptionHeader part(option);
    part.rect = subElementRect(SE_HeaderLabel, &option, widget);
    drawControl(CE_HeaderLabel, &part, painter, widget);
    part.rect = subElementRect(SE_HeaderArrow, &option, widget);
    drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
    painter->restore();
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox)
        return paint::comboBox(*combo, painter, this, widget);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox)
        return paint::spinBox(*spin, painter, this, widget);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return paint::scrollBar(*bar, painter, this, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace qcc
