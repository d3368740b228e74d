// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog's way out: saving, its refusals, changes from elsewhere, closing.
#include "ui/base/banner.h"
#include "ui/base/discard_question.h"
#include "ui/base/field_note.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/editing/config_dialog.h"
#include "ui/editing/config_options.h"
#include "ui/editing/endpoints_editor.h"
#include "ui/editing/identity_form.h"

#include <QDialogButtonBox>
#include <QScrollArea>
#include <QTimer>

namespace qcc {

PutConfig ConfigDialog::command() const
{
    PutConfig command;
    command.before = m_before;
    command.name = m_identity->name().trimmed();
    command.description = m_identity->description().trimmed();
    command.priority = m_identity->priority();
    for (const EndpointDraft &draft : m_endpoints->drafts())
        command.endpoints.push_back(
            {endpointOf(draft.fields).value(), draft.key ? std::optional(draft.key->clone()) : std::nullopt});
    command.nextPatterns = nextPatternsOf(m_options->patternRows()).value();
    command.modelMappings = modelMappingsOf(m_options->mappingRows()).value();
    command.extraHeaders = extraHeadersOf(m_options->headerRows()).value();
    return command;
}

void ConfigDialog::save()
{
    if (m_saving || !findFaults().empty())
        return;
    m_refused.reset();
    m_banner->hide();
    setSaving(true);
    m_instance.submit(command(), [self = QPointer(this)](const Result<Done> &answer) {
        if (self)
            self->takeAnswer(answer);
    });
}

void ConfigDialog::setSaving(bool saving)
{
    m_saving = saving;
    m_scroll->setEnabled(!saving);
    m_buttons->setEnabled(!saving);
    retranslate();
}

void ConfigDialog::takeAnswer(const Result<Done> &answer)
{
    setSaving(false);
    if (!answer) {
        showRefusal(answer.refusal());
        return;
    }
    Q_EMIT saved(m_identity->name().trimmed());
    finish(Accepted);
}

void ConfigDialog::showRefusal(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::ChangedMeanwhile) {
        offerNewState(refusalSentence(refusal));
        return;
    }
    const DraftFault fault = placed(refusal, m_identity->name(), m_endpoints->drafts());
    if (fault.field == DraftField::Whole) {
        m_banner->setSeverity(Severity::Bad);
        m_banner->setActions({});
        m_banner->setText(refusalSentence(refusal));
        m_banner->show();
        return;
    }
    m_refused = fault;
    if (fault.endpoint >= 0)
        m_endpoints->select(fault.endpoint);
    validate();
    const QList<FieldNote *> notes = m_scroll->findChildren<FieldNote *>();
    const auto marked = std::find_if(notes.begin(), notes.end(), [this](const FieldNote *note) {
        return note->isFault() && note->isVisibleTo(this);
    });
    if (marked != notes.end())
        bringIntoView(*marked);
}

void ConfigDialog::bringIntoView(QWidget *part)
{
    // When the layout has made room for it.
    QTimer::singleShot(0, part, [this, part] { m_scroll->ensureWidgetVisible(part, 0, grid::kHuge); });
}

/// Somebody else may save the same config while it is open here.
void ConfigDialog::watchSettings()
{
    if (m_saving)
        return;
    if (m_before) {
        const Config *now = m_instance.settings().find(m_before->name);
        if (now && *now == *m_before)
            m_banner->hide();
        else
            offerNewState(refusalSentence({RefusalCode::ChangedMeanwhile, m_before->name, {}}));
    }
    validate();
}

void ConfigDialog::offerNewState(const QString &text)
{
    const bool exists = m_before && m_instance.settings().find(m_before->name);
    m_banner->setSeverity(Severity::Warn);
    m_banner->setText(
        exists || !m_before ? text : refusalSentence({RefusalCode::UnknownConfig, m_before->name, {}}));
    if (exists)
        m_banner->setActions({{QStringLiteral("load"), tr("Load the new state"), true}});
    else
        m_banner->setActions({});
    m_banner->show();
}

void ConfigDialog::takeBannerAction(const QString &)
{
    const Config *now = m_before ? m_instance.settings().find(m_before->name) : nullptr;
    if (!now)
        return;
    m_before = *now;
    m_banner->hide();
    load();
}

void ConfigDialog::reject()
{
    if (m_saving)
        return; // the answer decides
    if (hasChanges())
        askToDiscard(*this, tr("What you typed, keys included, is not saved yet."),
                     [this] { finish(Rejected); });
    else
        finish(Rejected);
}

void ConfigDialog::finish(int result)
{
    m_endpoints->wipe();
    done(result);
}

} // namespace qcc
