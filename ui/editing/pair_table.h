// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/draft_faults.h"

#include <QWidget>

class QEvent;
class QTableWidget;
class QToolButton;

namespace qcc {

/// Rows of two short texts: added, typed over, removed. What they mean is said by whoever uses it.
class PairTable final : public QWidget
{
    Q_OBJECT
public:
    explicit PairTable(QWidget *parent = nullptr);

    void load(const TypedRows &rows);
    TypedRows rows() const;
    void setFirstNarrow();
    void setHeaders(const QString &first, const QString &second);
    QTableWidget *table() const { return m_table; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void append(const QString &first, const QString &second);
    void add();
    void removeSelected();
    void retranslate();

    QTableWidget *m_table;
    QToolButton *m_add;
    QToolButton *m_remove;
};

} // namespace qcc
