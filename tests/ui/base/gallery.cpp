// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/base/gallery.h"

#include "ui/base/badge.h"
#include "ui/base/banner.h"
#include "ui/base/card_frame.h"
#include "ui/base/copy_button.h"
#include "ui/base/elided_label.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/base/health_ring.h"
#include "ui/base/segmented_control.h"
#include "ui/base/status_dot.h"
#include "ui/base/style.h"
#include "ui/base/toast.h"
#include "ui/base/toggle_switch.h"

#include <QActionGroup>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTimeEdit>
#include <QToolButton>
#include <QTreeWidget>

namespace qcc::test {

namespace {

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

/// The painted marks, which are no widgets.
class Marks final : public QWidget
{
public:
    Marks() { setFixedHeight(180); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &colors = colorsFor(palette());
        paintBadges(painter, colors);
        paintRings(painter, colors);
        paintDots(painter, colors);
        paintSeries(painter, colors);
    }

private:
    void paintBadges(QPainter &painter, const Colors &colors)
    {
        qreal x = 0;
        for (const Badge &badge :
             {Badge{words("Active"), Tone::Accent, Icon::Activation},
              Badge{words("Healthy"), Tone::Good, Icon::Check}, Badge{words("Limited"), Tone::Warn},
              Badge{words("密钥被拒绝"), Tone::Bad, Icon::Key},
              Badge{words("Pinned 49 min"), Tone::Neutral, Icon::Pin}})
            x = paintBadge(&painter, {x, 0}, badge, font(), colors).right() + grid::kSmall;
    }

    void paintRings(QPainter &painter, const Colors &colors)
    {
        struct Row
        {
            HealthStatus status;
            int healthy;
            int total;
        };
        qreal x = 0;
        for (const Row &row : {Row{HealthStatus::Healthy, 3, 3}, Row{HealthStatus::Degraded, 2, 3},
                               Row{HealthStatus::Unhealthy, 0, 2}, Row{HealthStatus::Unknown, 0, 2},
                               Row{HealthStatus::Unknown, 0, 0}, Row{HealthStatus::Healthy, 1, 1},
                               Row{HealthStatus::Degraded, 11, 12}}) {
            ConfigHealth health;
            health.status = row.status;
            health.healthyEndpoints = row.healthy;
            health.totalEndpoints = row.total;
            paintHealthRing(&painter, QRectF(x, 36, 48, 48), health, colors);
            paintHealthRing(&painter, QRectF(x + 52, 36, 36, 36), health, colors);
            paintHealthRing(&painter, QRectF(x + 52, 76, 20, 20), health, colors);
            x += 100;
        }
    }

    void paintDots(QPainter &painter, const Colors &colors)
    {
        qreal x = 0;
        for (const DotKind kind : {DotKind::Healthy, DotKind::Degraded, DotKind::Down, DotKind::Limited,
                                   DotKind::KeyRejected, DotKind::Unknown}) {
            paintStatusDot(&painter, QRectF(x, 112, 10, 10), kind, colors);
            paintStatusDot(&painter, QRectF(x + 20, 110, 14, 14), kind, colors);
            paintStatusDot(&painter, QRectF(x + 44, 106, 22, 22), kind, colors);
            x += 100;
        }
    }

