// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/style.h"
#include "ui/base/style_paint.h"

#include <QToolButton>

namespace qcc {

namespace {

constexpr int kScrollBar = 12;
constexpr int kIndicator = 18;

int onGrid(int size)
{
    return (size + grid::kUnit - 1) / grid::kUnit * grid::kUnit;
}

/// Fields and buttons are equally high, so that they stand in a row.
int fieldHeight(const QFontMetrics &metrics, Density density)
{
    return onGrid(metrics.height() + (density == Density::Compact ? grid::kSmall : grid::kMedium + 2));
}

int rowFor(const QFontMetrics &metrics, Density density)
{
    return onGrid(metrics.height() + (density == Density::Compact ? grid::kSmall : grid::kLarge));
}

std::optional<int> layoutMetric(QStyle::PixelMetric metric, Density density)
{
    const bool compact = density == Density::Compact;
    switch (metric) {
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return compact ? grid::kMedium : grid::kLarge;
    case QStyle::PM_LayoutHorizontalSpacing:
        return grid::kSmall;
    case QStyle::PM_LayoutVerticalSpacing:
        return compact ? grid::kUnit : grid::kSmall;
    default:
        return std::nullopt;
    }
}

std::optional<int> partMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_ScrollBarExtent:
        return kScrollBar;
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return kIndicator;
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_ListViewIconSize:
        return grid::kIcon;
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabShiftVertical:
        return 0;
    case QStyle::PM_MenuPanelWidth:
        return 1;
    case QStyle::PM_ToolTipLabelFrameWidth:
        return grid::kSmall - 2; // its sides
    case QStyle::PM_MenuVMargin:
    case QStyle::PM_HeaderMargin:
        return grid::kUnit;
    case QStyle::PM_FocusFrameHMargin:
        return grid::kUnit + 1;
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return grid::kSmall;
    case QStyle::PM_SplitterWidth:
        return grid::kSmall + 1; // odd: its line lies in the middle
    case QStyle::PM_ScrollBarSliderMin:
    case QStyle::PM_TabBarTabHSpace:
        return grid::kHuge;
    default:
        return std::nullopt;
    }
}

} // namespace

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect base = QProxyStyle::subControlRect(control, option, part, widget);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return paint::scrollBarPart(*bar, part, base);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox)
        return paint::spinBoxPart(*spin, part, base);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        return combo && !combo->editable ? base.adjusted(grid::kUnit, 0, 0, 0) : base;
    }
    return base;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect base = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return base.adjusted(grid::kUnit, 0, -grid::kUnit, 0);
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        header && element == SE_HeaderLabel) {
        const int sorted = header->sortIndicator == QStyleOptionHeader::None ? 0 : grid::kLarge;
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(grid::kSmall, 0, -grid::kSmall - sorted, 0));
    }
    if (element == SE_HeaderArrow) {
        const QRect &r = option->rect;
        const QRect place(r.right() - grid::kLarge - grid::kUnit, r.top(), grid::kLarge, r.height());
        return visualRect(option->direction, r, place);
    }
    return base;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = option ? fieldHeight(option->fontMetrics, m_density) : base.height();
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int sides = button && button->text.isEmpty() ? grid::kSmall : grid::kLarge;
        return {std::max(contents.width() + 2 * sides, height), std::max(height, onGrid(contents.height()))};
    }
    case CT_LineEdit:
        return {base.width() + 2 * grid::kUnit, std::max(height, contents.height())};
    case CT_ComboBox:
    case CT_SpinBox:
        return {base.width() + grid::kLarge, std::max(height, contents.height())};
    case CT_ItemViewItem:
        return {base.width(), std::max(base.height(), rowFor(option->fontMetrics, m_density))};
    case CT_ToolButton:
        if (paint::has(widget, "segment"))
            return {contents.width() + 2 * grid::kMedium, height - grid::kUnit};
        return {std::max(base.width(), contents.width() + grid::kSmall + 2),
                std::max(base.height(), contents.height() + grid::kSmall + 2)};
    case CT_TabBarTab:
        return {base.width() + grid::kSmall, onGrid(base.height()) + grid::kSmall};
    case CT_HeaderSection:
        return {base.width() + grid::kLarge, height};
    case CT_MenuItem: {
        const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (entry && entry->menuItemType == QStyleOptionMenuItem::Separator)
            return {base.width(), grid::kSmall + 1};
        return {base.width() + grid::kLarge, std::max(base.height(), height - grid::kUnit)};
    }
    default:
        return base;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const std::optional<int> ours = layoutMetric(metric, m_density))
        return *ours;
    if (const std::optional<int> ours = partMetric(metric))
        return *ours;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignVCenter;
    case SH_FormLayoutFieldGrowthPolicy:
        return QFormLayout::AllNonFixedFieldsGrow;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

/// What message boxes and line edits show by themselves.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    const Colors &colors = colorsFor(widget ? widget->palette() : QApplication::palette());
    switch (which) {
    case SP_MessageBoxInformation:
        return icon(Icon::Info, colors.accent);
    case SP_MessageBoxWarning:
        return icon(Icon::Warning, colors.warn);
    case SP_MessageBoxCritical:
        return icon(Icon::Warning, colors.bad);
    case SP_MessageBoxQuestion:
        return icon(Icon::Question, colors.accent);
    case SP_LineEditClearButton:
        return icon(Icon::Close, colors.textMuted);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

Density densityOf(const QWidget *widget)
{
    const auto *style = qobject_cast<const Style *>(widget ? widget->style() : qApp->style());
    if (!style)
        style = qobject_cast<const Style *>(qApp->style());
    return style ? style->density() : Density::Comfortable;
}

int rowHeight(const QWidget *widget)
{
    return rowFor(widget ? widget->fontMetrics() : QFontMetrics(QApplication::font()), densityOf(widget));
}

} // namespace qcc
