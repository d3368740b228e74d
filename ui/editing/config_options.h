// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "ui/base/field_note.h"
#include "ui/editing/pair_table.h"

class QEvent;
class QLabel;
class QVBoxLayout;

namespace qcc {

/// What of a config is seldom touched: answers that mean "ask the next one", and other names for models.
class ConfigOptions final : public QWidget
{
    Q_OBJECT
public:
    explicit ConfigOptions(QWidget *parent = nullptr);

    void load(const std::vector<NextPattern> &patterns, const std::vector<ModelMapping> &mappings);
    TypedRows patternRows() const { return m_patterns->rows(); }
    TypedRows mappingRows() const { return m_mappings->rows(); }
    FieldNote *noteFor(DraftField field) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addPart(QVBoxLayout *column, PairTable *table, FieldNote *note);
    void retranslate();

    PairTable *m_patterns;
    PairTable *m_mappings;
    FieldNote *m_patternNote;
    FieldNote *m_mappingNote;
    QLabel *m_patternText;
    QLabel *m_mappingText;
};

} // namespace qcc
