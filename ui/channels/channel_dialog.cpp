// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channels/channel_dialog.h"

#include "models/rules/channel_fields.h"
#include "models/text/channel_text.h"
#include "ui/base/banner.h"
#include "ui/base/field_note.h"
#include "ui/base/grid.h"
#include "ui/channels/channel_form.h"
#include "ui/channels/channel_telling.h"
#include "ui/channels/channel_words.h"

#include <QDialogButtonBox>
#include <QScreen>
#include <QScrollArea>

namespace qcc {

namespace {

constexpr QSize kPreferredSize(600, 620);
constexpr QSize kSmallestSize(560, 400);
constexpr QSize kWindowFrame(2 * grid::kMedium, 4 * grid::kMedium); ///< what a window manager adds, about

/// Its buttons are to be seen on a small screen too.
QSize firstSize(const QWidget &dialog, const QSize &wanted)
{
    const QWidget *parent = dialog.parentWidget();
    const QSize room = (parent ? parent : &dialog)->screen()->availableSize() - kWindowFrame;
    return wanted.boundedTo(room).expandedTo(kSmallestSize);
}

} // namespace

ChannelDialog::ChannelDialog(InstanceDoor &instance, ChannelKind kind, QWidget *parent)
    : ChannelDialog(instance, kind, std::nullopt, parent)
{
}

ChannelDialog::ChannelDialog(InstanceDoor &instance, const AlertChannel &channel, QWidget *parent)
    : ChannelDialog(instance, channel.kind, std::optional(channel), parent)
{
}

ChannelDialog::ChannelDialog(InstanceDoor &instance, ChannelKind kind, std::optional<AlertChannel> before,
                             QWidget *parent)
    : QDialog(parent), m_instance(instance), m_kind(kind), m_before(std::move(before)), m_banner(new Banner),
      m_scroll(new QScrollArea), m_picture(new QLabel), m_hint(new QLabel),
      m_form(new ChannelForm(kind, m_before ? &*m_before : nullptr)), m_telling(new ChannelTelling),
      m_test(new QPushButton), m_testNote(new FieldNote(m_test)), m_reason(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    AlertChannel fresh;
    fresh.alerts = usualAlerts();
    m_telling->load(m_before.value_or(fresh));
    build();
    connectParts();
    m_pristine = draft().channel;
    retranslate();
    showPicture();
    m_form->focusName();
}

void ChannelDialog::build()
{
    m_scroll->setWidget(makePage());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, 0);
    top->setSpacing(grid::kMedium);
    top->addWidget(m_banner);
    top->addLayout(makeHint());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, grid::kLarge);
    column->setSpacing(grid::kMedium);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    column->addLayout(makeFooter());
    m_banner->hide();
    setMinimumSize(kSmallestSize);
    const int height = m_scroll->widget()->sizeHint().height() + kPreferredSize.height() / 3;
    resize(firstSize(*this, {kPreferredSize.width(), std::max(height, kPreferredSize.height())}));
}

QWidget *ChannelDialog::makePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(grid::kLarge, 0, grid::kLarge, grid::kSmall);
    column->setSpacing(grid::kSmall);
    column->addWidget(m_form);
    column->addSpacing(grid::kSmall);
    column->addWidget(m_telling);
    column->addStretch(1);
    return page;
}

QLayout *ChannelDialog::makeHint()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::kMedium);
    line->addWidget(m_picture, 0, Qt::AlignTop);
    line->addWidget(m_hint, 1);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::RichText);
    m_hint->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_hint->setOpenExternalLinks(true);
    return line;
}

QLayout *ChannelDialog::makeFooter()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::kMedium);
    buttons->addWidget(m_test);
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(m_buttons);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(grid::kLarge, 0, grid::kLarge, 0);
    footer->setSpacing(grid::kSmall);
    footer->addWidget(m_testNote);
    footer->addLayout(buttons);
    m_test->setAutoDefault(false);
    saveButton()->setProperty("primary", true);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    return footer;
}

