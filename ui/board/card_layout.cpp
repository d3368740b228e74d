// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/card_layout.h"

#include "models/text/span_text.h"
#include "ui/base/grid.h"

#include <QFontMetrics>
#include <QLocale>

namespace qcc {

namespace {

constexpr int kMoreSize = 20;

/// Puts boxes side by side, in as many lines as the width asks for.
class Flow
{
public:
    Flow(QPoint at, int width, int lineHeight, int lineGap)
        : m_left(at.x()), m_right(at.x() + width), m_x(at.x()), m_y(at.y()), m_lineHeight(lineHeight),
          m_lineGap(lineGap)
    {
    }

    int width() const { return m_right - m_left; }
    int bottom() const { return m_y + m_lineHeight; }
    /// Centred in its line.
    QRect place(const QSize &size, int gapAfter)
    {
        if (m_x > m_left && m_x + size.width() > m_right) {
            m_x = m_left;
            m_y += m_lineHeight + m_lineGap;
        }
        const QRect box(QPoint(m_x, m_y + (m_lineHeight - size.height()) / 2), size);
        m_x += size.width() + gapAfter;
        return box;
    }

private:
    int m_left;
    int m_right;
    int m_x;
    int m_y;
    int m_lineHeight;
    int m_lineGap;
};

void placeDots(CardLayout &layout, Flow &flow, const BoardCard &card, const CardMetrics &metrics,
               const QFontMetrics &small)
{
    const int count = static_cast<int>(card.endpoints.size());
    const int shown = std::min(count, kShownDots);
    if (shown == 0)
        return;
    const int step = metrics.dot + grid::kUnit + 1;
    const QString others = QStringLiteral("+%1").arg(count - shown);
    const int othersWidth = count > shown ? small.horizontalAdvance(others) + grid::kUnit : 0;
    const QRect row = flow.place({shown * step - grid::kUnit - 1 + othersWidth, metrics.dot}, grid::kSmall);
    for (int i = 0; i < shown; ++i)
        layout.dots.emplace_back(row.left() + i * step, row.top(), metrics.dot, metrics.dot);
    if (othersWidth > 0)
        layout.otherDots = QRect(row.right() - othersWidth + 1, row.center().y() - small.height() / 2,
                                 othersWidth, small.height());
}

void placeBadges(CardLayout &layout, Flow &flow, const std::vector<Badge> &badges, const QFont &font)
{
    for (Badge badge : badges) {
        QSize size = badgeSize(badge, font);
        if (size.width() > flow.width()) {
            const QFontMetrics metrics(badgeFont(font));
            const int room = flow.width() - (size.width() - metrics.horizontalAdvance(badge.text));
            badge.text = metrics.elidedText(badge.text, Qt::ElideRight, room);
            size = badgeSize(badge, font);
        }
        layout.badges.push_back({flow.place(size, grid::kUnit + 2).topLeft(), badge});
    }
}

int flowLineHeight(const CardMetrics &metrics, const QFont &font)
{
    const int badge = badgeSize({QStringLiteral("x")}, font).height();
    return std::max({metrics.dot, QFontMetrics(cardSmallFont(font)).height(), badge});
}

} // namespace

CardMetrics cardMetrics(Density density)
{
    return density == Density::Comfortable ? CardMetrics{} : CardMetrics{8, 6, 32, 10, 2};
}

QFont cardNameFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(base.pointSizeF() * 1.05);
    return font;
}

QFont cardSmallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.92);
    return font;
}

CardLayout layoutCard(const BoardCard &card, const std::vector<Badge> &badges, QPoint at, int width,
                      const QFont &font, Density density)
{
    const CardMetrics metrics = cardMetrics(density);
    const QFontMetrics name(cardNameFont(font));
    const QFontMetrics small(cardSmallFont(font));
    CardLayout layout;
    const int top = at.y() + metrics.padding;
    const int left = at.x() + metrics.padding + metrics.ring + metrics.padding;
    const int right = at.x() + width - metrics.padding;
    layout.more = QRect(right - kMoreSize + grid::kUnit, top - 2, kMoreSize, kMoreSize);
    layout.name = QRect(left, top, layout.more.left() - grid::kUnit - left, name.height());
    layout.description = QRect(left, layout.name.bottom() + 1, right - left, small.height());

    const int flowTop = layout.description.bottom() + 1 + metrics.line + 2;
    Flow flow({left, flowTop}, right - left, flowLineHeight(metrics, font), metrics.line);
    placeDots(layout, flow, card, metrics, small);
    if (card.latency)
        layout.latency = flow.place({small.horizontalAdvance(latencyText(*card.latency)) + 1, small.height()},
                                    grid::kSmall);
    placeBadges(layout, flow, badges, font);

    layout.card = QRect(at, QSize(width, flow.bottom() + metrics.padding - at.y()));
    layout.ring = QRect(at.x() + metrics.padding, top, metrics.ring, metrics.ring);
    layout.height = layout.card.height() + metrics.gap;
    return layout;
}

} // namespace qcc
