// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"

#include <QDialog>

class QDialogButtonBox;
class QEvent;
class QLabel;
class QTreeWidget;

namespace qcc {

/// What a file would bring, to choose from. Changes nothing itself: chosen() tells. Use open().
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ImportDialog(ImportPreview preview, QWidget *parent = nullptr);

    QTreeWidget *list() const { return m_list; }
    /// The preview without what is not checked.
    ImportPreview selection() const;

Q_SIGNALS:
    void chosen(const qcc::ImportPreview &selection);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void fill();
    void choose();
    void updateButton();
    QString placeOf(const QString &config) const;
    void retranslate();

    ImportPreview m_preview;
    QTreeWidget *m_list;
    QLabel *m_intro;
    QLabel *m_skipped;
    QLabel *m_keys;
    QDialogButtonBox *m_buttons;
};

} // namespace qcc
