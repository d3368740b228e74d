// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/pages.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace qcc {

/// The pages, one below the other, at the window's left edge: with names while there is room, else as symbols
/// with tool tips. Knows no page.
class NavigationBar final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationBar(QWidget *parent = nullptr);

    void setCurrent(Page page);
    /// Names beside the symbols.
    void setExpanded(bool expanded);
    bool isExpanded() const { return m_expanded; }

Q_SIGNALS:
    void pageChosen(qcc::Page page);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(Page page);
    void retranslate();

    QButtonGroup *m_group;
    QLabel *m_title;
    bool m_expanded = true;
};

} // namespace qcc
