// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"
#include "ui/base/named_action.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace qcc {

/// What stands where nothing is yet: a large icon, what would be here, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(Icon icon, QWidget *parent = nullptr);

    void setIcon(Icon icon);
    void setTitle(const QString &title);
    void setText(const QString &text);
    void setActions(const std::vector<NamedAction> &actions);

Q_SIGNALS:
    void actionTriggered(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    Icon m_which;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    std::vector<NamedAction> m_actions;
};

} // namespace qcc
