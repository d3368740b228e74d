// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/validation.h"
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/field_note.h"
#include "ui/base/segmented_control.h"
#include "ui/base/style.h"
#include "ui/base/toggle_switch.h"
#include "ui/claude/claude_switch.h"
#include "ui/settings/claude_section.h"
#include "ui/settings/data_section.h"
#include "ui/settings/desktop_sections.h"
#include "ui/settings/live_row.h"
#include "ui/settings/notification_section.h"
#include "ui/settings/policy_fields.h"
#include "ui/settings/policy_section.h"
#include "ui/settings/preference_rows.h"
#include "ui/settings/proxy_section.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/token_row.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>

using namespace qcc;
using namespace qcc::test;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void switchesEditTheirField_data();
    void switchesEditTheirField();
    void numbersEditTheirField_data();
    void numbersEditTheirField();
    void everyFieldHasItsRow();
    void typingIsOneCommand();
    void followsWithoutFighting();
    void aRefusalTakesTheNumberBack();
    void aRefusalTakesTheSwitchBack();
    void aQuickChangeOfMindIsSent();
    void resetsOne();
    void resetsAll();
    void listens_data();
    void listens();
    void aTakenPortIsShown();
    void anAttachedAddressIsReadOnly();
    void theAddressInForceIsShown_data();
    void theAddressInForceIsShown();
    void aTypedAddressStays();
    void aFaultLeavesTheExplanation();
    void showsTheTokenOnlyWhenAsked();
    void copiesAndRenewsTheToken();
    void connectsClaudeCode();
    void tellsWhyClaudeCodeCantBeConnected();
    void choosesWhatIsWrittenForClaudeCode();
    void silencesKinds();
    void quietHours();
    void appearance();
    void startsAtLogin();
    void keepsRequests();
    void tellsWhereKeysAre();
    void preferencesThatAreNotSavedAreTold();
    void isShutWithoutAnInstance();
    void jumpsToASection();
    void speaksAnotherLanguage();
    void fitsASmallWindow();
    void shots();

private:
    template <typename T> T *row(const char *field) const
    {
        return qobject_cast<T *>(m_page->policy()->row(QLatin1StringView(field)));
    }
    PolicyPatch patch() const { return std::get<EditPolicy>(m_instance->commands.back()).patch; }
    QWidget *named(const QString &name, QWidget *in) const;
    QAbstractButton *button(const QString &text, QWidget *in) const;
    QString noteIn(QWidget *in) const;

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<FakeClaude> m_claude;
    std::unique_ptr<ClaudeSwitch> m_switch;
    std::unique_ptr<SettingsPage> m_page;
};

void TestSettingsPage::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_desktop = std::make_unique<FakeDesktop>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_claude = std::make_unique<FakeClaude>();
    m_switch = std::make_unique<ClaudeSwitch>(*m_instance, *m_desktop, *m_claude);
    m_page = std::make_unique<SettingsPage>(*m_instance, *m_desktop, *m_switch);
    m_page->resize(700, 560);
    m_page->show();
}

void TestSettingsPage::cleanup()
{
    m_page.reset();
    m_switch.reset();
    m_claude.reset();
    m_desktop.reset();
    m_instance.reset();
}

QWidget *TestSettingsPage::named(const QString &name, QWidget *in) const
{
    for (QWidget *widget : in->findChildren<QWidget *>()) {
        if (widget->accessibleName() == name && !qobject_cast<QLabel *>(widget))
            return widget;
    }
    return nullptr;
}

QAbstractButton *TestSettingsPage::button(const QString &text, QWidget *in) const
{
    for (QAbstractButton *each : in->findChildren<QAbstractButton *>()) {
        if (each->text() == text || each->accessibleName() == text)
            return each;
    }
    return nullptr;
}

QString TestSettingsPage::noteIn(QWidget *in) const
{
    QStringList texts;
    for (const FieldNote *note : in->findChildren<FieldNote *>()) {
        if (!note->isHidden())
            texts += note->text();
    }
    return texts.join(QLatin1Char('\n'));
}

