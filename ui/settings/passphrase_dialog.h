// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace qcc {

class FieldNote;

/// Asks for the passphrase of a file: a new one twice, or that of an existing file. Wipes what was typed as
/// far as Qt lets. Use open().
class PassphraseDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Choose, Enter };

    /// @p file is shown.
    PassphraseDialog(Purpose purpose, const QString &file, QWidget *parent = nullptr);
    ~PassphraseDialog() override;
    Q_DISABLE_COPY_MOVE(PassphraseDialog)

    QLineEdit *edit() const { return m_edit; }
    QLineEdit *again() const { return m_again; }
    /// The last one was wrong.
    void showWrong();

Q_SIGNALS:
    /// Once, when it is accepted.
    void given(const std::shared_ptr<qcc::Secret> &passphrase);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void check();
    void give();
    void retranslate();

    Purpose m_purpose;
    QString m_file;
    bool m_wrong = false;
    QLabel *m_intro;
    QLabel *m_name;
    QLineEdit *m_edit;
    QLabel *m_againName;
    QLineEdit *m_again;
    QCheckBox *m_show;
    FieldNote *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace qcc
