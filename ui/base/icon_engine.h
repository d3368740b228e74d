// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>

#include <optional>

namespace qcc {

/// Renders one of our SVG files in one colour: a given one, or the application palette's text colour at the
/// moment of painting, paler when disabled. Pixmaps are kept in QPixmapCache by name, size and colour. Main
/// thread.
class IconEngine final : public QIconEngine
{
public:
    explicit IconEngine(const QString &name, std::optional<QColor> color = std::nullopt);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override { return QStringLiteral("qcc"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const;

    QString m_name;
    std::optional<QColor> m_color;
};

/// How many device pixels one unit of @p painter takes, also where a widget is rendered into a picture.
qreal pixelRatioOf(const QPainter &painter);

/// The file's picture with currentColor replaced; empty where there is no such file.
QPixmap renderIcon(const QString &name, const QSize &size, const QColor &color);

} // namespace qcc
