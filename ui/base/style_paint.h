// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"

#include <QStyleOption>

class QPainter;
class QStyle;
class QWidget;

/// What Style paints, by kind: free functions that see an option and a painter. Only for style*.cpp.
namespace qcc::paint {

enum class Arrow { Up, Down, Left, Right };

bool has(const QWidget *widget, const char *property);
void roundRect(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge);
void chevron(QPainter *painter, const QRectF &rect, Arrow direction, const QColor &color);

// style_buttons.cpp
void buttonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void buttonLabel(const QStyleOptionButton &option, QPainter *painter, const QStyle *style,
                 const QWidget *widget);
void toolButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void checkBox(const QStyleOption &option, QPainter *painter);
void radioButton(const QStyleOption &option, QPainter *painter);
void focusFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);

// style_fields.cpp
void fieldPanel(const QStyleOption &option, QPainter *painter);
void comboBox(const QStyleOptionComboBox &option, QPainter *painter, const QStyle *style,
              const QWidget *widget);
void spinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QStyle *style,
             const QWidget *widget);
void scrollBar(const QStyleOptionSlider &option, QPainter *painter, const QStyle *style,
               const QWidget *widget);
QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part, const QRect &base);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part, const QRect &base);
void progressBar(const QStyleOptionProgressBar &option, QPainter *painter);

// style_views.cpp
void headerSection(const QStyleOptionHeader &option, QPainter *painter);
void itemBackground(const QStyleOptionViewItem &option, QPainter *painter);
void rowBackground(const QStyleOptionViewItem &option, QPainter *painter);
void tabShape(const QStyleOptionTab &option, QPainter *painter);
void menuHighlight(const QStyleOptionMenuItem &option, QPainter *painter);
void menuSeparator(const QStyleOptionMenuItem &option, QPainter *painter);
void panelFrame(const QStyleOption &option, QPainter *painter);
void tipPanel(const QStyleOption &option, QPainter *painter);
void groupFrame(const QStyleOption &option, QPainter *painter);
void splitterHandle(const QStyleOption &option, QPainter *painter);

} // namespace qcc::paint
