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
    bool isOpen() const { return m_open; }
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open);
    void unfolded(); ///< by a person

private:
    void toggle();
    void showState();

    QToolButton *m_button;
    QWidget *m_content;
    QString m_title;
    bool m_open = false;
};

} // namespace qcc
