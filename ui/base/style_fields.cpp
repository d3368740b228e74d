// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid.h"
#include "ui/base/style_paint.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace qcc::paint {

namespace {

constexpr int kShortestThumb = 32;
constexpr int kStepWidth = 24;

QColor markColor(const QStyleOption &option, bool usable)
{
    const Colors &colors = colorsFor(option.palette);
    return usable && option.state & QStyle::State_Enabled ? colors.textMuted : colors.border;
}

/// Of a table or a text: its ground goes on under the bar.
bool isBesideField(const QWidget *bar)
{
    const QWidget *holder = bar ? bar->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(holder ? holder->parentWidget() : nullptr);
    return area && area->viewport()->autoFillBackground() &&
           area->viewport()->backgroundRole() == QPalette::Base;
}

} // namespace

void fieldPanel(const QStyleOption &option, QPainter *painter)
{
    const Colors &colors = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = option.state & QStyle::State_HasFocus;
    QColor edge = enabled ? colors.outline : colors.border;
    if (focus || (enabled && option.state & QStyle::State_MouseOver))
        edge = focus ? colors.accent : colors.text;
    const QColor fill = enabled ? option.palette.color(QPalette::Base) : colors.window;
    roundRect(painter, option.rect, grid::kSmallRadius, fill, edge);
    if (focus)
        roundRect(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), grid::kSmallRadius - 1,
                  Qt::transparent, edge);
}

void comboBox(const QStyleOptionComboBox &option, QPainter *painter, const QStyle *style,
              const QWidget *widget)
{
    if (option.subControls & QStyle::SC_ComboBoxFrame && option.frame) {
        QStyleOption field(option);
        field.state.setFlag(QStyle::State_HasFocus,
                            option.state & QStyle::State_HasFocus &&
                                (option.editable || option.state & QStyle::State_KeyboardFocusChange));
        fieldPanel(field, painter);
    }
    if (option.subControls & QStyle::SC_ComboBoxArrow) {
        const QRect place =
            style->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
        chevron(painter, place, Arrow::Down, markColor(option, true));
    }
}

void spinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    if (option.frame)
        fieldPanel(option, painter);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Colors &colors = colorsFor(option.palette);
    const auto button = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag flag,
                            Arrow direction) {
        const QRect place = style->subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool usable = option.stepEnabled & flag;
        if (usable && option.activeSubControls == part && option.state & QStyle::State_MouseOver)
            roundRect(painter, QRectF(place).adjusted(1, 1, -2, -1), 3,
                      option.state & QStyle::State_Sunken ? colors.idleSoft : colors.surfaceHover,
                      Qt::transparent);
        const qreal inward = direction == Arrow::Up ? 1.5 : -1.5; // the two belong together
        chevron(painter, QRectF(place).translated(0, inward), direction, markColor(option, usable));
    };
    button(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Arrow::Up);
    button(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Arrow::Down);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part, const QRect &base)
{
    const QRect &r = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int frame = option.frame ? 2 : 0;
    const int left = r.right() + 1 - frame - kStepWidth;
    const int half = (r.height() - 2 * frame) / 2;
    QRect place;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        place = buttons ? QRect(left, r.top() + frame, kStepWidth, half) : QRect();
        break;
    case QStyle::SC_SpinBoxDown:
        place = buttons ? QRect(left, r.bottom() + 1 - frame - half, kStepWidth, half) : QRect();
        break;
    case QStyle::SC_SpinBoxEditField:
        place = r.adjusted(frame, frame, buttons ? -kStepWidth - frame : -frame, -frame);
        break;
    default:
        return base;
    }
    return QStyle::visualRect(option.direction, r, place);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part, const QRect &base)
{
    const bool flat = option.orientation == Qt::Horizontal;
    const int length = flat ? option.rect.width() : option.rect.height();
    const int range = option.maximum - option.minimum;
    int thumb = length;
    if (range > 0) {
        const qint64 wished = qint64(option.pageStep) * length / (qint64(range) + option.pageStep);
        thumb = static_cast<int>(std::clamp<qint64>(wished, std::min(kShortestThumb, length), length));
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto piece = [&](int from, int size) {
        return flat ? QRect(option.rect.x() + from, option.rect.y(), size, option.rect.height())
                    : QRect(option.rect.x(), option.rect.y() + from, option.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarAddLine:
    case QStyle::SC_ScrollBarSubLine:
        return {};
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarSlider:
        return piece(start, thumb);
    default:
        return base;
    }
}

void scrollBar(const QStyleOptionSlider &option, QPainter *painter, const QStyle *style,
               const QWidget *widget)
{
    const Colors &colors = colorsFor(option.palette);
    if (isBesideField(widget))
        painter->fillRect(option.rect, colors.surface);
    if (option.maximum <= option.minimum)
        return;
    const bool touched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QRectF thumb =
        style->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const qreal side = touched ? 2 : 3;
    const QRectF drawn = option.orientation == Qt::Horizontal ? thumb.adjusted(2, side, -2, -side)
                                                              : thumb.adjusted(side, 2, -side, -2);
    QColor color = option.state & QStyle::State_Sunken ? colors.textMuted : colors.outline;
    if (!touched)
        color.setAlphaF(0.6F);
    roundRect(painter, drawn, std::min(drawn.width(), drawn.height()) / 2, color, Qt::transparent);
}

void progressBar(const QStyleOptionProgressBar &option, QPainter *painter)
{
    constexpr qreal kThickness = 6;
    const Colors &colors = colorsFor(option.palette);
    QRectF groove(option.rect);
    groove.setTop(groove.center().y() - kThickness / 2);
    groove.setHeight(kThickness);
    roundRect(painter, groove, kThickness / 2, colors.idleSoft, Qt::transparent);
    const int range = option.maximum - option.minimum;
    const qreal share = range > 0 ? qreal(option.progress - option.minimum) / range : 1.0;
    if (share <= 0)
        return;
    QRectF bar = groove;
    bar.setWidth(std::max(kThickness, groove.width() * std::min(share, 1.0)));
    if (option.direction == Qt::RightToLeft)
        bar.moveRight(groove.right());
    roundRect(painter, bar, kThickness / 2, colors.accent, Qt::transparent);
}

} // namespace qcc::paint
