// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <QWidget>

#include <optional>

class QEvent;
class QLineEdit;
class QToolButton;

namespace qcc {

/// Where a key is typed. A stored one is not in it until somebody asks to see it; what was in it is wiped as
/// far as Qt lets. Knows neither endpoints nor doors.
class KeyField final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);
    ~KeyField() override;
    Q_DISABLE_COPY_MOVE(KeyField)

    /// What was typed before, if anything, and whether there is a stored key behind it. Hidden again.
    void load(const std::optional<Secret> &typed, bool stored);
    /// The stored key, after revealRequested().
    void reveal(const Secret &key);
    /// None: nothing was typed, the stored one stays.
    std::optional<Secret> typed() const;
    bool showsStored() const { return m_showsStored; }
    void wipe();
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited();
    void revealRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeEdit();
    void toggle(bool show);
    void retranslate();
    void put(const Secret &key);

    QLineEdit *m_edit;
    QToolButton *m_show;
    bool m_stored = false;
    bool m_showsStored = false;
};

} // namespace qcc
