// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/draft_faults.h"
#include "ui/editing/form_grid.h"

#include <set>

class QEvent;
class QLineEdit;

namespace qcc {

class AdvancedForm;
class Disclosure;
class InstanceDoor;
class KeyField;
class ProbeBench;

/// One endpoint's form: name, URL, key, test, and the advanced part folded away. Shows faults as it is told
/// them, those of fields where nothing was typed yet only in the test's line.
class EndpointForm final : public QWidget
{
    Q_OBJECT
public:
    explicit EndpointForm(InstanceDoor &instance, QWidget *parent = nullptr);

    void load(const EndpointDraft &draft);
    EndpointDraft draft() const;
    /// This endpoint's faults and hints.
    void showFaults(std::span<const DraftFault> faults, std::span<const EndpointHint> hints);
    void wipe();
    void focusFirst();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectFields();
    void touch(DraftField field);
    void revealKey();
    void takeKey(const EndpointId &endpoint, const Result<Secret> &key);
    FieldNote *noteFor(DraftField field) const;
    void clearNotes();
    void showHints(std::span<const EndpointHint> hints);
    void retranslate();

    InstanceDoor &m_instance;
    QLineEdit *m_name;
    QLineEdit *m_url;
    KeyField *m_key;
    ProbeBench *m_bench;
    AdvancedForm *m_advanced;
    Disclosure *m_fold = nullptr;
    FormRow m_nameRow;
    FormRow m_urlRow;
    FormRow m_keyRow;
    EndpointFields m_fields;
    bool m_keyStored = false;
    std::set<DraftField> m_touched;
};

} // namespace qcc
