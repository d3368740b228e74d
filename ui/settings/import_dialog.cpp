// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/import_dialog.h"

#include "models/text/detail_text.h"
#include "models/text/group_text.h"
#include "models/text/import_text.h"
#include "ui/base/banner.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

namespace qcc {

namespace {

constexpr QSize kPreferredSize(780, 560);
constexpr int kNameWidth = 180;
constexpr int kVerdictWidth = 190;

enum Column { NameColumn, AddressColumn, VerdictColumn };

} // namespace

ImportDialog::ImportDialog(std::shared_ptr<ImportOffer> offer, From from, QWidget *parent)
    : QDialog(parent), m_offer(std::move(offer)), m_from(from), m_intro(new QLabel),
      m_caution(new Banner(Severity::Warn)), m_list(new QTreeWidget), m_notes(new QLabel),
      m_groupName(new QLabel), m_group(new QComboBox), m_policy(new QCheckBox),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill();
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::updateButton);
    connect(m_policy, &QCheckBox::toggled, this, &ImportDialog::updateButton);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    retranslate();
}

void ImportDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    column->setSpacing(grid::kMedium);
    for (QLabel *label : {m_intro, m_notes}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *group = new QHBoxLayout;
    group->addWidget(m_groupName);
    group->addWidget(m_group);
    group->addStretch();
    m_groupName->setBuddy(m_group);
    column->addWidget(m_intro);
    column->addWidget(m_caution);
    column->addWidget(m_list, 1);
    column->addWidget(m_notes);
    column->addLayout(group);
    column->addWidget(m_policy);
    column->addWidget(m_buttons);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(3);
    m_list->setAllColumnsShowFocus(true);
    m_list->setWordWrap(true);
    m_caution->setVisible(m_from == From::Link);
    m_policy->setVisible(m_offer->policy.has_value());
    resize(kPreferredSize);
}

void ImportDialog::fill()
{
    for (const ImportedConfig &config : m_offer->configs) {
        auto *item = new QTreeWidgetItem(m_list);
        const bool open = canBeAdded(config.verdict);
        item->setFlags(open ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                            : Qt::ItemIsSelectable);
        item->setCheckState(NameColumn, open ? Qt::Checked : Qt::Unchecked);
    }
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(NameColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(AddressColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(VerdictColumn, QHeaderView::Interactive);
    header->resizeSection(NameColumn, kNameWidth);
    header->resizeSection(VerdictColumn, kVerdictWidth);
}

std::vector<size_t> ImportDialog::selection() const
{
    std::vector<size_t> indexes;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->checkState(NameColumn) == Qt::Checked)
            indexes.push_back(static_cast<size_t>(row));
    }
    return indexes;
}

void ImportDialog::choose()
{
    const std::vector<size_t> indexes = selection();
    const bool withPolicy = m_policy->isChecked();
    if (indexes.empty() && !withPolicy)
        return;
    if (const QVariant group = m_group->currentData(); group.isValid()) {
        for (const size_t index : indexes)
            m_offer->configs[index].config.priority = group.value<Priority>();
    }
    accept();
    Q_EMIT chosen(m_offer, indexes, withPolicy);
}

void ImportDialog::updateButton()
{
    const int count = static_cast<int>(selection().size());
    QPushButton *button = m_buttons->button(QDialogButtonBox::Ok);
    button->setEnabled(count > 0 || m_policy->isChecked());
    button->setText(count > 0 ? tr("Import %n config(s)", nullptr, count) : tr("Import"));
}

void ImportDialog::showRow(QTreeWidgetItem *item, const ImportedConfig &config) const
{
    const QStringList warnings = addressWarnings(config);
    // What can't be used has no addresses: the reason finds room there.
    const bool unusable = config.verdict == ImportVerdict::Unusable;
    const QString addresses = unusable ? detailText(config.detail) : addressesText(config);
    const QString verdict = unusable ? tr("can't be used") : verdictText(config);
    item->setText(NameColumn, config.origin);
    item->setText(AddressColumn, addresses);
    item->setText(VerdictColumn, verdict);
    item->setIcon(AddressColumn, warnings.isEmpty() ? QIcon() : icon(Icon::Warning));
    item->setToolTip(NameColumn, config.config.description);
    item->setToolTip(AddressColumn, QStringList{addresses, warnings.join(u'\n')}.join(u'\n').trimmed());
    item->setToolTip(VerdictColumn, verdict);
    item->setData(AddressColumn, Qt::AccessibleDescriptionRole, warnings.join(u'\n'));
}

QString ImportDialog::introText() const
{
    const bool any = std::any_of(m_offer->configs.begin(), m_offer->configs.end(),
                                 [](const ImportedConfig &config) { return canBeAdded(config.verdict); });
    if (!any)
        return tr("There is nothing new in %1.").arg(m_offer->source);
    return tr("From %1. What is checked is added.").arg(m_offer->source);
}

void ImportDialog::fillGroups()
{
    const int chosen = std::max(0, m_group->currentIndex());
    m_group->clear();
    m_group->addItem(tr("As it fits"));
    for (const Priority priority : kPriorities)
        m_group->addItem(groupName(priority), QVariant::fromValue(priority));
    m_group->setCurrentIndex(chosen);
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import"));
    m_intro->setText(introText());
    m_caution->setText(
        tr("Somebody offers this by a link. Add it only if you trust them: your requests, with "
           "all that they contain, would go to the addresses below."));
    m_list->setHeaderLabels({tr("Config"), tr("Address"), tr("What happens")});
    m_list->setAccessibleName(tr("Configs"));
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        showRow(m_list->topLevelItem(row), m_offer->configs[static_cast<size_t>(row)]);
    const QStringList notes = warningTexts(*m_offer) + noteTexts(*m_offer);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_groupName->setText(tr("Put into"));
    fillGroups();
    m_policy->setText(tr("Take over the failover policy too"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    updateButton();
}

/// After the children: a box of standard buttons puts Qt's own words on them.
bool ImportDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return handled;
}

} // namespace qcc
