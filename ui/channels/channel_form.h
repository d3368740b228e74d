// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "ui/channels/channel_faults.h"
#include "ui/channels/secret_field.h"
#include "ui/editing/form_grid.h"

#include <set>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace qcc {

/// A channel's name and way: only the fields that its kind has. Shows faults as it is told them, those of
/// fields where nothing was typed yet not. Knows no doors.
class ChannelForm final : public QWidget
{
    Q_OBJECT
public:
    /// @p before: the channel that is edited; null: a new one.
    ChannelForm(ChannelKind kind, const AlertChannel *before, QWidget *parent = nullptr);

    void load(const AlertChannel &channel);
    /// What is typed, but for what is told; see ChannelTelling.
    void writeInto(AlertChannel &channel) const;
    ChannelSecrets secrets() const;
    void wipe();
    void focusName();
    /// @p said: by the instance, so that it counts wherever it is.
    void showFaults(const std::vector<ChannelFault> &faults, const std::optional<ChannelFault> &said);
    bool hasField(const QString &field) const { return m_rows.contains(field); }
    FieldNote *noteFor(const QString &field) const { return m_rows.at(field).note; }
    SecretField *secretField(ChannelSecret which) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const QString &field, QWidget *widget, QWidget *focus = nullptr);
    QLineEdit *addLine(const QString &field);
    void addServer();
    void addMail();
    void addSecrets(const AlertChannel *before);
    void addProgram();
    void touch(const QString &field);
    void followSecurity();
    void retranslate();
    void label(const QString &field, const QString &text);

    ChannelKind m_kind;
    QGridLayout *m_form;
    std::map<QString, FormRow> m_rows; ///< by the field's name in configs.json
    std::map<ChannelSecret, SecretField *> m_secrets;
    std::set<QString> m_touched;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_server = nullptr;
    QSpinBox *m_port = nullptr;
    QComboBox *m_security = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_sender = nullptr;
    QLineEdit *m_recipients = nullptr;
    QLineEdit *m_program = nullptr;
    QPlainTextEdit *m_arguments = nullptr;
};

} // namespace qcc
