// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"
#include "ui/base/preferences.h"

#include <QProxyStyle>

class QApplication;
class QStyleOptionHeader;
class QStyleOptionMenuItem;

namespace qcc {

/// Fusion with QCC's look: flat buttons and fields on the grid, a focus ring that is seen, check boxes that
/// are seen in the dark. Knows nothing of pages. How widgets speak to it, by dynamic properties:
/// `primary` on a push button: the one that is meant; `danger`: it destroys; `accent`: a quiet one (flat)
/// that is to be seen; `segment` on a tool button: one of a SegmentedControl; `flat` frames come from
/// CardFrame.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(Density density);
    Density density() const { return m_density; }

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                       const QWidget *widget) const override;

private:
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const;

    Density m_density;
};

/// Of the application's style; Comfortable under another style.
Density densityOf(const QWidget *widget);
/// A row of a table or list for @p widget's font, in device-independent pixels.
int rowHeight(const QWidget *widget);

/// Puts style, palette and fonts (with a Chinese family behind the system's) in force; may be called at any
/// time, open windows follow. @p system is what ThemeChoice::System means now: app/desktop asks the desktop's
/// portal and takes platformLightness() where there is none.
void applyTheme(QApplication &application, ThemeChoice choice, Density density, Lightness system);
/// By the palette that the platform gave before the first applyTheme().
Lightness platformLightness();

/// A fixed-width font of @p base's size, for addresses and keys.
QFont fixedFont(const QFont &base);
/// A heading: 1 of a page, 2 of a section.
QFont headingFont(const QFont &base, int level);

} // namespace qcc