using MakePatch = std::function<void(PolicyPatch &)>;

void TestSettingsPage::switchesEditTheirField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<MakePatch>("expected");
    const auto row = [](const char *field, const MakePatch &expected) {
        QTest::newRow(field) << QByteArray(field) << expected;
    };
    row("auto_failover_enabled", [](PolicyPatch &p) { p.autoFailoverEnabled = false; });
    row("auto_recovery_enabled", [](PolicyPatch &p) { p.autoRecoveryEnabled = true; });
    row("spill_over_enabled", [](PolicyPatch &p) { p.spillOverEnabled = false; });
    row("notify_on_failover", [](PolicyPatch &p) { p.notifyOnFailover = false; });
    row("notify_on_recovery", [](PolicyPatch &p) { p.notifyOnRecovery = false; });
}

void TestSettingsPage::switchesEditTheirField()
{
    QFETCH(QByteArray, field);
    QFETCH(MakePatch, expected);
    auto *found = row<SwitchRow>(field.constData());
    if (!found)
        found = qobject_cast<SwitchRow *>(m_page->notifications()->policyRow(
            field == "notify_on_failover" ? AlertKind::Failover : AlertKind::Recovery));
    QVERIFY(found);
    found->toggle()->click();
    PolicyPatch wanted;
    expected(wanted);
    QCOMPARE(m_instance->commands.size(), size_t(1));
    QVERIFY(patch() == wanted);
}

void TestSettingsPage::numbersEditTheirField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addColumn<MakePatch>("expected"); // for 42
    const auto row = [](const char *field, int least, int most, const MakePatch &expected) {
        QTest::newRow(field) << QByteArray(field) << least << most << expected;
    };
    row("failure_threshold", 1, 1000, [](PolicyPatch &p) { p.failureThreshold = 42; });
    row("success_threshold", 1, 1000, [](PolicyPatch &p) { p.successThreshold = 42; });
    row("check_interval", 1, 86400, [](PolicyPatch &p) { p.checkInterval = seconds(42); });
    row("cooldown_period", 0, 86400, [](PolicyPatch &p) { p.cooldownPeriod = seconds(42); });
    row("recovery_delay", 0, 86400, [](PolicyPatch &p) { p.recoveryDelay = seconds(42); });
    row("max_failovers_per_hour", 1, 1000, [](PolicyPatch &p) { p.maxFailoversPerHour = 42; });
}

void TestSettingsPage::numbersEditTheirField()
{
    QFETCH(QByteArray, field);
    QFETCH(int, least);
    QFETCH(int, most);
    QFETCH(MakePatch, expected);
    auto *found = row<NumberRow>(field.constData());
    QVERIFY(found);
    QCOMPARE(found->box()->minimum(), least);
    QCOMPARE(found->box()->maximum(), most);
    found->box()->setValue(42);
    QVERIFY(m_instance->commands.empty()); // not at each step
    QTRY_COMPARE(m_instance->commands.size(), size_t(1));
    PolicyPatch wanted;
    expected(wanted);
    QVERIFY(patch() == wanted);
    found->box()->setValue(most + 1);
    QCOMPARE(found->box()->value(), most);
}

void TestSettingsPage::everyFieldHasItsRow()
{
    const std::span<const PolicyFormField> fields = policyFormFields();
    QCOMPARE(fields.size(), size_t(11));
    for (const PolicyRange &range : policyRanges())
        QVERIFY(row<NumberRow>(range.field.data()));
}

void TestSettingsPage::typingIsOneCommand()
{
    QSpinBox *box = row<NumberRow>("check_interval")->box();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("120"));
    QVERIFY(m_instance->commands.empty());
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(m_instance->commands.size(), size_t(1));
    QCOMPARE(patch().checkInterval, seconds(120));
    QTRY_COMPARE(m_instance->settings().policy.checkInterval, seconds(120));
    QCOMPARE(box->value(), 120);
}

