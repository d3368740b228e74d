// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/named_action.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace qcc {

enum class Severity { Info, Warn, Bad };

/// A message that stays at the top of a page until its cause is gone: icon, wrapping text, actions, and where
/// permitted a button that puts it away. Decides nothing: it says what was pressed.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(Severity severity = Severity::Info, QWidget *parent = nullptr);

    Severity severity() const { return m_severity; }
    void setSeverity(Severity severity);
    QString text() const;
    void setText(const QString &text);
    void setActions(const std::vector<NamedAction> &actions);
    void setDismissible(bool on);

Q_SIGNALS:
    void actionTriggered(const QString &id);
    void dismissed(); ///< by the person; the banner hides itself

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void recolor();
    void fitHeight();

    Severity m_severity;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QToolButton *m_dismiss = nullptr;
    std::vector<NamedAction> m_actions;
};

} // namespace qcc
