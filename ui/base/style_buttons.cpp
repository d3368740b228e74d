// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/focus_ring.h"
#include "ui/base/grid.h"
#include "ui/base/icon_engine.h"
#include "ui/base/style_paint.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace qcc::paint {

namespace {

struct Face
{
    QColor fill;
    QColor edge;
    QColor text;
};

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

Face filledFace(const QStyleOption &option, const Colors &colors, const QColor &fill)
{
    if (!(option.state & QStyle::State_Enabled))
        return {colors.idleSoft, colors.idleSoft,
                option.palette.color(QPalette::Disabled, QPalette::ButtonText)};
    if (option.state & QStyle::State_Sunken)
        return {blended(fill, colors.text, 0.80), Qt::transparent, colors.onAccent};
    if (option.state & QStyle::State_MouseOver)
        return {blended(fill, colors.text, 0.90), Qt::transparent, colors.onAccent};
    return {fill, Qt::transparent, colors.onAccent};
}

Face plainFace(const QStyleOption &option, const Colors &colors, const QColor &text)
{
    if (!(option.state & QStyle::State_Enabled))
        return {colors.window, colors.border, option.palette.color(QPalette::Disabled, QPalette::ButtonText)};
    if (option.state & QStyle::State_On)
        return {colors.accentSoft, colors.accent, colors.accent};
    if (option.state & QStyle::State_Sunken)
        return {colors.idleSoft, colors.outline, text};
    if (option.state & QStyle::State_MouseOver)
        return {colors.surfaceHover, colors.outline, text};
    return {colors.surface, blended(colors.outline, colors.border, 0.25), text};
}

Face faceOf(const QStyleOption &option, const QWidget *widget)
{
    const Colors &colors = colorsFor(option.palette);
    if (has(widget, "primary"))
        return filledFace(option, colors, colors.accent);
    if (has(widget, "danger"))
        return plainFace(option, colors, colors.bad);
    return plainFace(option, colors, has(widget, "accent") ? colors.accent : colors.text);
}

bool isFlat(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features.testFlag(QStyleOptionButton::Flat);
}

/// The picture in one colour: on a filled button it must not keep the palette's.
QPixmap tinted(QPixmap picture, const QColor &color)
{
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), color);
    return picture;
}

} // namespace

