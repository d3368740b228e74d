// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policy_section.h"

#include "ui/base/field_note.h"
#include "ui/base/refusal_sentence.h"
#include "ui/settings/policy_fields.h"

#include <QMessageBox>

namespace qcc {

PolicySection::PolicySection(InstanceDoor &instance, QWidget *parent)
    : SettingsSection(parent), m_instance(instance), m_reset(new QPushButton), m_note(new FieldNote(m_reset))
{
    const std::span<const PolicyFormField> fields = policyFormFields();
    for (const PolicyFormField &field : fields.first(fields.size() - kNotifyFields)) {
        m_rows.push_back(makePolicyRow(field, instance));
        add(m_rows.back());
    }
    add(m_note);
    add(m_reset);
    m_reset->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_reset, &QPushButton::clicked, this, &PolicySection::askToReset);
    connect(&instance, &InstanceDoor::settingsChanged, this, &PolicySection::updateReset);
    retranslate();
    updateReset();
}

LiveRow *PolicySection::row(QLatin1StringView field) const
{
    const std::span<const PolicyFormField> fields = policyFormFields();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (fields[i].name == field)
            return m_rows[i];
    }
    return nullptr;
}

void PolicySection::updateReset()
{
    m_reset->setEnabled(m_instance.settings().policy != FailoverPolicy{});
}

void PolicySection::askToReset()
{
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Policy"), tr("Reset the whole policy to its defaults?"),
                        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Failover and recovery notifications are switched on again, too."));
    QPushButton *yes = question->addButton(tr("Reset all"), QMessageBox::AcceptRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(yes, &QPushButton::clicked, this, &PolicySection::resetAll);
    question->open();
}

void PolicySection::resetAll()
{
    m_note->clear();
    EditPolicy command{patchToDefaults(m_instance.settings().policy)};
    m_instance.submit(command, [self = QPointer(this)](const Result<Done> &answer) {
        if (self && !answer)
            self->m_note->showFault(refusalSentence(answer.refusal()));
    });
}

void PolicySection::retranslate()
{
    setTexts(tr("Policy"), tr("When QCC switches, and how carefully it comes back. Changes apply at once."));
    for (size_t i = 0; i < m_rows.size(); ++i)
        translatePolicyRow(policyFormFields()[i], m_rows[i]);
    m_reset->setText(tr("Reset all to defaults…"));
}

} // namespace qcc