void TestSettingsPage::followsWithoutFighting()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QSpinBox *box = row<NumberRow>("failure_threshold")->box();
    Settings elsewhere = sampleSettings();
    elsewhere.policy.failureThreshold = 5;
    m_instance->setSettings(elsewhere);
    QCOMPARE(box->value(), 5);

    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("7"));
    elsewhere.policy.failureThreshold = 6;
    elsewhere.policy.autoRecoveryEnabled = true;
    m_instance->setSettings(elsewhere);
    QCOMPARE(box->value(), 7); // somebody is typing
    QVERIFY(row<SwitchRow>("auto_recovery_enabled")->toggle()->isChecked());
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(m_instance->settings().policy.failureThreshold, 7);
    elsewhere = m_instance->settings();
    elsewhere.policy.failureThreshold = 9;
    m_instance->setSettings(elsewhere);
    QTRY_COMPARE(box->value(), 9);
}

void TestSettingsPage::aRefusalTakesTheNumberBack()
{
    m_instance->refusal =
        Refusal{RefusalCode::FileUnwritable, QStringLiteral("/f"), QStringLiteral("No space left on device")};
    auto *found = row<NumberRow>("failure_threshold");
    found->box()->setValue(8);
    QTRY_VERIFY(noteIn(found).contains(QLatin1StringView("No space left")));
    QCOMPARE(found->box()->value(), 3);
    found->box()->setValue(8);
    QTRY_COMPARE(m_instance->settings().policy.failureThreshold, 8);
    QCOMPARE(noteIn(found), QString());
}

void TestSettingsPage::aRefusalTakesTheSwitchBack()
{
    m_instance->refusal = Refusal{RefusalCode::NotRunning, {}, {}};
    auto *found = row<SwitchRow>("auto_failover_enabled");
    found->toggle()->click();
    QVERIFY(!found->toggle()->isChecked());
    QTRY_VERIFY(found->toggle()->isChecked());
    QVERIFY(!noteIn(found).isEmpty());
}

void TestSettingsPage::aQuickChangeOfMindIsSent()
{
    m_instance->silent = true;
    auto *found = row<SwitchRow>("auto_failover_enabled");
    found->toggle()->click();
    found->toggle()->click();
    QCOMPARE(m_instance->commands.size(), size_t(2));
    QCOMPARE(patch().autoFailoverEnabled, true);
}

void TestSettingsPage::resetsOne()
{
    Settings changed = sampleSettings();
    changed.policy.cooldownPeriod = seconds(10);
    m_instance->setSettings(changed);
    auto *found = row<NumberRow>("cooldown_period");
    auto *reset = found->findChild<QToolButton *>();
    QVERIFY(reset->isVisibleTo(found));
    QVERIFY(reset->toolTip().contains(QLatin1StringView("300 s")));
    reset->click();
    QCOMPARE(patch().cooldownPeriod, seconds(300));
    QTRY_VERIFY(!reset->isVisibleTo(found));
}

void TestSettingsPage::resetsAll()
{
    Settings changed = sampleSettings();
    changed.policy.cooldownPeriod = seconds(10);
    changed.policy.notifyOnRecovery = false;
    m_instance->setSettings(changed);
    button(QStringLiteral("Reset all to defaults…"), m_page->policy())->click();
    auto *question = m_page->findChild<QMessageBox *>();
    QVERIFY(question);
    button(QStringLiteral("Reset all"), question)->click();
    QCOMPARE(m_instance->commands.size(), size_t(1));
    PolicyPatch wanted;
    wanted.cooldownPeriod = seconds(300);
    wanted.notifyOnRecovery = true;
    QVERIFY(patch() == wanted);
    QTRY_COMPARE(row<NumberRow>("cooldown_period")->box()->value(), 300);
}

void TestSettingsPage::listens_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("asked"); // empty: Apply is grey
    QTest::addColumn<QString>("note");
    QTest::newRow("another loopback address") << "127.0.0.2"
                                              << "listen on 127.0.0.2:7870"
                                              << "";
    QTest::newRow("localhost") << "localhost"
                               << "listen on 127.0.0.1:7870"
                               << "";
    QTest::newRow("all networks") << "0.0.0.0"
                                  << "listen on 0.0.0.0:7870"
                                  << "Other computers can reach";
    QTest::newRow("a name") << "example.com"
                            << ""
                            << "Enter an IP address";
    QTest::newRow("nothing") << ""
                             << ""
                             << "Enter an IP address";
}