bool has(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

void roundRect(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter->setBrush(fill);
    const qreal inset = edge.alpha() == 0 ? 0.0 : 0.5;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void chevron(QPainter *painter, const QRectF &rect, Arrow direction, const QColor &color)
{
    static constexpr std::array kTurn{180.0, 0.0, 90.0, -90.0};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(rect.center());
    painter->rotate(kTurn[static_cast<size_t>(direction)]);
    const qreal half = std::min({rect.width() / 2 - 1, rect.height() / 2 - 1, 4.0});
    const std::array<QPointF, 3> line{QPointF(-half, -half / 2), QPointF(0, half / 2),
                                      QPointF(half, -half / 2)};
    painter->drawPolyline(line.data(), static_cast<int>(line.size()));
    painter->restore();
}

void buttonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    constexpr QStyle::State kTouched = QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On;
    const Colors &colors = colorsFor(option.palette);
    Face face = faceOf(option, widget);
    if (isFlat(option)) {
        if (!(option.state & kTouched) || !(option.state & QStyle::State_Enabled))
            return;
        face.edge = Qt::transparent;
        face.fill = option.state & QStyle::State_Sunken ? colors.idleSoft : colors.surfaceHover;
    }
    roundRect(painter, option.rect, grid::kSmallRadius, face.fill, face.edge);
}

void buttonLabel(const QStyleOptionButton &option, QPainter *painter, const QStyle *style,
                 const QWidget *widget)
{
    const QColor color = faceOf(option, widget).text;
    int left = option.rect.left();
    int width = option.rect.width();
    const int textWidth =
        option.text.isEmpty() ? 0 : option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull()) {
        const int gap = option.text.isEmpty() ? 0 : grid::kSmall;
        const int side = option.iconSize.width();
        const int start = left + std::max(grid::kUnit, (width - side - gap - textWidth) / 2);
        const qreal ratio = pixelRatioOf(*painter);
        const QPixmap picture = tinted(option.icon.pixmap(option.iconSize, ratio), color);
        const QRect place = QStyle::visualRect(
            option.direction, option.rect,
            QRect(QPoint(start, option.rect.top() + (option.rect.height() - option.iconSize.height()) / 2),
                  option.iconSize));
        painter->drawPixmap(place.topLeft(), picture);
        width -= start + side + gap - left;
        left = start + side + gap;
    }
    QPalette palette = option.palette;
    palette.setColor(QPalette::ButtonText, color);
    const QRect place = QStyle::visualRect(option.direction, option.rect,
                                           QRect(left, option.rect.top(), width, option.rect.height()));
    const int align =
        Qt::AlignVCenter | Qt::TextShowMnemonic |
        (option.icon.isNull() ? Qt::AlignHCenter : QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    style->drawItemText(painter, place, align, palette, true, option.text, QPalette::ButtonText);
}

void toolButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const Colors &colors = colorsFor(option.palette);
    const bool on = option.state & QStyle::State_On;
    if (has(widget, "segment")) {
        if (on)
            roundRect(painter, option.rect, grid::kSmallRadius, colors.surface, colors.accent);
        else if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
            roundRect(painter, option.rect, grid::kSmallRadius, colors.surfaceHover, Qt::transparent);
        return;
    }
    if (!(option.state & QStyle::State_AutoRaise)) {
        const Face face = faceOf(option, widget);
        return roundRect(painter, option.rect, grid::kSmallRadius, face.fill, face.edge);
    }
    const bool touched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    if (on)
        roundRect(painter, option.rect, grid::kSmallRadius, colors.accentSoft, Qt::transparent);
    else if (touched && option.state & QStyle::State_Enabled)
        roundRect(painter, option.rect, grid::kSmallRadius,
                  option.state & QStyle::State_Sunken ? colors.idleSoft : colors.surfaceHover,
                  Qt::transparent);
}

namespace {

struct Indicator
{
    QColor fill;
    QColor edge;
    QColor mark;
};

Indicator indicatorOf(const QStyleOption &option)
{
    const Colors &colors = colorsFor(option.palette);
    const bool set = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!(option.state & QStyle::State_Enabled))
        return {set ? colors.border : colors.window, colors.border, colors.window};
    if (set)
        return {colors.accent, colors.accent, colors.onAccent};
    return {option.state & QStyle::State_Sunken ? colors.idleSoft : colors.surface,
            option.state & QStyle::State_MouseOver ? colors.accent : colors.outline, colors.onAccent};
}

QRectF squareIn(const QRect &rect)
{
    const qreal side = std::min(rect.width(), rect.height());
    const QPointF middle = QRectF(rect).center();
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

} // namespace

void checkBox(const QStyleOption &option, QPainter *painter)
{
    const Indicator look = indicatorOf(option);
    const QRectF box = squareIn(option.rect);
    roundRect(painter, box, 4, look.fill, look.edge);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(look.mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (option.state & QStyle::State_NoChange)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else if (option.state & QStyle::State_On)
        painter->drawPolyline(QPolygonF{at(0.25, 0.53), at(0.43, 0.71), at(0.76, 0.32)});
    painter->restore();
}

void radioButton(const QStyleOption &option, QPainter *painter)
{
    const Indicator look = indicatorOf(option);
    const QRectF ring = squareIn(option.rect);
    roundRect(painter, ring, ring.width() / 2, look.fill, look.edge);
    if (option.state & QStyle::State_On) {
        const qreal inset = ring.width() * 0.31;
        roundRect(painter, ring.adjusted(inset, inset, -inset, -inset), ring.width() / 2, look.mark,
                  Qt::transparent);
    }
}

void focusFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    // Rows show their selection; what was clicked needs no ring.
    if (!(option.state & QStyle::State_KeyboardFocusChange))
        return;
    const QRect place = widget && widget->inherits("QAbstractButton") && !widget->inherits("QCheckBox") &&
                                !widget->inherits("QRadioButton")
                            ? widget->rect()
                            : option.rect;
    paintFocusRing(painter, place, grid::kSmallRadius, colorsFor(option.palette));
}

} // namespace qcc::paint
