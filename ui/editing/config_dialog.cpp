// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/config_dialog.h"

#include "ui/base/banner.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/editing/config_options.h"
#include "ui/editing/config_templates.h"
#include "ui/editing/disclosure.h"
#include "ui/editing/endpoints_editor.h"
#include "ui/editing/identity_form.h"

#include <QDialogButtonBox>
#include <QScreen>
#include <QScrollArea>

namespace qcc {

namespace {

constexpr QSize kPreferredSize(720, 640);
constexpr QSize kSmallestSize(560, 400);
constexpr QSize kWindowFrame(2 * grid::kMedium, 4 * grid::kMedium); ///< what a window manager adds, about

/// Its buttons are to be seen on a small screen too.
QSize firstSize(const QWidget &dialog)
{
    const QWidget *parent = dialog.parentWidget();
    const QSize room = (parent ? parent : &dialog)->screen()->availableSize() - kWindowFrame;
    return kPreferredSize.boundedTo(room).expandedTo(kSmallestSize);
}

std::optional<Config> findConfig(const InstanceDoor &instance, const std::optional<QString> &name)
{
    const Config *found = name ? instance.settings().find(*name) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace

ConfigDialog::ConfigDialog(InstanceDoor &instance, const std::optional<QString> &config, QWidget *parent)
    : QDialog(parent), m_instance(instance), m_before(findConfig(instance, config)),
      m_identity(new IdentityForm(m_before ? IdentityForm::Mode::Existing : IdentityForm::Mode::New)),
      m_endpoints(new EndpointsEditor(instance)), m_options(new ConfigOptions), m_banner(new Banner),
      m_scroll(new QScrollArea), m_title(new QLabel), m_explanation(new QLabel), m_reason(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connectParts();
    retranslate();
    if (m_before)
        load();
    else
        loadNew();
    m_identity->focusName();
}

void ConfigDialog::build()
{
    m_fold = new Disclosure(m_options);
    m_scroll->setWidget(makePage());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, grid::kLarge);
    column->setSpacing(grid::kMedium);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, 0);
    top->addWidget(m_banner);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    column->addLayout(makeFooter());
    m_banner->hide();
    setMinimumSize(kSmallestSize);
    resize(firstSize(*this));
}

QWidget *ConfigDialog::makePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(grid::kLarge, 0, grid::kLarge, grid::kSmall);
    column->setSpacing(grid::kSmall);
    column->addWidget(m_identity);
    column->addSpacing(grid::kSmall);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addWidget(m_endpoints);
    column->addWidget(m_fold);
    column->addStretch(1);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_explanation->setWordWrap(true);
    return page;
}

QLayout *ConfigDialog::makeFooter()
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(grid::kLarge, 0, grid::kLarge, 0);
    footer->setSpacing(grid::kMedium);
    footer->addWidget(m_reason, 1);
    footer->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Save)->setProperty("primary", true);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    return footer;
}

void ConfigDialog::connectParts()
{
    connect(m_identity, &IdentityForm::edited, this, &ConfigDialog::takeEdit);
    connect(m_identity, &IdentityForm::templateChosen, this, &ConfigDialog::takeTemplate);
    connect(m_endpoints, &EndpointsEditor::edited, this, &ConfigDialog::takeEdit);
    connect(m_options, &ConfigOptions::edited, this, &ConfigDialog::takeEdit);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConfigDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ConfigDialog::reject);
    connect(m_banner, &Banner::actionTriggered, this, &ConfigDialog::takeBannerAction);
    connect(&m_instance, &InstanceDoor::settingsChanged, this, &ConfigDialog::watchSettings);
    for (Disclosure *fold : m_scroll->findChildren<Disclosure *>())
        connect(fold, &Disclosure::unfolded, this, [this, fold] { bringIntoView(fold); });
}

bool ConfigDialog::isKeyStored(const EndpointId &endpoint) const
{
    const std::vector<EndpointSnapshot> &all = m_instance.snapshot().endpoints;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const EndpointSnapshot &e) { return e.id == endpoint; });
    return known == all.end() || known->condition != EndpointCondition::NoKey;
}

void ConfigDialog::load()
{
    m_identity->load(m_before->name, m_before->description);
    std::vector<EndpointDraft> drafts;
    for (const Endpoint &endpoint : m_before->endpoints)
        drafts.push_back(draftOf(endpoint, isKeyStored(endpoint.id)));
    m_endpoints->load(std::move(drafts));
    m_options->load(*m_before);
    m_refused.reset();
    m_pristine = typed();
    validate();
}

void ConfigDialog::loadNew()
{
    std::vector<EndpointDraft> drafts(1);
    prefill(drafts.front().fields, ConfigTemplate::OfficialApi);
    m_endpoints->load(std::move(drafts));
    m_pristine = typed();
    validate();
}