void TestSettingsPage::listens()
{
    QFETCH(QString, host);
    QFETCH(QString, asked);
    QFETCH(QString, note);
    auto *edit = qobject_cast<QLineEdit *>(named(QStringLiteral("Address"), m_page->proxy()));
    auto *port = qobject_cast<QSpinBox *>(named(QStringLiteral("Port"), m_page->proxy()));
    QAbstractButton *apply = button(QStringLiteral("Apply"), m_page->proxy());
    QVERIFY(!apply->isEnabled());
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTest::keyClicks(edit, host);
    port->setValue(7870);
    QVERIFY(note.isEmpty() ? noteIn(m_page->proxy()).isEmpty() : noteIn(m_page->proxy()).contains(note));
    QCOMPARE(apply->isEnabled(), !asked.isEmpty());
    apply->click();
    QCOMPARE(m_instance->log.contains(asked), !asked.isEmpty());
}

void TestSettingsPage::aTakenPortIsShown()
{
    m_instance->refusal = Refusal{RefusalCode::ListenFailed, QStringLiteral("127.0.0.1:7999"), {}};
    qobject_cast<QSpinBox *>(named(QStringLiteral("Port"), m_page->proxy()))->setValue(7999);
    button(QStringLiteral("Apply"), m_page->proxy())->click();
    QTRY_VERIFY(
        noteIn(m_page->proxy()).contains(QLatin1StringView("Another program listens on 127.0.0.1:7999")));
    m_instance->setSnapshot(sampleSnapshot(SampleMood::ProxyOff));
    QVERIFY(!noteIn(m_page->proxy()).isEmpty());
}

void TestSettingsPage::anAttachedAddressIsReadOnly()
{
    ProxySnapshot other = sampleSnapshot(SampleMood::AllWell);
    other.listenUrl = QStringLiteral("http://127.0.0.1:9000");
    m_instance->setSnapshot(other);
    m_instance->setState({InstanceLink::Attached, std::nullopt});
    auto *edit = qobject_cast<QLineEdit *>(named(QStringLiteral("Address"), m_page->proxy()));
    auto *port = qobject_cast<QSpinBox *>(named(QStringLiteral("Port"), m_page->proxy()));
    QVERIFY(edit->isReadOnly());
    QVERIFY(port->isReadOnly());
    QCOMPARE(port->value(), 9000);
    QVERIFY(!button(QStringLiteral("Apply"), m_page->proxy())->isVisibleTo(m_page->proxy()));
}

void TestSettingsPage::theAddressInForceIsShown_data()
{
    QTest::addColumn<bool>("simulation");
    QTest::addColumn<bool>("told");
    QTest::newRow("of the simulation") << true << false;
    QTest::newRow("of the command line") << false << true;
}

void TestSettingsPage::theAddressInForceIsShown()
{
    QFETCH(const bool, simulation);
    QFETCH(const bool, told);
    m_desktop->simulation = simulation;
    m_desktop->addressTold = told;
    ProxySnapshot simulated = sampleSnapshot(SampleMood::AllWell);
    simulated.listenUrl = QStringLiteral("http://127.0.0.1:9000");
    m_instance->setSnapshot(simulated);
    auto *port = qobject_cast<QSpinBox *>(named(QStringLiteral("Port"), m_page->proxy()));
    QCOMPARE(port->value(), 9000);
    QVERIFY(!port->isReadOnly());
    QVERIFY(!button(QStringLiteral("Apply"), m_page->proxy())->isEnabled()); // it is there already
}

