// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/config_options.h"

#include "ui/base/grid.h"

#include <QTableWidget>

namespace qcc {

ConfigOptions::ConfigOptions(QWidget *parent)
    : QWidget(parent), m_patterns(new PairTable), m_mappings(new PairTable), m_headers(new PairTable),
      m_patternNote(new FieldNote(m_patterns->table())), m_mappingNote(new FieldNote(m_mappings->table())),
      m_headerNote(new FieldNote(m_headers->table()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kUnit);
    m_patternText = addPart(column, m_patterns, m_patternNote);
    column->addSpacing(grid::kSmall);
    m_mappingText = addPart(column, m_mappings, m_mappingNote);
    column->addSpacing(grid::kSmall);
    m_headerText = addPart(column, m_headers, m_headerNote);
    m_patterns->setFirstNarrow();
    for (const PairTable *table : {m_patterns, m_mappings, m_headers})
        connect(table, &PairTable::edited, this, &ConfigOptions::edited);
    retranslate();
}

QLabel *ConfigOptions::addPart(QVBoxLayout *column, PairTable *table, FieldNote *note)
{
    auto *text = new QLabel;
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(table->table());
    column->addWidget(text);
    column->addWidget(table);
    column->addWidget(note);
    return text;
}

void ConfigOptions::load(const Config &config)
{
    TypedRows typed;
    for (const NextPattern &pattern : config.nextPatterns)
        typed.emplace_back(QString::number(pattern.status), pattern.text);
    m_patterns->load(typed);
    typed.clear();
    for (const ModelMapping &mapping : config.modelMappings)
        typed.emplace_back(mapping.from, mapping.to);
    m_mappings->load(typed);
    typed.clear();
    for (const ExtraHeader &header : config.extraHeaders)
        typed.emplace_back(header.name, header.value);
    m_headers->load(typed);
}

FieldNote *ConfigOptions::noteFor(DraftField field) const
{
    if (field == DraftField::NextPatterns)
        return m_patternNote;
    if (field == DraftField::ExtraHeaders)
        return m_headerNote;
    return field == DraftField::ModelMappings ? m_mappingNote : nullptr;
}

void ConfigOptions::retranslate()
{
    m_patternText->setText(tr(
        "Answers that mean \"ask the next one\": a status from 400 to 499 and words of the error. Example: "
        "400 "
        "and \"model unavailable\". Without words, every answer with this status. Overload, limits, rejected "
        "keys and failing servers always lead to the next one."));
    m_patterns->setHeaders(tr("Status"), tr("Words in the answer"));
    m_patterns->table()->setAccessibleName(tr("Answers that mean: ask the next one"));
    m_mappingText->setText(tr(
        "Other names for models: when Claude Code asks for the first, this config's providers are asked for "
        "the "
        "second; * stands for any characters, and the first line that fits is taken. Example: claude-opus-* "
        "becomes my-opus."));
    m_mappings->setHeaders(tr("Asked for"), tr("Sent to the provider"));
    m_mappings->table()->setAccessibleName(tr("Other names for models"));
    m_headerText->setText(
        tr("Headers for this config's providers, each in the place of Claude Code's of the same name. Keys "
           "don't belong here: they are kept safe with the endpoints. Example: x-team and compilers."));
    m_headers->setHeaders(tr("Header"), tr("Value"));
    m_headers->table()->setAccessibleName(tr("Headers for this config's providers"));
}

void ConfigOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
