// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/sessions_view.h"

#include "models/text/group_text.h"
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/history/column_fitter.h"
#include "ui/history/history_delegates.h"
#include "ui/history/session_feed.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTreeView>

namespace qcc {

namespace {

QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

SessionsView::SessionsView(InstanceDoor &instance, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_feed(new SessionFeed(instance, m_model, this))
{
    m_trouble = new Banner(Severity::Bad, this);
    m_trouble->hide();
    m_empty = new EmptyState(Icon::Link, this);
    buildTable();
    auto *list = new QWidget(this);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins({});
    rows->setSpacing(grid::kSmall);
    rows->addWidget(m_table, 1);
    rows->addLayout(makeButtons());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(list);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(grid::kMedium);
    column->addWidget(m_trouble);
    column->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

void SessionsView::buildTable()
{
    m_table = new QTreeView(this);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new SessionDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionsMovable(false);
    m_columns = new ColumnFitter(m_table, m_table->header());
}

QLayout *SessionsView::makeButtons()
{
    m_count = new QLabel(this);
    m_requests = new QPushButton(this);
    m_free = new QPushButton(this);
    m_move = new QPushButton(this);
    m_moveMenu = new QMenu(this);
    m_move->setMenu(m_moveMenu);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kSmall);
    row->addWidget(m_count, 1);
    row->addWidget(m_requests);
    row->addWidget(m_free);
    row->addWidget(m_move);
    return row;
}

void SessionsView::connectParts()
{
    connect(m_feed, &SessionFeed::loaded, this, [this] {
        if (std::exchange(m_unanswered, false))
            m_trouble->hide();
        updateContents();
    });
    connect(m_feed, &SessionFeed::failed, this,
            [this](const Refusal &refusal) { showTrouble(refusal, true); });
    connect(m_trouble, &Banner::actionTriggered, m_feed, &SessionFeed::ask);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SessionsView::updateButtons);
    connect(m_table, &QTreeView::activated, this, &SessionsView::showRequests);
    connect(m_table, &QTreeView::customContextMenuRequested, this, &SessionsView::openMenu);
    connect(m_requests, &QPushButton::clicked, this, &SessionsView::showRequests);
    connect(m_free, &QPushButton::clicked, this, [this] { move({}); });
    connect(m_moveMenu, &QMenu::aboutToShow, this, [this] { fillMoveMenu(m_moveMenu); });
}

void SessionsView::setClock(Clock clock)
{
    m_feed->setClock(std::move(clock));
}

const SessionSnapshot *SessionsView::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model.session(rows.front().row());
}

/// Those to which requests may go, best first.
void SessionsView::fillMoveMenu(QMenu *menu)
{
    menu->clear();
    const SessionSnapshot *session = chosen();
    if (!session)
        return;
    const PriorityGroups &groups = m_instance.settings().groups;
    for (const Priority priority : {Priority::Primary, Priority::Secondary, Priority::Fallback}) {
        const PriorityGroup &group = groups.group(priority);
        if (!group.enabled)
            continue;
        for (const QString &config : group.configNames) {
            QAction *action = menu->addAction(literal(configWithGroup(config, priority)));
            action->setCheckable(true);
            action->setChecked(config == session->config);
            connect(action, &QAction::triggered, this, [this, config] { move(config); });
        }
    }
}

void SessionsView::move(const QString &config)
{
    const SessionSnapshot *session = chosen();
    if (!session)
        return;
    m_instance.moveSession({session->id, config}, [self = QPointer(this)](const Result<Done> &done) {
        if (!self)
            return;
        if (!done)
            self->showTrouble(done.refusal(), false);
        self->m_feed->ask();
    });
}

void SessionsView::showRequests()
{
    if (const SessionSnapshot *session = chosen())
        Q_EMIT requestsWanted(session->id);
}

void SessionsView::openMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *places = menu->addMenu(tr("Move to"));
    fillMoveMenu(places);
    const SessionSnapshot *session = chosen();
    menu->addAction(m_free->text(), this, [this] { move({}); })->setEnabled(session && session->byHand);
    menu->addSeparator();
    menu->addAction(m_requests->text(), this, &SessionsView::showRequests);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void SessionsView::updateContents()
{
    m_count->setText(tr("%Ln session(s)", nullptr, m_model.rowCount()));
    m_stack->setCurrentIndex(m_model.rowCount() == 0 && m_feed->isLoaded() ? 1 : 0);
    updateButtons();
}

void SessionsView::updateButtons()
{
    const SessionSnapshot *session = chosen();
    m_requests->setEnabled(session);
    m_move->setEnabled(session && m_instance.isReachable());
    m_free->setEnabled(session && session->byHand && m_instance.isReachable());
}

void SessionsView::showTrouble(const Refusal &refusal, bool unanswered)
{
    m_unanswered = unanswered;
    m_trouble->setText(refusalSentence(refusal));
    m_trouble->setDismissible(!unanswered);
    m_trouble->setActions(unanswered
                              ? std::vector<NamedAction>{{QStringLiteral("again"), tr("Try again"), false}}
                              : std::vector<NamedAction>{});
    m_trouble->show();
    updateButtons();
}

void SessionsView::retranslate()
{
    m_model.retranslate();
    m_table->setAccessibleName(tr("Sessions of Claude Code"));
    m_requests->setText(tr("Show its requests"));
    m_free->setText(tr("Let the rules decide"));
    m_free->setToolTip(tr("Takes back a move by hand"));
    m_move->setText(tr("Move to"));
    m_move->setToolTip(tr("Its next requests go there, while that config works. Its prompt cache is lost."));
    m_empty->setTitle(tr("No sessions yet"));
    m_empty->setText(tr("A session is one conversation of Claude Code. QCC keeps each with the config that "
                        "served it, for its prompt cache; new ones go to the active config. They appear here "
                        "with their first request, and you can move them by hand."));
    using Model = SessionTableModel;
    m_columns->setColumns({{Model::Session, QStringLiteral("5f1c2d3e"), 0, 0},
                           {Model::Config, QStringLiteral("mm production"), 0, 2},
                           {Model::Model, QStringLiteral("claude-sonnet-4-5"), 2, 2},
                           {Model::LastUsed, QStringLiteral("1 h 20 min ago"), 0, 0},
                           {Model::Requests, QStringLiteral("1,234"), 3, 0},
                           {Model::Running, QStringLiteral("10"), 1, 0},
                           {Model::Reason, QStringLiteral("Stays until 14:35:10 (in 4:12)"), 0, 3}});
    updateContents();
}

void SessionsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setRunning(true);
}

void SessionsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setRunning(false);
}

void SessionsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