void TestSettingsPage::aTypedAddressStays()
{
    auto *port = qobject_cast<QSpinBox *>(named(QStringLiteral("Port"), m_page->proxy()));
    port->setValue(7999);
    m_page->appearance()->theme()->control()->setCurrentIndex(2);
    m_instance->setSnapshot(sampleSnapshot(SampleMood::Degraded));
    QCOMPARE(port->value(), 7999);
    button(QStringLiteral("Apply"), m_page->proxy())->click();
    QVERIFY(m_instance->log.contains(QStringLiteral("listen on 127.0.0.1:7999")));
    QTRY_VERIFY(button(QStringLiteral("Apply"), m_page->proxy())->isEnabled()); // answered, not yet in force
    QCOMPARE(port->value(), 7999);
    Preferences kept = m_desktop->preferences();
    kept.listenPort = 7999;
    m_desktop->setPreferences(kept);
    QVERIFY(!button(QStringLiteral("Apply"), m_page->proxy())->isEnabled());
    kept.listenPort = 7000;
    m_desktop->setPreferences(kept);
    QCOMPARE(port->value(), 7000);
}

void TestSettingsPage::aFaultLeavesTheExplanation()
{
    auto *found = row<SwitchRow>("spill_over_enabled");
    const QString explanation = found->toggle()->accessibleDescription();
    QVERIFY(explanation.contains(QLatin1StringView("Default: on")));
    m_instance->refusal = Refusal{RefusalCode::NotRunning, {}, {}};
    found->toggle()->click();
    QTRY_VERIFY(found->toggle()->accessibleDescription().contains(QLatin1StringView("cannot be reached")));
    found->toggle()->click();
    QCOMPARE(found->toggle()->accessibleDescription(), explanation);
}

void TestSettingsPage::showsTheTokenOnlyWhenAsked()
{
    auto *token = m_page->findChild<TokenRow *>();
    QVERIFY(token->shownLines().startsWith(QLatin1StringView("ANTHROPIC_BASE_URL=http://127.0.0.1:7860\n")));
    QVERIFY(token->shownLines().contains(QLatin1StringView("ANTHROPIC_AUTH_TOKEN=•")) ||
            token->shownLines().contains(QStringLiteral("ANTHROPIC_AUTH_TOKEN=•")));
    QVERIFY(!m_instance->log.contains(QStringLiteral("reveal token")));
    QAbstractButton *show = button(QStringLiteral("Show the token"), token);
    show->click();
    QTRY_VERIFY(token->shownLines().endsWith(QLatin1StringView("ANTHROPIC_AUTH_TOKEN=qcc-test-token")));
    show->click();
    QVERIFY(!token->shownLines().contains(QLatin1StringView("qcc-test-token")));
    show->click();
    QTRY_VERIFY(token->shownLines().contains(QLatin1StringView("qcc-test-token")));
    m_page->hide();
    QVERIFY(!token->shownLines().contains(QLatin1StringView("qcc-test-token")));
}

