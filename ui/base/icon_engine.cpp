// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace qcc {

namespace {

/// Each file is read once.
const QByteArray &source(const QString &name)
{
    static QHash<QString, QByteArray> s_files; // main thread only
    auto found = s_files.find(name);
    if (found == s_files.end()) {
        QFile file(QStringLiteral(":/qcc/icons/%1.svg").arg(name));
        found = s_files.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

void renderInto(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    QByteArray text = source(name);
    text.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(text);
    if (!renderer.isValid())
        return;
    // The viewBox is a square: keep it one.
    const qreal side = std::min(rect.width(), rect.height());
    renderer.render(&painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side));
}

} // namespace

qreal pixelRatioOf(const QPainter &painter)
{
    const QTransform all = painter.deviceTransform();
    const qreal scale = std::sqrt(std::abs(all.determinant()));
    return scale > 0 ? scale : 1.0;
}

QPixmap renderIcon(const QString &name, const QSize &size, const QColor &color)
{
    if (size.isEmpty() || source(name).isEmpty())
        return {};
    const QString key = QStringLiteral("qcc/%1/%2x%3/%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderInto(painter, QRectF(QPointF(), size), name, color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

IconEngine::IconEngine(const QString &name, std::optional<QColor> color)
    : m_name(name), m_color(std::move(color))
{
}

QColor IconEngine::colorFor(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    return m_color.value_or(palette.color(QPalette::Active, QPalette::WindowText));
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = pixelRatioOf(*painter);
    QPixmap drawn = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), drawn);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return renderIcon(m_name, size, colorFor(mode));
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    return pixmap(size, mode, state);
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

} // namespace qcc
