// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/channels/channel_faults.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace qcc {

class Banner;
class ChannelForm;
class ChannelTelling;
class FieldNote;

/// Sets up one alert channel, new or known. Nothing is changed until Save, which sends all of it as one
/// PutChannel; a test goes out as it is typed, saved or not. A refusal is shown where it belongs, and nothing
/// typed is lost. Use open(): it is modal to its window and deletes itself when closed. Main thread.
class ChannelDialog final : public QDialog
{
    Q_OBJECT
public:
    /// A new one.
    ChannelDialog(InstanceDoor &instance, ChannelKind kind, QWidget *parent = nullptr);
    /// One that is there.
    ChannelDialog(InstanceDoor &instance, const AlertChannel &channel, QWidget *parent = nullptr);

    bool hasChanges() const;
    void reject() override;
    ChannelForm *form() const { return m_form; }
    ChannelTelling *telling() const { return m_telling; }
    QPushButton *testButton() const { return m_test; }
    QPushButton *saveButton() const;
    FieldNote *testNote() const { return m_testNote; }

protected:
    bool event(QEvent *event) override;

private:
    ChannelDialog(InstanceDoor &instance, ChannelKind kind, std::optional<AlertChannel> before,
                  QWidget *parent);
    void build();
    QWidget *makePage();
    QLayout *makeHint();
    QLayout *makeFooter();
    void connectParts();
    PutChannel draft() const;
    void takeEdit();
    void validate();
    QString reasonFor(const std::vector<ChannelFault> &faults) const;
    void save();
    void takeAnswer(const Result<Done> &answer);
    void showRefusal(const Refusal &refusal);
    void setSaving(bool saving);
    void sendTest();
    void takeTest(int number, const Result<Done> &answer);
    void watchSettings();
    void offerNewState();
    void loadNewState();
    void finish(int result);
    void showPicture();
    void showHint();
    void retranslate();

    InstanceDoor &m_instance;
    ChannelKind m_kind;
    std::optional<AlertChannel> m_before;
    std::optional<ChannelFault> m_refused;
    Banner *m_banner;
    QScrollArea *m_scroll;
    QLabel *m_picture;
    QLabel *m_hint;
    ChannelForm *m_form;
    ChannelTelling *m_telling;
    QPushButton *m_test;
    FieldNote *m_testNote;
    QLabel *m_reason;
    QDialogButtonBox *m_buttons;
    AlertChannel m_pristine;
    bool m_saving = false;
    int m_tests = 0; ///< so that an answer to what was typed before is told from the last one's
    bool m_testing = false;
};

} // namespace qcc