void TestSettingsPage::copiesAndRenewsTheToken()
{
    auto *token = m_page->findChild<TokenRow *>();
    QClipboard *clipboard = QGuiApplication::clipboard();
    button(QStringLiteral("Copy the token"), token)->click();
    QTRY_COMPARE(clipboard->text(), QStringLiteral("qcc-test-token"));
    QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
    button(QStringLiteral("Copy the line with the token"), token)->click();
    QTRY_COMPARE(clipboard->text(), QStringLiteral("ANTHROPIC_AUTH_TOKEN=qcc-test-token"));
    button(QStringLiteral("Copy the line with the address"), token)->click();
    QCOMPARE(clipboard->text(), QStringLiteral("ANTHROPIC_BASE_URL=http://127.0.0.1:7860"));
    QVERIFY(!clipboard->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
    button(QStringLiteral("Renew…"), token)->click();
    QVERIFY(!m_instance->log.contains(QStringLiteral("renew token")));
    button(QStringLiteral("Renew"), m_page->findChild<QMessageBox *>())->click();
    QVERIFY(m_instance->log.contains(QStringLiteral("renew token")));
}

void TestSettingsPage::connectsClaudeCode()
{
    ToggleSwitch *toggle = m_page->claude()->toggle();
    QCOMPARE(toggle->accessibleName(), QStringLiteral("Claude Code uses QCC"));
    toggle->click();
    QTRY_VERIFY(toggle->isChecked());
    QCOMPARE(m_claude->log, QStringList{QStringLiteral("connect")});
    m_claude->refusal = Refusal{RefusalCode::FileUnwritable, QStringLiteral("/x/settings.json"), {}};
    toggle->click();
    QTRY_VERIFY(noteIn(m_page->claude()).contains(QStringLiteral("/x/settings.json")));
    QVERIFY(toggle->isChecked());
}

void TestSettingsPage::tellsWhyClaudeCodeCantBeConnected()
{
    QVERIFY(noteIn(m_page->claude()).isEmpty());
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QVERIFY(!m_page->claude()->toggle()->isEnabled());
    QCOMPARE(noteIn(m_page->claude()), m_switch->hindrance());
}

void TestSettingsPage::choosesWhatIsWrittenForClaudeCode()
{
    const Preferences before = m_desktop->preferences();
    for (const char *name : {"Put back when QCC quits", "Keep its tool search", "VS Code too"})
        qobject_cast<QAbstractButton *>(named(QString::fromLatin1(name), m_page->claude()))->click();
    const Preferences &after = m_desktop->preferences();
    QCOMPARE(after.releasesClaudeAtQuit, !before.releasesClaudeAtQuit);
    QCOMPARE(after.claudeToolSearch, !before.claudeToolSearch);
    QCOMPARE(after.connectsEditors, !before.connectsEditors);
}

void TestSettingsPage::silencesKinds()
{
    PreferenceSwitch *row = m_page->notifications()->kindRow(AlertKind::OwnNetwork);
    QVERIFY(row->toggle()->isChecked());
    row->toggle()->click();
    QCOMPARE(m_desktop->preferences().silenced, std::set<AlertKind>{AlertKind::OwnNetwork});
    m_desktop->setPreferences({});
    QVERIFY(row->toggle()->isChecked());
    button(QStringLiteral("Send a test"), m_page->notifications())->click();
    QVERIFY(m_desktop->log.contains(QStringLiteral("test notification")));
}

void TestSettingsPage::quietHours()
{
    auto *from = qobject_cast<QTimeEdit *>(named(QStringLiteral("Quiet from"), m_page->notifications()));
    QVERIFY(!from->isVisible());
    Preferences preferences;
    preferences.quietHours = {true, QTime(23, 0), QTime(7, 30)};
    m_desktop->setPreferences(preferences);
    QVERIFY(from->isVisible());
    QCOMPARE(from->time(), QTime(23, 0));
    from->setTime(QTime(21, 15));
    QCOMPARE(m_desktop->preferences().quietHours, (QuietHours{true, QTime(21, 15), QTime(7, 30)}));
}

void TestSettingsPage::appearance()
{
    m_page->appearance()->theme()->control()->setCurrentIndex(2);
    m_page->appearance()->density()->control()->setCurrentIndex(1);
    m_page->appearance()->language()->control()->setCurrentIndex(2);
    QCOMPARE(m_desktop->preferences().theme, ThemeChoice::Dark);
    QCOMPARE(m_desktop->preferences().density, Density::Compact);
    QVERIFY(m_desktop->preferences().language.has_value());
    QCOMPARE(*m_desktop->preferences().language, Language::Chinese);
    m_page->appearance()->language()->control()->setCurrentIndex(0);
    QVERIFY(!m_desktop->preferences().language.has_value());
}

void TestSettingsPage::startsAtLogin()
{
    auto *toggle = qobject_cast<ToggleSwitch *>(named(QStringLiteral("Start at login"), m_page->start()));
    toggle->click();
    QVERIFY(m_desktop->atLogin);
    QVERIFY(toggle->isChecked());
}

void TestSettingsPage::keepsRequests()
{
    QSpinBox *box = m_page->data()->retention()->box();
    QCOMPARE(box->value(), 30);
    QCOMPARE(box->maximum(), kMostRequestDays);
    box->setValue(90);
    QTRY_COMPARE(m_instance->commands.size(), size_t(1));
    QVERIFY(std::get<EditRetention>(m_instance->commands.back()) == EditRetention{{90}});
}

void TestSettingsPage::tellsWhereKeysAre()
{
    const auto said = [this] {
        QStringList texts;
        for (const QLabel *label : m_page->data()->findChildren<QLabel *>())
            texts += label->text();
        return texts.join(QLatin1Char('\n'));
    };
    QVERIFY(said().contains(QLatin1StringView("desktop's keyring")));
    ProxySnapshot plain = sampleSnapshot(SampleMood::AllWell);
    plain.plainKeyFile = QStringLiteral("/home/ada/.qcc/secrets.json");
    m_instance->setSnapshot(plain);
    QVERIFY(said().contains(QLatin1StringView("/home/ada/.qcc/secrets.json")));
}

void TestSettingsPage::preferencesThatAreNotSavedAreTold()
{
    Q_EMIT m_desktop->preferencesNotSaved({RefusalCode::FileUnwritable, QStringLiteral("/d.json"), {}});
    auto *banner = m_page->findChild<Banner *>();
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QLatin1StringView("/d.json")));
}

