// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BoardPage that talks with the person: questions, answers, menus, languages.
#include "models/items/board_model.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/toast.h"
#include "ui/board/board_arranger.h"
#include "ui/board/board_columns.h"
#include "ui/board/board_commands.h"
#include "ui/board/board_notices.h"
#include "ui/board/board_page.h"
#include "ui/board/claude_notices.h"
#include "ui/board/remove_question.h"
#include "ui/claude/claude_switch.h"

namespace qcc {

void BoardPage::performNotice(const QString &action, const QString &config)
{
    if (action == notice_action::kTryAgain)
        m_door.tryAgain();
    else if (action == notice_action::kListen)
        m_commands->serve(true);
    else if (action == notice_action::kSettings)
        Q_EMIT settingsRequested();
    else if (action == notice_action::kEdit)
        Q_EMIT editRequested(config);
    else if (m_claude)
        performClaude(action);
}

void BoardPage::performClaude(const QString &action)
{
    if (action == notice_action::kConnectClaude) {
        Q_EMIT claudeOfferKnown();
        m_claude->set(true);
    } else if (action == notice_action::kDisconnectClaude) {
        m_claude->putBack();
    } else if (action == notice_action::kClaudeDetails) {
        Q_EMIT m_claude->detailsWanted();
    }
}

void BoardPage::askToRemove(const QStringList &configs)
{
    if (configs.isEmpty())
        return;
    auto *question = new RemoveQuestion(configs, m_door.settings(), this);
    connect(question, &RemoveQuestion::confirmed, m_commands, &BoardCommands::remove);
    question->open();
}

void BoardPage::openSwitchMenu()
{
    const QModelIndex index = m_model->configIndex(m_columns->selectedNames().value(0));
    if (!index.isValid())
        return;
    const CardList *list = m_columns->panel(static_cast<Priority>(index.parent().row()))->list();
    m_actions->switchMenu()->popup(list->viewport()->mapToGlobal(list->visualRect(index).center()));
}

void BoardPage::say(const QString &text)
{
    sayWith(text, ToastAction::None);
}

void BoardPage::sayWith(const QString &text, ToastAction action)
{
    m_toastAction = action;
    switch (action) {
    case ToastAction::None:
        m_toast->showMessage(text);
        return;
    case ToastAction::Undo:
        m_toast->showMessage(text, tr("Undo"));
        return;
    case ToastAction::Redo:
        m_toast->showMessage(text, tr("Redo"));
        return;
    }
    Q_UNREACHABLE();
}

void BoardPage::sayRefusal(const Refusal &refusal)
{
    say(refusalSentence(refusal));
    refresh(); // what a switch shows goes back to how it is
}

void BoardPage::retranslate()
{
    m_model->retranslate();
    m_actions->retranslate();
    refresh();
}

void BoardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BoardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!focusWidget()) // keys work at once
        takeFocus();
    refresh();
}

void BoardPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    refreshTexts();
}

} // namespace qcc
