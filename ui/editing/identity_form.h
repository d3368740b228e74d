// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/priority_groups.h"
#include "ui/editing/config_templates.h"
#include "ui/editing/draft_faults.h"
#include "ui/editing/form_grid.h"

#include <QLineEdit>

#include <set>

class QComboBox;
class QEvent;
class QGridLayout;

namespace qcc {

/// A config's name and description, and for a new one its group and the kind of provider to begin with.
class IdentityForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { New, Existing };

    explicit IdentityForm(Mode mode, QWidget *parent = nullptr);

    void load(const QString &name, const QString &description);
    QString name() const { return m_name->text(); }
    QString description() const { return m_description->text(); }
    /// None: where there is room (see AddConfig), or the config is no new one.
    std::optional<Priority> priority() const;
    void setPriority(Priority priority);
    void focusName();
    /// As showFaults() of the other forms; those of other fields are left alone.
    void showFaults(std::span<const DraftFault> faults);

Q_SIGNALS:
    void edited();
    void templateChosen(qcc::ConfigTemplate kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildForNew(QGridLayout *form);
    void touch(DraftField field);
    void retranslate();

    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_template = nullptr; ///< null: an existing config
    QComboBox *m_priority = nullptr;
    FormRow m_nameRow;
    FormRow m_descriptionRow;
    FormRow m_templateRow;
    FormRow m_priorityRow;
    std::set<DraftField> m_touched;
};

} // namespace qcc
