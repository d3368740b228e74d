// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/draft_faults.h"
#include "ui/editing/form_grid.h"

class QComboBox;
class QDoubleSpinBox;
class QEvent;
class QGridLayout;
class QLineEdit;
class QToolButton;

namespace qcc {

/// What of an endpoint is seldom touched: form of the credential, HTTP version, time limits, outbound proxy,
/// CA file.
class AdvancedForm final : public QWidget
{
    Q_OBJECT
public:
    explicit AdvancedForm(QWidget *parent = nullptr);

    void load(const EndpointFields &fields);
    /// Writes its part of the fields.
    void store(EndpointFields &fields) const;
    /// One of its own fields; null: another's.
    FieldNote *noteFor(DraftField field) const;
    void clearNotes();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildChoices();
    void buildLimits();
    void buildPaths();
    void connectFields();
    void browse();
    void retranslate();
    void retranslateChoices();

    QGridLayout *m_form;
    QComboBox *m_auth;
    QComboBox *m_http;
    std::array<QDoubleSpinBox *, 3> m_limits{};
    QLineEdit *m_proxy;
    QLineEdit *m_caFile;
    QToolButton *m_browse;
    FormRow m_authRow;
    FormRow m_httpRow;
    std::array<FormRow, 3> m_limitRows;
    FormRow m_proxyRow;
    FormRow m_caRow;
};

} // namespace qcc