void TestSettingsPage::isShutWithoutAnInstance()
{
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QVERIFY(!row<NumberRow>("failure_threshold")->box()->isEnabled());
    QVERIFY(m_page->appearance()->isEnabled());
    m_instance->setState({InstanceLink::Hosting, std::nullopt});
    QVERIFY(row<NumberRow>("failure_threshold")->box()->isEnabled());
}

void TestSettingsPage::jumpsToASection()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    const auto top = [this](QWidget *section) { return section->mapTo(m_page.get(), QPoint(0, 0)).y(); };
    m_page->showSection(SettingsPage::Section::Notifications);
    QTRY_VERIFY(top(m_page->notifications()) >= 0 && top(m_page->notifications()) < 120);
    m_page->showSection(SettingsPage::Section::Data);
    QCOMPARE(m_page->findChild<SegmentedControl *>()->currentIndex(),
             static_cast<int>(SettingsPage::Section::Data));
}

void TestSettingsPage::speaksAnotherLanguage()
{
    class Shouting final : public QTranslator
    {
    public:
        QString translate(const char *, const char *text, const char *, int) const override
        {
            return QString::fromUtf8(text).toUpper();
        }
        bool isEmpty() const override { return false; }
    } shouting;
    QCoreApplication::installTranslator(&shouting);
    QTRY_COMPARE(row<NumberRow>("failure_threshold")->title(), QStringLiteral("FAILURES BEFORE A FAILOVER"));
    QCOMPARE(m_page->start()->accessibleName(), QStringLiteral("START"));
    QVERIFY(button(QStringLiteral("RENEW…"), m_page.get()));
    QCoreApplication::removeTranslator(&shouting);
    QTRY_COMPARE(row<NumberRow>("failure_threshold")->title(), QStringLiteral("Failures before a failover"));
}

void TestSettingsPage::fitsASmallWindow()
{
    QVERIFY(m_page->minimumSizeHint().width() <= 700);
    for (QWidget *section : m_page->findChildren<SettingsSection *>())
        QVERIFY2(section->minimumSizeHint().width() <= 660, qPrintable(section->accessibleName()));
}

/// For people: QCC_SHOTS=folder draws the page there.
void TestSettingsPage::shots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only drawn on request");
    Settings changed = sampleSettings();
    changed.policy.cooldownPeriod = seconds(120);
    changed.policy.autoRecoveryEnabled = true;
    m_instance->setSettings(changed);
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        const QString mood = theme == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        const auto shot = [&](const QString &name, QSize size, SettingsPage::Section section) {
            m_page->resize(size);
            QCoreApplication::processEvents();
            m_page->showSection(section);
            QVERIFY(m_page->grab().save(QStringLiteral("%1/settings-%2-%3.png").arg(folder, name, mood)));
        };
        shot(QStringLiteral("small"), {700, 560}, SettingsPage::Section::Policy);
        shot(QStringLiteral("proxy"), {700, 560}, SettingsPage::Section::Proxy);
        shot(QStringLiteral("whole"), {1100, 2900}, SettingsPage::Section::Policy);
    }
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
