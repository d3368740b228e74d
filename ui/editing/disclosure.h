// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace qcc {

/// A heading that unfolds what lies under it. Folded at first, and remembers nothing.
class Disclosure final : public QWidget
{
    Q_OBJECT
public:
    explicit Disclosure(QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    bool isOpen() const { return m_button->isChecked(); }
    void setOpen(bool open) { m_button->setChecked(open); }

Q_SIGNALS:
    void toggled(bool open);

private:
    void unfold(bool open);

    QToolButton *m_button;
    QWidget *m_content;
};

} // namespace qcc
