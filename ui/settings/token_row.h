// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"

#include <QTimer>
#include <QWidget>

class QEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace qcc {

class CopyButton;
class FieldNote;
class SettingRow;

/// The token by which Claude Code is let in, and the two lines that Claude Code needs. The token is asked for
/// only to be shown or copied, and forgotten as far as Qt lets.
class TokenRow final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenRow(InstanceDoor &instance, QWidget *parent = nullptr);
    ~TokenRow() override;
    Q_DISABLE_COPY_MOVE(TokenRow)

    /// What the lines show now.
    QString shownLines() const;
    void renew();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *makeLine(QLineEdit *line, QWidget *button);
    void toggle(bool show);
    void copyToken();
    void copyTokenLine();
    void ask(std::function<void(const Secret &)> use);
    void askToRenew();
    void takeRenewed(const Result<Secret> &token);
    void showToken(const Secret &token);
    void hideToken();
    void showLines();
    void say(const QString &done);
    void retranslate();

    InstanceDoor &m_instance;
    SettingRow *m_row;
    QToolButton *m_show;
    QToolButton *m_copy;
    QPushButton *m_renew;
    SettingRow *m_claude;
    QLineEdit *m_urlLine;
    QLineEdit *m_tokenLine;
    CopyButton *m_copyUrl;
    QToolButton *m_copyTokenLine;
    QLabel *m_told;
    QTimer m_toldFor;
    Secret m_token; ///< while it is shown
};

} // namespace qcc
