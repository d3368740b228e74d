// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/import_dialog.h"

#include "models/text/group_text.h"
#include "ui/base/grid.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

namespace qcc {

namespace {

constexpr QSize kPreferredSize(520, 420);

} // namespace

ImportDialog::ImportDialog(ImportPreview preview, QWidget *parent)
    : QDialog(parent), m_preview(std::move(preview)), m_list(new QTreeWidget), m_intro(new QLabel),
      m_skipped(new QLabel), m_keys(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill();
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::updateButton);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    retranslate();
}

void ImportDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    column->setSpacing(grid::kMedium);
    for (QLabel *label : {m_intro, m_skipped, m_keys}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    column->addWidget(m_intro);
    column->addWidget(m_list, 1);
    column->addWidget(m_skipped);
    column->addWidget(m_keys);
    column->addWidget(m_buttons);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(3);
    m_list->setAllColumnsShowFocus(true);
    resize(kPreferredSize);
}

void ImportDialog::fill()
{
    for (const Config &config : m_preview.configs) {
        auto *item = new QTreeWidgetItem(m_list, {config.name});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Checked);
        item->setToolTip(0, config.description);
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
}

ImportPreview ImportDialog::selection() const
{
    ImportPreview some;
    some.skipped = m_preview.skipped;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const Config &config = m_preview.configs[static_cast<size_t>(row)];
        if (m_list->topLevelItem(row)->checkState(0) != Qt::Checked)
            continue;
        some.configs.push_back(config);
        for (const auto &place : m_preview.places) {
            if (place.first == config.name)
                some.places.push_back(place);
        }
    }
    return some;
}

QString ImportDialog::placeOf(const QString &config) const
{
    const auto place = std::find_if(m_preview.places.begin(), m_preview.places.end(),
                                    [&](const auto &each) { return each.first == config; });
    return place == m_preview.places.end() ? QString() : groupName(place->second);
}

void ImportDialog::choose()
{
    const ImportPreview some = selection();
    if (some.configs.empty())
        return;
    Q_EMIT chosen(some);
    accept();
}

void ImportDialog::updateButton()
{
    const int count = static_cast<int>(selection().configs.size());
    QPushButton *button = m_buttons->button(QDialogButtonBox::Ok);
    button->setEnabled(count > 0);
    button->setText(count > 0 ? tr("Import %n config(s)", nullptr, count) : tr("Import"));
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import"));
    m_intro->setText(m_preview.configs.empty() ? tr("There is nothing new in this file.")
                                               : tr("These configs are new here. What is checked is added."));
    m_list->setHeaderLabels({tr("Config"), tr("Group"), tr("Endpoints")});
    m_list->setAccessibleName(tr("New configs"));
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const Config &config = m_preview.configs[static_cast<size_t>(row)];
        m_list->topLevelItem(row)->setText(1, placeOf(config.name));
        m_list->topLevelItem(row)->setText(2, locale().toString(config.endpoints.size()));
    }
    const QStringList skipped(m_preview.skipped.begin(), m_preview.skipped.end());
    m_skipped->setText(tr("Left out, because there are configs of these names already: %1.")
                           .arg(locale().createSeparatedList(skipped)));
    m_skipped->setVisible(!skipped.isEmpty());
    m_keys->setText(tr("Keys are never part of such a file: enter them afterwards by editing each config."));
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
