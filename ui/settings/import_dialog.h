// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QEvent;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace qcc {

class Banner;

/// What an import would bring, to choose from: each config with the hosts it leads to and what would become
/// of it. Keys are not shown. Changes nothing itself: chosen() tells. Use open().
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Who offers it: the person's own files, or somebody by a link.
    enum class From { File, Link };

    ImportDialog(std::shared_ptr<ImportOffer> offer, From from, QWidget *parent = nullptr);

    QTreeWidget *list() const { return m_list; }
    QComboBox *group() const { return m_group; }
    QCheckBox *policy() const { return m_policy; }
    /// The indexes of those that are checked.
    std::vector<size_t> selection() const;

Q_SIGNALS:
    /// The chosen configs of the offer have the priority that the person gave them, if any.
    void chosen(const std::shared_ptr<qcc::ImportOffer> &offer, const std::vector<size_t> &indexes,
                bool withPolicy);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void fill();
    void fillGroups();
    void choose();
    void updateButton();
    void showRow(QTreeWidgetItem *item, const ImportedConfig &config) const;
    QString introText() const;
    void retranslate();

    std::shared_ptr<ImportOffer> m_offer;
    From m_from;
    QLabel *m_intro;
    Banner *m_caution;
    QTreeWidget *m_list;
    QLabel *m_notes;
    QLabel *m_groupName;
    QComboBox *m_group;
    QCheckBox *m_policy;
    QDialogButtonBox *m_buttons;
};

} // namespace qcc
