// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "ui/base/field_note.h"
#include "ui/editing/pair_table.h"

class QEvent;
class QLabel;
class QVBoxLayout;

namespace qcc {

/// What of a config is seldom touched: answers that mean "ask the next one", other names for
/// models, and headers of its own.
class ConfigOptions final : public QWidget
{
    Q_OBJECT
public:
    explicit ConfigOptions(QWidget *parent = nullptr);

    void load(const Config &config);
    TypedRows patternRows() const { return m_patterns->rows(); }
    TypedRows mappingRows() const { return m_mappings->rows(); }
    TypedRows headerRows() const { return m_headers->rows(); }
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
    PairTable *m_headers;
    FieldNote *m_patternNote;
    FieldNote *m_mappingNote;
    FieldNote *m_headerNote;
    QLabel *m_patternText;
    QLabel *m_mappingText;
    QLabel *m_headerText;
};

} // namespace qcc
