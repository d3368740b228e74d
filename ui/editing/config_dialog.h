// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/editing/draft_faults.h"

#include <QDialog>

class QDialogButtonBox;
class QEvent;
class QLabel;
class QScrollArea;

namespace qcc {

class Banner;
class ConfigOptions;
class Disclosure;
class EndpointsEditor;
class IdentityForm;
enum class ConfigTemplate;

/// Edits one config, or makes a new one. Nothing is changed until Save, which sends all of it as one
/// PutConfig; a refusal is shown where it belongs, and nothing typed is lost. Use open(): it is modal to its
/// window and deletes itself when closed. Main thread.
class ConfigDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @p config: the one to edit; none, or one that is gone: a new one.
    ConfigDialog(InstanceDoor &instance, const std::optional<QString> &config, QWidget *parent = nullptr);

    /// Of a new config: the group in which it was asked for.
    void proposePriority(Priority priority);
    bool isSaving() const { return m_saving; }
    bool hasChanges() const;
    void reject() override;

Q_SIGNALS:
    void saved(const QString &config); ///< its name from now on

protected:
    bool event(QEvent *event) override;

private:
    ConfigFields typed() const;
    void build();
    QWidget *makePage();
    QLayout *makeFooter();
    void connectParts();
    void load();
    void loadNew();
    bool isKeyStored(const EndpointId &endpoint) const;
    void takeTemplate(ConfigTemplate kind);
    void takeEdit();
    void validate();
    std::vector<DraftFault> findFaults() const;
    void showFaults(const std::vector<DraftFault> &faults);
    QString reasonFor(const std::vector<DraftFault> &faults) const;
    void save();
    PutConfig command() const;
    void takeAnswer(const Result<Done> &answer);
    void showRefusal(const Refusal &refusal);
    void setSaving(bool saving);
    void watchSettings();
    void offerNewState(const QString &text);
    void takeBannerAction(const QString &id);
    void loadNewState();
    void finish(int result);
    void retranslate();
    void showReason(const QString &reason);
    void bringIntoView(QWidget *part);

    InstanceDoor &m_instance;
    std::optional<Config> m_before;
    std::optional<DraftFault> m_refused;
    IdentityForm *m_identity;
    EndpointsEditor *m_endpoints;
    ConfigOptions *m_options;
    Disclosure *m_fold = nullptr;
    Banner *m_banner;
    QScrollArea *m_scroll;
    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_reason;
    QDialogButtonBox *m_buttons;
    ConfigFields m_pristine;
    bool m_saving = false;
};

} // namespace qcc
