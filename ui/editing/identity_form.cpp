// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/identity_form.h"

#include "models/rules/validation.h"
#include "models/text/group_text.h"
#include "ui/base/group_icon.h"
#include "ui/base/icons.h"
#include "ui/base/quiet_wheel.h"
#include "ui/base/refusal_sentence.h"

#include <QComboBox>

namespace qcc {

IdentityForm::IdentityForm(Mode mode, QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_description(new QLineEdit)
{
    QGridLayout *form = makeFormGrid();
    if (mode == Mode::New)
        buildForNew(form);
    m_nameRow = addFormRow(form, m_name);
    m_descriptionRow = addFormRow(form, m_description);
    if (m_priority)
        m_priorityRow = addFormRow(form, m_priority);
    setLayout(form);
    m_description->setMaxLength(static_cast<int>(kLongestDescription));
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(DraftField::Name); });
    connect(m_description, &QLineEdit::textEdited, this, [this] { touch(DraftField::Description); });
    retranslate();
}

void IdentityForm::buildForNew(QGridLayout *form)
{
    m_template = new QComboBox;
    for (const ConfigTemplate kind : kConfigTemplates)
        m_template->addItem({}, static_cast<int>(kind));
    m_priority = new QComboBox;
    m_priority->addItem({});
    for (const Priority priority : kPriorities)
        m_priority->addItem(icon(groupIcon(priority)), {}, static_cast<int>(priority));
    ignoreWheelWithoutFocus(m_template);
    ignoreWheelWithoutFocus(m_priority);
    m_templateRow = addFormRow(form, m_template);
    connect(m_template, &QComboBox::activated, this, [this] {
        Q_EMIT templateChosen(static_cast<ConfigTemplate>(m_template->currentData().toInt()));
    });
    connect(m_priority, &QComboBox::activated, this, &IdentityForm::edited);
}

void IdentityForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void IdentityForm::touch(DraftField field)
{
    m_touched.insert(field);
    Q_EMIT edited();
}

void IdentityForm::load(const QString &name, const QString &description)
{
    m_touched.clear();
    m_name->setText(name);
    m_description->setText(description);
}

std::optional<Priority> IdentityForm::priority() const
{
    if (!m_priority || !m_priority->currentData().isValid())
        return std::nullopt;
    return static_cast<Priority>(m_priority->currentData().toInt());
}

void IdentityForm::setPriority(Priority priority)
{
    if (m_priority)
        m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(priority)));
}

void IdentityForm::showFaults(std::span<const DraftFault> faults)
{
    m_nameRow.note->clear();
    m_descriptionRow.note->clear();
    for (const DraftFault &fault : faults) {
        const bool untouched = fault.isMissing() && !m_touched.contains(fault.field);
        if (fault.field == DraftField::Name && !untouched)
            m_nameRow.note->showFault(refusalSentence(fault.refusal));
        if (fault.field == DraftField::Description)
            m_descriptionRow.note->showFault(refusalSentence(fault.refusal));
    }
}

void IdentityForm::retranslate()
{
    m_nameRow.setLabel(tr("&Name"));
    m_name->setPlaceholderText(tr("For example: production"));
    m_descriptionRow.setLabel(tr("&Description"));
    m_description->setPlaceholderText(tr("Whose account, which contract (optional)"));
    if (!m_template)
        return;
    m_templateRow.setLabel(tr("Kind of &provider"));
    const QStringList kinds{tr("Official API (Anthropic)"), tr("Compatible gateway or reseller"),
                            tr("Server on this computer")};
    for (int i = 0; i < kinds.size(); ++i)
        m_template->setItemText(i, kinds[i]);
    m_priorityRow.setLabel(tr("&Group"));
    m_priority->setItemText(0, tr("Where there is room"));
    for (size_t i = 0; i < kPriorities.size(); ++i)
        m_priority->setItemText(static_cast<int>(i) + 1, groupName(kPriorities[i]));
}

void IdentityForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
