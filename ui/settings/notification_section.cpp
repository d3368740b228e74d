// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notification_section.h"

#include "ui/base/icons.h"
#include "ui/base/quiet_wheel.h"
#include "ui/settings/policy_fields.h"
#include "ui/settings/preference_rows.h"

#include <QSignalBlocker>
#include <QTimeEdit>

namespace qcc {

namespace {

struct KindWords
{
    AlertKind kind;
    const char *name;    ///< to be translated in NotificationSection
    const char *meaning; ///< likewise
};

/// The conditions; failover and recovery are fields of the policy.
constexpr std::array kKinds{
    KindWords{AlertKind::AllDown, QT_TRANSLATE_NOOP("qcc::NotificationSection", "All configs down"),
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "No config works, and requests get an error.")},
    KindWords{
        AlertKind::NoFallback, QT_TRANSLATE_NOOP("qcc::NotificationSection", "Nothing to fail over to"),
        QT_TRANSLATE_NOOP("qcc::NotificationSection", "The active config is down, and no other is set up.")},
    KindWords{AlertKind::HourlyLimit, QT_TRANSLATE_NOOP("qcc::NotificationSection", "Hourly limit reached"),
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "No further automatic switch for a while.")},
    KindWords{
        AlertKind::AwayFromPrimary, QT_TRANSLATE_NOOP("qcc::NotificationSection", "Long away from Primary"),
        QT_TRANSLATE_NOOP("qcc::NotificationSection", "Another group has been serving for an hour or more.")},
    KindWords{AlertKind::KeyRejected, QT_TRANSLATE_NOOP("qcc::NotificationSection", "Key rejected"),
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "A provider does not accept its key any more.")},
    KindWords{AlertKind::OutOfCredit, QT_TRANSLATE_NOOP("qcc::NotificationSection", "Out of credit"),
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "An account has to be topped up.")},
    KindWords{AlertKind::OwnNetwork, QT_TRANSLATE_NOOP("qcc::NotificationSection", "Own network down"),
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "This computer reaches no provider at all.")},
    KindWords{AlertKind::HistoryUnavailable,
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "History not kept"),
              QT_TRANSLATE_NOOP("qcc::NotificationSection", "What happens cannot be remembered.")},
};

PreferenceSwitch *makeKindRow(DesktopDoor &desktop, AlertKind kind)
{
    return new PreferenceSwitch(
        desktop, [kind](const Preferences &p) { return !p.silenced.contains(kind); },
        [kind](Preferences &p, bool on) {
            if (on)
                p.silenced.erase(kind);
            else
                p.silenced.insert(kind);
        });
}

} // namespace

NotificationSection::NotificationSection(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent)
    : SettingsSection(parent), m_instance(instance), m_desktop(desktop), m_hours(new SettingRow),
      m_from(new QTimeEdit), m_to(new QTimeEdit), m_dash(new QLabel(QStringLiteral("–"))),
      m_test(new SettingRow), m_testButton(new QPushButton)
{
    buildKinds();
    buildQuietHours();
    m_test->addControl(m_testButton);
    add(m_test);
    connect(m_testButton, &QPushButton::clicked, &desktop, &DesktopDoor::sendTestNotification);
    connect(&desktop, &DesktopDoor::preferencesChanged, this, &NotificationSection::followQuietHours);
    retranslate();
    followQuietHours();
}

void NotificationSection::buildKinds()
{
    for (const PolicyFormField &field : policyFormFields().last(kNotifyFields)) {
        m_policyRows.push_back(makePolicyRow(field, m_instance));
        add(m_policyRows.back());
    }
    for (const KindWords &words : kKinds) {
        m_kindRows.push_back(makeKindRow(m_desktop, words.kind));
        add(m_kindRows.back());
    }
}

void NotificationSection::buildQuietHours()
{
    m_quiet = new PreferenceSwitch(
        m_desktop, [](const Preferences &p) { return p.quietHours.on; },
        [](Preferences &p, bool on) { p.quietHours.on = on; });
    m_hours->addControl(m_from);
    m_hours->addControl(m_dash);
    m_hours->addControl(m_to);
    for (QTimeEdit *edit : {m_from, m_to}) {
        ignoreWheelWithoutFocus(edit);
        edit->setKeyboardTracking(false);
        connect(edit, &QTimeEdit::timeChanged, this, &NotificationSection::setQuietHours);
    }
    add(m_quiet);
    add(m_hours);
}

PreferenceSwitch *NotificationSection::kindRow(AlertKind kind) const
{
    for (size_t i = 0; i < kKinds.size(); ++i) {
        if (kKinds[i].kind == kind)
            return m_kindRows[i];
    }
    return nullptr;
}

LiveRow *NotificationSection::policyRow(AlertKind kind) const
{
    return m_policyRows[kind == AlertKind::Failover ? 0 : 1];
}

void NotificationSection::followQuietHours()
{
    const QuietHours &hours = m_desktop.preferences().quietHours;
    m_hours->setVisible(hours.on);
    const auto follow = [](QTimeEdit *edit, QTime time) {
        const QSignalBlocker blocker(edit);
        if (edit->time() != time)
            edit->setTime(time);
    };
    follow(m_from, hours.from);
    follow(m_to, hours.to);
}

void NotificationSection::setQuietHours()
{
    changePreferences(m_desktop, [this](Preferences &preferences) {
        preferences.quietHours.from = m_from->time();
        preferences.quietHours.to = m_to->time();
    });
}

void NotificationSection::retranslate()
{
    setTexts(tr("Notifications"), tr("One for each cause; it is taken back when the cause is gone."));
    const std::span<const PolicyFormField> fields = policyFormFields().last(kNotifyFields);
    for (size_t i = 0; i < m_policyRows.size(); ++i)
        translatePolicyRow(fields[i], m_policyRows[i]);
    for (size_t i = 0; i < m_kindRows.size(); ++i)
        m_kindRows[i]->setTexts(tr(kKinds[i].name), tr(kKinds[i].meaning));
    m_quiet->setTexts(tr("Quiet hours"), tr("At these times only the most urgent ones are shown."));
    m_hours->setTexts(tr("From – to"), tr("May pass midnight."));
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    m_test->setTexts(tr("Try it"), tr("Shows one notification as this desktop shows them."));
    m_testButton->setText(tr("Send a test"));
    m_testButton->setIcon(icon(Icon::Bell));
}

} // namespace qcc
