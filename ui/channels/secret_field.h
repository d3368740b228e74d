// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QEvent;
class QLineEdit;
class QToolButton;

namespace qcc {

/// Where a channel's address, token or password is typed. A stored one never comes here: it is replaced by
/// what is typed, or taken away. What was typed can be looked at, and is wiped as far as Qt lets.
class SecretField final : public QWidget
{
    Q_OBJECT
public:
    enum class Stored {
        No,      ///< a new channel
        Yes,     ///< it has one
        IfAtAll, ///< it may have one, which may be taken away
    };
    explicit SecretField(Stored stored, QWidget *parent = nullptr);
    ~SecretField() override;
    Q_DISABLE_COPY_MOVE(SecretField)

    /// Shown while nothing is typed, where nothing is stored.
    void setExample(const QString &text);
    /// None: the stored one stays; empty: it is taken away.
    std::optional<Secret> typed() const;
    void wipe();
    QLineEdit *edit() const { return m_edit; }
    QCheckBox *removal() const { return m_remove; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeEdit();
    void retranslate();

    Stored m_stored;
    QString m_example;
    QLineEdit *m_edit;
    QToolButton *m_show;
    QCheckBox *m_remove = nullptr; ///< of an optional one
};

} // namespace qcc
