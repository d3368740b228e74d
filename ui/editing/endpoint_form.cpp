// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/endpoint_form.h"

#include "ui/base/grid.h"
#include "ui/base/instance_door.h"
#include "ui/base/refusal_sentence.h"
#include "ui/editing/advanced_form.h"
#include "ui/editing/disclosure.h"
#include "ui/editing/key_field.h"
#include "ui/editing/probe_bench.h"

#include <QSignalBlocker>

namespace qcc {

EndpointForm::EndpointForm(InstanceDoor &instance, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_name(new QLineEdit), m_url(new QLineEdit), m_key(new KeyField),
      m_bench(new ProbeBench(instance)), m_advanced(new AdvancedForm)
{
    build();
    connectFields();
    retranslate();
}

void EndpointForm::build()
{
    QGridLayout *form = makeFormGrid();
    m_urlRow = addFormRow(form, m_url);
    m_keyRow = addFormRow(form, m_key, m_key->edit());
    m_nameRow = addFormRow(form, m_name);
    m_fold = new Disclosure(m_advanced);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kSmall);
    column->addLayout(form);
    column->addWidget(m_bench);
    column->addWidget(m_fold);
    column->addStretch(1);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
}

void EndpointForm::connectFields()
{
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(DraftField::EndpointName); });
    connect(m_url, &QLineEdit::textEdited, this, [this] { touch(DraftField::Url); });
    connect(m_key, &KeyField::edited, this, [this] { touch(DraftField::Key); });
    connect(m_key, &KeyField::revealRequested, this, &EndpointForm::revealKey);
    connect(m_advanced, &AdvancedForm::edited, this, &EndpointForm::edited);
}

void EndpointForm::touch(DraftField field)
{
    m_touched.insert(field);
    Q_EMIT edited();
}

void EndpointForm::load(const EndpointDraft &draft)
{
    m_fields = draft.fields;
    m_keyStored = draft.keyStored;
    m_touched.clear();
    m_name->setText(draft.fields.name);
    m_url->setText(draft.fields.url);
    m_key->load(draft.key, draft.keyStored);
    m_advanced->load(draft.fields);
    clearNotes();
    retranslate();
}

EndpointDraft EndpointForm::draft() const
{
    EndpointDraft draft{m_fields, m_key->typed(), m_keyStored};
    draft.fields.name = m_name->text();
    draft.fields.url = m_url->text();
    m_advanced->store(draft.fields);
    return draft;
}

FieldNote *EndpointForm::noteFor(DraftField field) const
{
    switch (field) {
    case DraftField::EndpointName:
        return m_nameRow.note;
    case DraftField::Url:
        return m_urlRow.note;
    case DraftField::Key:
        return m_keyRow.note;
    default: // of the advanced part, or of nobody here
        return m_advanced->noteFor(field);
    }
}

void EndpointForm::clearNotes()
{
    for (const FormRow &row : {m_nameRow, m_urlRow, m_keyRow})
        row.note->clear();
    m_advanced->clearNotes();
}

void EndpointForm::showFaults(std::span<const DraftFault> faults, std::span<const EndpointHint> hints)
{
    clearNotes();
    showHints(hints);
    for (const DraftFault &fault : faults) {
        FieldNote *note = noteFor(fault.field);
        if (!note || (fault.isMissing() && !m_touched.contains(fault.field)))
            continue;
        note->showFault(refusalSentence(fault.refusal));
        if (m_advanced->noteFor(fault.field))
            m_fold->setOpen(true);
    }
    const EndpointDraft now = draft();
    const bool hasKey = now.key || now.keyStored;
    const QString why =
        faults.empty() && hasKey ? QString() : tr("Needs a URL and a key that are well-formed.");
    m_bench->load(now.fields, now.key, why);
    EndpointFields nameless = now.fields;
    nameless.name.clear();
    m_name->setPlaceholderText(shownName(nameless)); // what it is called without a name of its own
}

void EndpointForm::showHints(std::span<const EndpointHint> hints)
{
    for (const EndpointHint hint : hints) {
        switch (hint) {
        case EndpointHint::PlainHttp:
            m_urlRow.note->showHint(
                tr("Without https:// the key and everything said can be read on the way."));
            break;
        case EndpointHint::EndsWithV1:
            m_urlRow.note->showHint(
                tr("The base URL mostly ends before /v1: Claude Code adds /v1/messages itself."));
            break;
        case EndpointHint::KeyHasSpaces:
            m_keyRow.note->showHint(tr("The spaces around the key are left out."));
            break;
        }
    }
}

void EndpointForm::revealKey()
{
    const EndpointId endpoint = m_fields.id;
    m_instance.revealKey(endpoint, [self = QPointer(this), endpoint](const Result<Secret> &key) {
        if (self)
            self->takeKey(endpoint, key);
    });
}

void EndpointForm::takeKey(const EndpointId &endpoint, const Result<Secret> &key)
{
    if (endpoint != m_fields.id)
        return; // another endpoint is shown by now
    if (key)
        m_key->reveal(*key);
    else
        m_keyRow.note->showFault(refusalSentence(key.refusal()));
}

void EndpointForm::wipe()
{
    m_key->wipe();
}

void EndpointForm::focusFirst()
{
    m_url->setFocus(Qt::OtherFocusReason);
    m_url->selectAll();
}

void EndpointForm::retranslate()
{
    m_nameRow.setLabel(tr("Name"));
    m_urlRow.setLabel(tr("Base &URL"));
    m_keyRow.setLabel(tr("&Key"));
    m_fold->setTitle(tr("Advanced settings of this endpoint"));
}

void EndpointForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
