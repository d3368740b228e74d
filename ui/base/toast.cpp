// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/toast.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"

#include <QAccessible>
#include <QKeyEvent>

namespace qcc {

namespace {

constexpr int kWidest = 560;

/// On the opposite theme's ground, so that it stands out of the page.
const Colors &invertedColors(const QPalette &palette)
{
    return colorsOf(lightnessOf(palette) == Lightness::Dark ? Lightness::Light : Lightness::Dark);
}

} // namespace

Toast::Toast(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_action(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_action->setFlat(true);
    m_action->setProperty("accent", true);
    m_action->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid::kLarge, grid::kSmall, grid::kSmall, grid::kSmall);
    row->setSpacing(grid::kMedium);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || m_action->hasFocus())
            wait();
        else
            hide();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    layout()->setContentsMargins(grid::kLarge, grid::kSmall, action.isEmpty() ? grid::kLarge : grid::kSmall,
                                 grid::kSmall);
    setPalette(paletteOf(&invertedColors(parentWidget()->palette()) == &colorsOf(Lightness::Dark)
                             ? Lightness::Dark
                             : Lightness::Light));
    setAccessibleName(text);
    place();
    show();
    raise();
    wait();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::setTimes(std::chrono::milliseconds shown, std::chrono::milliseconds shownWithAction)
{
    m_shownFor = shown;
    m_shownWithAction = shownWithAction;
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    wait();
    QFrame::leaveEvent(event);
}

void Toast::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QFrame::hideEvent(event);
    Q_EMIT gone();
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return hide();
    QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kRadius, grid::kRadius);
}

void Toast::place()
{
    const QRect room = parentWidget()->rect();
    const int widest = std::min(kWidest, room.width() - 2 * grid::kLarge);
    const int textRoom = widest - 2 * grid::kLarge -
                         (m_action->text().isEmpty() ? 0 : m_action->sizeHint().width() + grid::kMedium);
    const int words = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 2;
    m_text->setFixedWidth(std::clamp(words, 1, std::max(1, textRoom)));
    layout()->activate();
    const QSize size =
        layout()->hasHeightForWidth()
            ? QSize(layout()->sizeHint().width(), layout()->heightForWidth(layout()->sizeHint().width()))
            : sizeHint();
    setGeometry(room.center().x() - size.width() / 2, room.bottom() - grid::kHuge - size.height(),
                size.width(), size.height());
}

void Toast::wait()
{
    m_timer.start(m_action->text().isEmpty() ? m_shownFor : m_shownWithAction);
}

} // namespace qcc