void ConfigDialog::proposePriority(Priority priority)
{
    m_identity->setPriority(priority);
    m_pristine = typed();
}

/// A URL that somebody typed is never replaced.
void ConfigDialog::takeTemplate(ConfigTemplate kind)
{
    if (m_endpoints->drafts().size() != 1)
        return;
    EndpointDraft draft = m_endpoints->drafts().front().clone();
    if (!isPrefilled(draft.fields.url))
        return;
    prefill(draft.fields, kind);
    std::vector<EndpointDraft> drafts;
    drafts.push_back(std::move(draft));
    m_endpoints->load(std::move(drafts));
    takeEdit();
}

ConfigFields ConfigDialog::typed() const
{
    ConfigFields fields{m_identity->name(),       m_identity->description(), m_identity->priority(), {},
                        m_options->patternRows(), m_options->mappingRows(),  m_options->headerRows()};
    for (const EndpointDraft &draft : m_endpoints->drafts())
        fields.endpoints.push_back(draft.fields);
    return fields;
}

bool ConfigDialog::hasChanges() const
{
    const std::span<const EndpointDraft> drafts = m_endpoints->drafts();
    return typed() != m_pristine || std::any_of(drafts.begin(), drafts.end(),
                                                [](const EndpointDraft &d) { return d.key.has_value(); });
}

void ConfigDialog::takeEdit()
{
    m_refused.reset();
    validate();
}

std::vector<DraftFault> ConfigDialog::findFaults() const
{
    std::vector<DraftFault> all =
        identityFaults(m_identity->name(), m_identity->description(), m_instance.settings(),
                       m_before ? m_before->name : QString());
    const std::vector<DraftFault> endpoints = endpointFaults(m_endpoints->drafts());
    all.insert(all.end(), endpoints.begin(), endpoints.end());
    if (const auto patterns = nextPatternsOf(m_options->patternRows()); !patterns)
        all.push_back({DraftField::NextPatterns, -1, patterns.refusal()});
    if (const auto mappings = modelMappingsOf(m_options->mappingRows()); !mappings)
        all.push_back({DraftField::ModelMappings, -1, mappings.refusal()});
    if (const auto headers = extraHeadersOf(m_options->headerRows()); !headers)
        all.push_back({DraftField::ExtraHeaders, -1, headers.refusal()});
    return all;
}

void ConfigDialog::validate()
{
    std::vector<DraftFault> faults = findFaults();
    QPushButton *button = m_buttons->button(QDialogButtonBox::Save);
    button->setEnabled(faults.empty() && !m_saving && (hasChanges() || !m_before));
    if (m_refused)
        faults.push_back(*m_refused);
    showReason(reasonFor(faults));
    showFaults(faults);
}

void ConfigDialog::showReason(const QString &reason)
{
    m_reason->setText(reason);
    m_buttons->button(QDialogButtonBox::Save)->setToolTip(reason);
}

void ConfigDialog::showFaults(const std::vector<DraftFault> &faults)
{
    m_identity->showFaults(faults);
    std::vector<DraftFault> ofEndpoints;
    for (const DraftField field :
         {DraftField::NextPatterns, DraftField::ModelMappings, DraftField::ExtraHeaders})
        m_options->noteFor(field)->clear();
    for (const DraftFault &fault : faults) {
        if (fault.endpoint >= 0)
            ofEndpoints.push_back(fault);
        if (FieldNote *note = m_options->noteFor(fault.field)) {
            note->showFault(refusalSentence(fault.refusal));
            m_fold->setOpen(true);
        }
    }
    m_endpoints->showFaults(std::move(ofEndpoints));
}

/// The first thing that is missing, so that the grey button explains itself.
QString ConfigDialog::reasonFor(const std::vector<DraftFault> &faults) const
{
    if (faults.empty())
        return m_before && !hasChanges() ? tr("Nothing is changed yet.") : QString();
    const DraftFault &first = faults.front();
    if (!first.isMissing())
        return tr("Something is not right yet; it is marked.");
    if (first.field == DraftField::Name)
        return tr("The name is missing.");
    return first.field == DraftField::Key ? tr("A key is missing.") : tr("A URL is missing.");
}

/// After the children: a box of standard buttons puts Qt's own words on them.
bool ConfigDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return handled;
}

void ConfigDialog::retranslate()
{
    setWindowTitle(m_before ? tr("Edit %1").arg(m_before->name) : tr("New config"));
    m_title->setText(tr("Endpoints"));
    m_explanation->setText(
        tr("The ways to this provider, best first. When one fails, the next one is asked."));
    m_fold->setTitle(tr("Special answers, model names and headers"));
    m_buttons->button(QDialogButtonBox::Save)->setText(m_saving ? tr("Saving…") : tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    validate();
}

} // namespace qcc
