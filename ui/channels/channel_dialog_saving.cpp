// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog's way out: saving, its refusals, the test, changes from elsewhere, closing.
#include "models/rules/channel_edit.h"
#include "models/text/channel_text.h"
#include "ui/base/banner.h"
#include "ui/base/discard_question.h"
#include "ui/base/field_note.h"
#include "ui/base/refusal_sentence.h"
#include "ui/channels/channel_dialog.h"
#include "ui/channels/channel_form.h"
#include "ui/channels/channel_telling.h"

#include <QDialogButtonBox>
#include <QScrollArea>

namespace qcc {

void ChannelDialog::save()
{
    if (m_saving || !saveButton()->isEnabled())
        return;
    m_refused.reset();
    m_banner->hide();
    setSaving(true);
    m_instance.submit(draft(), [self = QPointer(this)](const Result<Done> &answer) {
        if (self)
            self->takeAnswer(answer);
    });
}

void ChannelDialog::takeAnswer(const Result<Done> &answer)
{
    setSaving(false);
    if (answer)
        finish(Accepted);
    else
        showRefusal(answer.refusal());
}

void ChannelDialog::setSaving(bool saving)
{
    m_saving = saving;
    m_scroll->setEnabled(!saving);
    retranslate();
}

void ChannelDialog::showRefusal(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::ChangedMeanwhile)
        return offerNewState();
    const QString field = faultyField(refusal, m_kind);
    if (m_form->hasField(field)) {
        m_refused = ChannelFault{field, refusal};
        validate();
        m_scroll->ensureWidgetVisible(m_form->noteFor(field));
        return;
    }
    m_banner->setSeverity(Severity::Bad);
    m_banner->setActions({});
    m_banner->setText(refusalSentence(refusal));
    m_banner->show();
}

void ChannelDialog::sendTest()
{
    PutChannel tried = draft();
    if (tried.channel.name.isEmpty())
        tried.channel.name = channelKindName(m_kind);
    m_testing = true;
    m_testNote->clear();
    validate();
    m_instance.testChannel(std::move(tried),
                           [self = QPointer(this), number = ++m_tests](const Result<Done> &answer) {
                               if (self)
                                   self->takeTest(number, answer);
                           });
}

void ChannelDialog::takeTest(int number, const Result<Done> &answer)
{
    if (number != m_tests)
        return;
    m_testing = false;
    validate();
    if (answer)
        m_testNote->showDone(tr("The test message was sent."));
    else
        m_testNote->showFault(refusalSentence(answer.refusal()));
}

/// Somebody else may save the same channel while it is open here.
void ChannelDialog::watchSettings()
{
    if (m_saving)
        return;
    if (m_before) {
        const AlertChannel *now = findChannel(m_instance.settings().channels, m_before->id);
        if (now && *now == *m_before)
            m_banner->hide();
        else
            offerNewState();
    }
    validate();
}

void ChannelDialog::offerNewState()
{
    const bool exists = m_before && findChannel(m_instance.settings().channels, m_before->id);
    const QString name = m_before ? m_before->name : QString();
    m_banner->setSeverity(Severity::Warn);
    m_banner->setText(
        refusalSentence({exists ? RefusalCode::ChangedMeanwhile : RefusalCode::UnknownChannel, name, {}}));
    if (exists)
        m_banner->setActions({{QStringLiteral("load"), tr("Load the new state"), true}});
    else
        m_banner->setActions({});
    m_banner->show();
}

void ChannelDialog::loadNewState()
{
    const AlertChannel *now = m_before ? findChannel(m_instance.settings().channels, m_before->id) : nullptr;
    if (!now)
        return;
    m_before = *now;
    m_banner->hide();
    m_form->wipe();
    m_form->load(*now);
    m_telling->load(*now);
    m_pristine = draft().channel;
    takeEdit();
    retranslate();
}

void ChannelDialog::reject()
{
    if (m_saving)
        return; // the answer decides
    if (hasChanges())
        askToDiscard(*this, tr("What you typed is not saved yet."), [this] { finish(Rejected); });
    else
        finish(Rejected);
}

void ChannelDialog::finish(int result)
{
    m_form->wipe();
    done(result);
}

} // namespace qcc
