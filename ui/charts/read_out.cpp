// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/read_out.h"

#include "models/text/text.h"
#include "ui/base/grid.h"

#include <QFontMetrics>
#include <QPaintEvent>

namespace qcc {

namespace {

constexpr int kSwatch = 18;
constexpr int kWidestName = 150;
constexpr int kMostInOneColumn = 10;

QFont boldFont(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

} // namespace

QString spokenText(const ReadOut &readOut)
{
    QStringList parts{ReadOutPanel::tr("%1.", "a moment, before the values at it").arg(readOut.moment)};
    for (const ReadOut::Row &row : readOut.rows) {
        parts += (row.isActive ? ReadOutPanel::tr("%1 (active): %2.", "config, value")
                               : ReadOutPanel::tr("%1: %2.", "config, value"))
                     .arg(row.config, row.value);
    }
    return paragraph(parts);
}

ReadOutPanel::ReadOutPanel(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ReadOutPanel::show(const ReadOut &readOut, int x, const QRect &room)
{
    m_readOut = readOut;
    const int fit = (room.height() - 2 * grid::kSmall - grid::kUnit) / rowHeight() - 1;
    const int most = std::clamp(fit, 1, kMostInOneColumn);
    m_columns = std::max((static_cast<int>(readOut.rows.size()) + most - 1) / most, 1);
    const QSize size = sizeHint().boundedTo(room.size());
    const bool fitsRight = x + grid::kMedium + size.width() <= room.right();
    const int left = fitsRight ? x + grid::kMedium : std::max(x - grid::kMedium - size.width(), room.left());
    setGeometry(QRect(QPoint(left, room.top()), size));
    QWidget::show();
    update();
}

int ReadOutPanel::rowsPerColumn() const
{
    const auto count = static_cast<int>(m_readOut.rows.size());
    return (count + m_columns - 1) / m_columns;
}

int ReadOutPanel::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int ReadOutPanel::columnWidth() const
{
    const QFontMetrics metrics(boldFont(font()));
    int name = 0;
    int value = 0;
    for (const ReadOut::Row &row : m_readOut.rows) {
        name = std::max(name, metrics.horizontalAdvance(row.config) + 2);
        value = std::max(value, metrics.horizontalAdvance(row.value) + 2);
    }
    return kSwatch + grid::kSmall + std::min(name, kWidestName) + grid::kLarge + value;
}

QSize ReadOutPanel::sizeHint() const
{
    const int title = QFontMetrics(boldFont(font())).horizontalAdvance(m_readOut.moment) + 2;
    const int width = m_columns * columnWidth() + (m_columns - 1) * grid::kLarge;
    return {std::max(width, title) + 2 * grid::kSmall,
            (rowsPerColumn() + 1) * rowHeight() + 2 * grid::kSmall + grid::kUnit};
}

void ReadOutPanel::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    QColor back = colors.surface;
    back.setAlphaF(0.94F);
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kSmallRadius,
                            grid::kSmallRadius);
    painter.setPen(colors.text);
    painter.setFont(boldFont(font()));
    const QRect title(grid::kSmall, grid::kSmall, width() - 2 * grid::kSmall, rowHeight());
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, m_readOut.moment);
    for (size_t i = 0; i < m_readOut.rows.size(); ++i) {
        const int number = static_cast<int>(i);
        const QRect area(grid::kSmall + number / rowsPerColumn() * (columnWidth() + grid::kLarge),
                         title.bottom() + grid::kUnit + number % rowsPerColumn() * rowHeight(), columnWidth(),
                         rowHeight());
        paintRow(painter, m_readOut.rows[i], area);
    }
}

void ReadOutPanel::paintRow(QPainter &painter, const ReadOut::Row &row, const QRect &area) const
{
    const Colors &colors = colorsFor(palette());
    painter.setPen(swatchPen(row.style));
    const int middle = area.center().y();
    painter.drawLine(area.left(), middle, area.left() + kSwatch, middle);
    painter.setFont(row.isActive ? boldFont(font()) : font());
    painter.setPen(colors.text);
    const QRect text = area.adjusted(kSwatch + grid::kSmall, 0, 0, 0);
    const int valueWidth = painter.fontMetrics().horizontalAdvance(row.value) + 2;
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, row.value);
    painter.drawText(text.adjusted(0, 0, -valueWidth - grid::kSmall, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.config, Qt::ElideRight,
                                                      text.width() - valueWidth - grid::kSmall));
}

} // namespace qcc