    void paintSeries(QPainter &painter, const Colors &colors)
    {
        painter.setRenderHint(QPainter::Antialiasing);
        qreal x = 0;
        for (const QColor &color : colors.series) {
            painter.setPen(QPen(color, 2));
            painter.drawPolyline(
                QPolygonF{QPointF(x, 170), QPointF(x + 20, 148), QPointF(x + 40, 160), QPointF(x + 56, 142)});
            x += 66;
        }
    }
};

QWidget *disabled(QWidget *widget)
{
    widget->setEnabled(false);
    return widget;
}

QPushButton *button(const QString &text, const char *property = nullptr,
                    std::optional<Icon> picture = std::nullopt)
{
    auto *made = new QPushButton(text);
    if (property)
        made->setProperty(property, true);
    if (picture)
        made->setIcon(icon(*picture));
    return made;
}

QLayout *rowOf(const std::vector<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kSmall);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QWidget *buttonsCard()
{
    auto *card = new CardFrame;
    card->setTitle(words("Buttons  按钮"));
    card->setDescription(words("What is meant comes first; what destroys is red."));
    QPushButton *flat = button(words("Flat"));
    flat->setFlat(true);
    card->body()->addLayout(rowOf({button(words("Add provider"), "primary", Icon::Add),
                                   button(words("测试连接"), nullptr, Icon::Test), button(words("Plain")),
                                   button(words("Delete"), "danger", Icon::Remove), flat}));
    card->body()->addLayout(
        rowOf({disabled(button(words("Primary"), "primary")), disabled(button(words("Plain"))),
               disabled(button(words("Icon"), nullptr, Icon::Add))}));
    auto *tool = new QToolButton;
    tool->setAutoRaise(true);
    tool->setIcon(icon(Icon::Refresh));
    auto *raised = new QToolButton;
    raised->setIcon(icon(Icon::More));
    auto *chosen = new QToolButton;
    chosen->setAutoRaise(true);
    chosen->setCheckable(true);
    chosen->setChecked(true);
    chosen->setIcon(icon(Icon::Filter));
    auto *segments = new SegmentedControl;
    segments->setSegments({words("1 h"), words("24 h"), words("7 d")});
    segments->setCurrentIndex(1);
    card->body()->addLayout(rowOf({tool, raised, chosen, new CopyButton, segments}));
    return card;
}

QWidget *choicesCard()
{
    auto *card = new CardFrame;
    card->setTitle(words("Choices"));
    const auto make = [](auto *box, const char *text, bool on) {
        box->setText(words(text));
        box->setChecked(on);
        return box;
    };
    auto *partly = make(new QCheckBox, "Some", true);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    card->body()->addLayout(rowOf({make(new QCheckBox, "Off", false), make(new QCheckBox, "已启用", true),
                                   partly, disabled(make(new QCheckBox, "Disabled", true))}));
    card->body()->addLayout(
        rowOf({make(new QRadioButton, "System", true), disabled(make(new QRadioButton, "Disabled", false))}));
    card->body()->addLayout(
        rowOf({make(new ToggleSwitch, "Automatic failover", true), make(new ToggleSwitch, "关", false),
               disabled(make(new ToggleSwitch, "", true)), disabled(make(new ToggleSwitch, "", false))}));
    auto *tabs = new QTabBar;
    tabs->addTab(words("Endpoints"));
    tabs->addTab(words("Advanced"));
    tabs->addTab(words("模型映射"));
    card->body()->addWidget(tabs);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    card->body()->addWidget(progress);
    return card;
}

QWidget *fieldsCard()
{
    auto *card = new CardFrame;
    card->setTitle(words("Fields"));
    auto *combo = new QComboBox;
    combo->addItems({words("Automatic"), words("Bearer")});
    auto *typed = new QComboBox;
    typed->setEditable(true);
    typed->addItem(words("claude-*"));
    auto *spin = new QSpinBox;
    spin->setSuffix(words(" s"));
    spin->setRange(0, 900);
    spin->setValue(300);
    auto *line = new QLineEdit;
    line->setPlaceholderText(words("https://api.example.com"));
    line->setObjectName(words("focused"));
    auto *form = new QFormLayout;
    form->addRow(words("Base URL"), line);
    form->addRow(words("名称"), new QLineEdit(words("备用")));
    form->addRow(words("Disabled"), disabled(new QLineEdit(words("fixed"))));
    form->addRow(words("Auth"), combo);
    form->addRow(words("Pattern"), typed);
    form->addRow(words("Cool-down"), spin);
    form->addRow(words("From"), new QTimeEdit(QTime(22, 0)));
    card->body()->addLayout(form);
    return card;
}

QWidget *tableCard()
{
    auto *table = new QTableWidget(5, 4);
    table->setHorizontalHeaderLabels({words("Time"), words("Type"), words("From"), words("原因")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight(table));
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    for (int row = 0; row < 5; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(QStringLiteral("14:%1").arg(30 + row)));
        table->setItem(
            row, 1, new QTableWidgetItem(icon(row % 2 ? Icon::Recovery : Icon::Failover), words("Failover")));
        table->setItem(row, 2, new QTableWidgetItem(words("production")));
        table->setItem(row, 3, new QTableWidgetItem(words("production is down: 529 过载")));
    }
    table->setSortingEnabled(true);
    table->selectRow(1);
    table->setMinimumHeight(210);
    return table;
}

QWidget *treeCard()
{
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({words("Model"), words("Status")});
    for (int i = 0; i < 12; ++i) {
        auto *item = new QTreeWidgetItem(tree, {QStringLiteral("claude %1").arg(i), words("200")});
        new QTreeWidgetItem(item, {words("attempt"), words("529")});
        item->setCheckState(1, i % 2 ? Qt::Checked : Qt::Unchecked);
        item->setExpanded(i == 0);
    }
    tree->setMinimumHeight(210);
    return tree;
}

QLayout *banners()
{
    auto *column = new QVBoxLayout;
    auto *info = new Banner(Severity::Info);
    info->setText(words("Claude Code is not pointed at QCC yet. 复制地址并设置 ANTHROPIC_BASE_URL。"));
    info->setActions({{words("copy"), words("Copy"), true}});
    info->setDismissible(true);
    auto *warn = new Banner(Severity::Warn);
    warn->setText(
        words("Keys are kept in a plain file, for this desktop has no keyring. Whoever can read your files "
              "can read "
              "them, and this sentence is long enough to need a second line in a window of this size."));
    auto *bad = new Banner(Severity::Bad);
    bad->setText(words("No provider is healthy: requests are answered with an error."));
    bad->setActions({{words("check"), words("Check now"), false}, {words("why"), words("Why"), false}});
    for (Banner *banner : {info, warn, bad})
        column->addWidget(banner);
    return column;
}

QWidget *emptyCard()
{
    auto *card = new CardFrame;
    auto *empty = new EmptyState(Icon::Failover);
    empty->setTitle(words("No failovers yet"));
    empty->setText(words("When a provider fails, QCC moves on to the next one and writes down why. "
                         "一旦发生，就会显示在这里。"));
    empty->setActions(
        {{words("a"), words("Add a provider"), true}, {words("s"), words("Try the simulation"), false}});
    card->body()->addWidget(empty);
    return card;
}

} // namespace

std::unique_ptr<QWidget> makeGallery()
{
    auto sheet = std::make_unique<QWidget>();
    auto *title = new QLabel(words("QCC theme  主题"));
    title->setFont(headingFont(sheet->font(), 1));
    auto *address = new ElidedLabel(
        words("http://127.0.0.1:7860 is where Claude Code finds QCC, and this line is too long"));
    address->setFont(fixedFont(sheet->font()));
    address->setMaximumWidth(420);
    auto *top = new QVBoxLayout;
    top->addWidget(title);
    top->addWidget(address);
    top->addLayout(banners());
    auto *cells = new QGridLayout;
    cells->setSpacing(grid::kLarge);
    cells->addLayout(top, 0, 0, 1, 2);
    cells->addWidget(new Marks, 1, 0, 1, 2);
    cells->addWidget(buttonsCard(), 2, 0);
    cells->addWidget(fieldsCard(), 2, 1, 2, 1);
    cells->addWidget(choicesCard(), 3, 0);
    cells->addWidget(tableCard(), 4, 0);
    cells->addWidget(treeCard(), 4, 1);
    cells->addWidget(emptyCard(), 5, 0);
    cells->addWidget(new QPlainTextEdit(words("Plain text\n多行文本")), 5, 1);
    sheet->setLayout(cells);
    sheet->resize(900, 1280);
    return sheet;
}

std::unique_ptr<QMenu> makeMenu()
{
    auto menu = std::make_unique<QMenu>();
    menu->addAction(icon(Icon::Edit), words("Edit…"))->setShortcut(QKeySequence(Qt::Key_Return));
    QAction *hovered = menu->addAction(icon(Icon::Duplicate), words("复制一份"));
    hovered->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    menu->addAction(icon(Icon::Test), words("Test now"))->setEnabled(false);
    menu->addSeparator();
    auto *places = new QActionGroup(menu.get());
    for (const char *place : {"Primary", "Secondary", "备用"}) {
        QAction *action = places->addAction(words(place));
        action->setCheckable(true);
        menu->addAction(action);
    }
    places->actions().first()->setChecked(true);
    QAction *checked = menu->addAction(words("Automatic failover"));
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addMenu(words("Pin for"))->addAction(words("1 hour"));
    menu->setActiveAction(hovered);
    return menu;
}

std::unique_ptr<QWidget> makeToastSheet()
{
    auto sheet = std::make_unique<QWidget>();
    sheet->resize(700, 300);
    auto *toast = new Toast(sheet.get());
    toast->showMessage(words("Moved production to Secondary"), words("Undo"));
    return sheet;
}

std::unique_ptr<QWidget> makeQuestion()
{
    auto box = std::make_unique<QMessageBox>(QMessageBox::Warning, words("Delete"),
                                             words("Delete “production” and its keys?"), QMessageBox::Cancel);
    box->setInformativeText(words("This can be undone until QCC ends. 可以撤销。"));
    box->addButton(words("Delete"), QMessageBox::AcceptRole)->setProperty("danger", true);
    return box;
}

std::unique_ptr<QWidget> makeIconSheet()
{
    auto sheet = std::make_unique<QWidget>();
    auto *cells = new QGridLayout(sheet.get());
    constexpr int kColumns = 9;
    const auto add = [&](int place, const QIcon &shown) {
        auto *row = new QHBoxLayout;
        for (const int side : {16, 24, 48}) {
            auto *label = new QLabel;
            label->setPixmap(shown.pixmap(QSize(side, side), 1.0));
            row->addWidget(label);
        }
        cells->addLayout(row, place / kColumns, place % kColumns);
    };
    for (int i = 0; i < kIconCount; ++i)
        add(i, icon(static_cast<Icon>(i)));
    add(kIconCount, applicationIcon());
    return sheet;
}

} // namespace qcc::test