QPushButton *ChannelDialog::saveButton() const
{
    return m_buttons->button(QDialogButtonBox::Save);
}

void ChannelDialog::connectParts()
{
    connect(m_form, &ChannelForm::edited, this, &ChannelDialog::takeEdit);
    connect(m_telling, &ChannelTelling::edited, this, &ChannelDialog::takeEdit);
    connect(m_test, &QPushButton::clicked, this, &ChannelDialog::sendTest);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ChannelDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ChannelDialog::reject);
    connect(m_banner, &Banner::actionTriggered, this, &ChannelDialog::loadNewState);
    connect(&m_instance, &InstanceDoor::settingsChanged, this, &ChannelDialog::watchSettings);
    connect(&m_instance, &InstanceDoor::stateChanged, this, &ChannelDialog::validate);
}

PutChannel ChannelDialog::draft() const
{
    PutChannel put{m_before, m_before.value_or(AlertChannel()), m_form->secrets()};
    m_form->writeInto(put.channel);
    m_telling->writeInto(put.channel);
    return put;
}

bool ChannelDialog::hasChanges() const
{
    const PutChannel now = draft();
    return now.channel != m_pristine || !now.secrets.empty();
}

void ChannelDialog::takeEdit()
{
    m_refused.reset();
    ++m_tests; // what a test says now is of something else
    m_testing = false;
    m_testNote->clear();
    validate();
}

void ChannelDialog::validate()
{
    const std::vector<ChannelFault> faults = channelFaults(draft(), m_instance.settings().channels);
    const bool onlyName = std::all_of(faults.begin(), faults.end(), [](const ChannelFault &fault) {
        return fault.field == QLatin1StringView("name");
    });
    const bool free = !m_saving && m_instance.isReachable();
    saveButton()->setEnabled(faults.empty() && free && (hasChanges() || !m_before));
    m_test->setEnabled(onlyName && free && !m_testing);
    m_test->setText(m_testing ? tr("Sending…") : tr("Send a &test"));
    m_reason->setText(reasonFor(faults));
    saveButton()->setToolTip(m_reason->text());
    m_form->showFaults(faults, m_refused);
    m_telling->showFaults(faults);
}

/// Why the button is grey.
QString ChannelDialog::reasonFor(const std::vector<ChannelFault> &faults) const
{
    if (faults.empty())
        return m_before && !hasChanges() ? tr("Nothing is changed yet.") : QString();
    const QString &field = faults.front().field;
    if (m_form->hasField(field) && m_form->noteFor(field)->text().isEmpty() && !m_before)
        return field == QLatin1StringView("name") && draft().channel.name.isEmpty()
                   ? tr("The name is missing.")
                   : tr("Something is missing.");
    return tr("Something is not right yet; it is marked.");
}

/// After the children: a box of standard buttons puts Qt's own words on them.
bool ChannelDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showPicture();
    return handled;
}

/// Drawn in the colour of the texts around it.
void ChannelDialog::showPicture()
{
    m_picture->setPixmap(icon(channelIcon(m_kind)).pixmap(grid::kHuge, grid::kHuge));
}

void ChannelDialog::showHint()
{
    const QString hint = channelHint(m_kind).toHtmlEscaped();
    const QString page = channelHelpPage(m_kind);
    if (page.isEmpty())
        return m_hint->setText(hint);
    m_hint->setText(
        tr("%1 <a href=\"%2\">How this is done</a>", "%1: sentences about the channel").arg(hint, page));
    m_hint->setToolTip(page);
}

void ChannelDialog::retranslate()
{
    setWindowTitle(m_before ? tr("Edit %1").arg(m_before->name)
                            : tr("New alert channel: %1").arg(channelKindName(m_kind)));
    showHint();
    m_test->setIcon(icon(Icon::Test));
    saveButton()->setText(m_saving ? tr("Saving…") : tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    validate();
}

} // namespace qcc
