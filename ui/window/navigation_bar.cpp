// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigation_bar.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"

#include <QButtonGroup>
#include <QToolButton>

namespace qcc {

namespace {

constexpr int kExpandedWidth = 172;
constexpr int kFoldedWidth = 56;

/// One entry, drawn on its own: a rounded field where it is chosen, hovered or focused.
class PageButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &colors = colorsFor(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF field = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(hasFocus() ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(isChecked()    ? colors.accentSoft
                         : underMouse() ? colors.surfaceHover
                                        : QColor(Qt::transparent));
        painter.drawRoundedRect(field, grid::kSmallRadius, grid::kSmallRadius);
        const bool named = toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
        const int side = 20;
        const QRect place(named ? grid::kMedium : (width() - side) / 2, (height() - side) / 2, side, side);
        const QColor ink = isChecked() ? colors.accent : colors.textMuted;
        qcc::icon(which, ink).paint(&painter, place);
        if (!named)
            return;
        painter.setPen(isChecked() ? colors.accent : colors.text);
        QFont font = this->font();
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        const QRect words = rect().adjusted(place.right() + grid::kMedium, 0, -grid::kSmall, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }

public:
    Icon which = Icon::Board;
};

} // namespace

NavigationBar::NavigationBar(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_title(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kSmall, grid::kLarge, grid::kSmall, grid::kMedium);
    column->setSpacing(grid::kUnit);
    m_title->setContentsMargins(grid::kMedium, 0, 0, grid::kMedium);
    column->addWidget(m_title);
    for (const Page page : kPages) {
        if (page == Page::Settings)
            column->addStretch();
        column->addWidget(addButton(page));
    }
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT pageChosen(static_cast<Page>(id)); });
    setExpanded(true);
    retranslate();
}

QToolButton *NavigationBar::addButton(Page page)
{
    auto *button = new PageButton(this);
    button->which = pageIcon(page);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFixedHeight(40);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button, static_cast<int>(page));
    return button;
}

void NavigationBar::setCurrent(Page page)
{
    QAbstractButton *chosen = m_group->button(static_cast<int>(page));
    chosen->setChecked(true);
    if (isAncestorOf(window()->focusWidget())) // else it would stay with a page that is not shown
        chosen->setFocus();
}

void NavigationBar::setExpanded(bool expanded)
{
    m_expanded = expanded;
    setFixedWidth(expanded ? kExpandedWidth : kFoldedWidth);
    for (QAbstractButton *button : m_group->buttons())
        static_cast<QToolButton *>(button)->setToolButtonStyle(expanded ? Qt::ToolButtonTextBesideIcon
                                                                        : Qt::ToolButtonIconOnly);
    retranslate();
}

void NavigationBar::retranslate()
{
    for (const Page page : kPages) {
        QAbstractButton *button = m_group->button(static_cast<int>(page));
        const QString title = pageTitle(page);
        const QString keys =
            QKeySequence(Qt::CTRL | (Qt::Key_1 + static_cast<int>(page))).toString(QKeySequence::NativeText);
        button->setText(title);
        button->setAccessibleName(title);
        button->setToolTip(tr("%1 (%2)", "a page and its keys").arg(title, keys));
    }
    m_title->setPixmap(applicationIcon().pixmap(QSize(28, 28), devicePixelRatioF()));
    m_title->setAccessibleName(QStringLiteral("QCC"));
}

void NavigationBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(width() - 1, 0, 1, height(), colors.border);
}

} // namespace qcc
