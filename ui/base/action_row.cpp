// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/action_row.h"

namespace qcc {

namespace {

constexpr const char *kId = "actionId";

std::vector<QPushButton *> buttonsOf(const QBoxLayout *row)
{
    std::vector<QPushButton *> buttons;
    for (int i = 0; i < row->count(); ++i) {
        if (auto *button = qobject_cast<QPushButton *>(row->itemAt(i)->widget()))
            buttons.push_back(button);
    }
    return buttons;
}

bool areSame(const std::vector<QPushButton *> &buttons, const std::vector<NamedAction> &actions)
{
    return std::ranges::equal(buttons, actions, [](const QPushButton *button, const NamedAction &action) {
        return button->property(kId).toString() == action.id &&
               button->property("primary").toBool() == action.primary;
    });
}

} // namespace

void showActions(QBoxLayout *row, QWidget *parent, const std::vector<NamedAction> &actions,
                 const std::function<void(const QString &)> &pressed)
{
    std::vector<QPushButton *> buttons = buttonsOf(row);
    if (!areSame(buttons, actions)) {
        // A press of one of them may have brought us here.
        for (QPushButton *old : buttons) {
            row->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
        buttons.clear();
        for (const NamedAction &action : actions) {
            auto *button = new QPushButton(parent);
            button->setProperty(kId, action.id);
            button->setProperty("primary", action.primary);
            button->setAutoDefault(false);
            QObject::connect(button, &QPushButton::clicked, parent,
                             [pressed, id = action.id] { pressed(id); });
            row->addWidget(button);
            buttons.push_back(button);
        }
    }
    for (size_t i = 0; i < actions.size(); ++i)
        buttons[i]->setText(actions[i].text);
}

} // namespace qcc
