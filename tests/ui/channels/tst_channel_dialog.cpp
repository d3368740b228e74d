// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/channel_words.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_channels.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/field_note.h"
#include "ui/base/style.h"
#include "ui/channels/channel_dialog.h"
#include "ui/channels/channel_form.h"
#include "ui/channels/channel_telling.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestChannelDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onlyTheFieldsOfItsKind_data();
    void onlyTheFieldsOfItsKind();
    void addsWhatWasTyped();
    void faultsAreToldOnceTyped_data();
    void faultsAreToldOnceTyped();
    void secretsAreNeverShown();
    void anEmptySecretStaysAsStored();
    void theUsualPortFollowsTheEncryption();
    void testsBeforeSaving();
    void aFailedTestSaysWhy();
    void anAnswerToAnEarlierTestIsDropped();
    void aRefusalStandsAtItsField();
    void changesFromElsewhereAreOffered();
    void nothingTypedIsLostBySlip();
    void fitsASmallWindow();
    void shots();

private:
    void openNew(ChannelKind kind);
    void openKnown(size_t index);
    /// The field that is labelled so, whatever its shortcut is.
    template <typename T> T *field(const char *label) const;
    void type(const char *label, const char *text);
    FieldNote *note(const char *name) const { return m_dialog->form()->noteFor(u(name)); }
    const PutChannel &command() const { return std::get<PutChannel>(m_instance->commands.back()); }

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<QWidget> m_window;
    QPointer<ChannelDialog> m_dialog;
};

void TestChannelDialog::init()
{
    m_instance = std::make_unique<FakeInstance>();
    Settings settings = sampleSettings();
    settings.channels = sampleChannels();
    m_instance->setSettings(settings);
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_window->show();
}

void TestChannelDialog::cleanup()
{
    m_window.reset();
    m_instance.reset();
}

void TestChannelDialog::openNew(ChannelKind kind)
{
    m_dialog = new ChannelDialog(*m_instance, kind, m_window.get());
    m_dialog->open();
}

void TestChannelDialog::openKnown(size_t index)
{
    m_dialog = new ChannelDialog(*m_instance, sampleChannels()[index], m_window.get());
    m_dialog->open();
}

template <typename T> T *TestChannelDialog::field(const char *label) const
{
    for (T *one : m_dialog->findChildren<T *>()) {
        if (one->accessibleName() == u(label))
            return one;
    }
    return nullptr;
}

void TestChannelDialog::type(const char *label, const char *text)
{
    auto *edit = field<QLineEdit>(label);
    QVERIFY2(edit, label);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u(text));
}

void TestChannelDialog::onlyTheFieldsOfItsKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](ChannelKind kind, const char *fields) {
        QTest::newRow(qPrintable(toWord(kind))) << static_cast<int>(kind) << u(fields).split(u' ');
    };
    row(ChannelKind::Webhook, "name url signing");
    row(ChannelKind::Slack, "name url");
    row(ChannelKind::DingTalk, "name url signing");
    row(ChannelKind::Telegram, "name server token recipients");
    row(ChannelKind::Ntfy, "name server token recipients");
    row(ChannelKind::Mail, "name server security port user password sender recipients");
    row(ChannelKind::Command, "name program arguments");
}

void TestChannelDialog::onlyTheFieldsOfItsKind()
{
    QFETCH(int, kind);
    QFETCH(QStringList, fields);
    openNew(static_cast<ChannelKind>(kind));
    const QStringList all{u("name"),    u("server"),    u("security"),  u("port"),  u("user"),
                          u("sender"),  u("url"),       u("signing"),   u("token"), u("password"),
                          u("program"), u("arguments"), u("recipients")};
    for (const QString &each : all)
        QVERIFY2(m_dialog->form()->hasField(each) == fields.contains(each), qPrintable(each));
    QVERIFY(!m_dialog->saveButton()->isEnabled() && !m_dialog->testButton()->isEnabled());
}

void TestChannelDialog::addsWhatWasTyped()
{
    openNew(ChannelKind::Slack);
    type("Name", "crew");
    type("Webhook address", "https://hooks.test/services/secret");
    m_dialog->telling()->alertBox(AlertKind::Recovery)->click();
    m_dialog->telling()->quietBox()->click();
    m_dialog->telling()->digestBox()->setCurrentIndex(2);
    QVERIFY(m_dialog->saveButton()->isEnabled());
    m_dialog->saveButton()->click();
    QTRY_VERIFY(!m_dialog);
    const PutChannel &put = command();
    QVERIFY(!put.before);
    QCOMPARE(put.channel.name, u("crew"));
    QCOMPARE(put.channel.kind, ChannelKind::Slack);
    QVERIFY(!put.channel.alerts.contains(AlertKind::Recovery));
    QVERIFY(put.channel.alerts.contains(AlertKind::Failover));
    QCOMPARE(put.channel.quiet, std::optional(QuietSpan{QTime(22, 0), QTime(8, 0)}));
    QCOMPARE(put.channel.digest, DigestPace::Weekly);
    QVERIFY(put.secrets.at(ChannelSecret::Url).matches("https://hooks.test/services/secret"));
    QTRY_COMPARE(m_instance->settings().channels.size(), sampleChannels().size() + 1);
}

void TestChannelDialog::faultsAreToldOnceTyped_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *title, ChannelKind kind, const char *label, const char *typed,
                        const char *field) {
        QTest::newRow(title) << static_cast<int>(kind) << QByteArray(label) << QByteArray(typed)
                             << QByteArray(field);
    };
    row("a name that is taken", ChannelKind::Slack, "Name", "TEAM", "name");
    row("an address without TLS", ChannelKind::Slack, "Webhook address", "http://hooks.test/x", "url");
    row("a server that is none", ChannelKind::Telegram, "Server", "bots", "server");
}

void TestChannelDialog::faultsAreToldOnceTyped()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, field);
    openNew(static_cast<ChannelKind>(kind));
    QVERIFY(note(field.constData())->text().isEmpty());
    type("Name", "crew");
    type(label.constData(), typed.constData());
    QVERIFY(note(field.constData())->isFault());
    QVERIFY(!m_dialog->saveButton()->isEnabled());
}

void TestChannelDialog::secretsAreNeverShown()
{
    openKnown(0);
    auto *edit = m_dialog->form()->secretField(ChannelSecret::Url)->edit();
    QVERIFY(edit->text().isEmpty());
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QCOMPARE(edit->placeholderText(), u("Stored – leave empty to keep it"));
}

void TestChannelDialog::anEmptySecretStaysAsStored()
{
    openKnown(0);
    QVERIFY(!m_dialog->saveButton()->isEnabled());
    type("Name", "crew");
    QVERIFY(m_dialog->saveButton()->isEnabled());
    m_dialog->saveButton()->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(command().before, std::optional(sampleChannels()[0]));
    QVERIFY(command().secrets.empty());
}

void TestChannelDialog::theUsualPortFollowsTheEncryption()
{
    openNew(ChannelKind::Mail);
    auto *security = field<QComboBox>("Encryption");
    auto *port = field<QSpinBox>("Port");
    QCOMPARE(port->value(), 587);
    const auto choose = [&](MailSecurity wanted) {
        security->setCurrentIndex(security->findData(static_cast<int>(wanted)));
        Q_EMIT security->activated(security->currentIndex());
    };
    choose(MailSecurity::Tls);
    QCOMPARE(port->value(), 465);
    choose(MailSecurity::StartTls);
    QCOMPARE(port->value(), 587);
    port->setValue(2525);
    choose(MailSecurity::Tls);
    QCOMPARE(port->value(), 2525);
}

void TestChannelDialog::testsBeforeSaving()
{
    openNew(ChannelKind::Slack);
    type("Webhook address", "https://hooks.test/services/secret");
    QVERIFY(m_dialog->testButton()->isEnabled()); // it needs no name yet
    m_dialog->testButton()->click();
    QVERIFY(!m_dialog->testButton()->isEnabled());
    QTRY_COMPARE(m_dialog->testNote()->text(), u("The test message was sent."));
    QVERIFY(m_dialog->testButton()->isEnabled());
    QVERIFY(m_instance->log.contains(u("test channel Slack")));
    QVERIFY(m_instance->commands.empty());
}

void TestChannelDialog::aFailedTestSaysWhy()
{
    openKnown(1);
    m_instance->refusal = Refusal{RefusalCode::ChannelFailed, u("me"), u("535 wrong password")};
    m_dialog->testButton()->click();
    QTRY_VERIFY(m_dialog->testNote()->isFault());
    QVERIFY(m_dialog->testNote()->text().contains(u("535 wrong password")));
}

void TestChannelDialog::anAnswerToAnEarlierTestIsDropped()
{
    openKnown(0);
    m_instance->silent = true;
    m_dialog->testButton()->click();
    type("Name", "crew");
    QVERIFY(m_dialog->testButton()->isEnabled());
    m_instance->answerAll();
    QVERIFY(m_dialog->testNote()->text().isEmpty());
}

void TestChannelDialog::aRefusalStandsAtItsField()
{
    openKnown(0);
    type("Name", "crew");
    m_instance->refusal = Refusal{RefusalCode::EmptyKey, u("crew"), u("url")};
    m_dialog->saveButton()->click();
    QTRY_VERIFY(note("url")->isFault());
    QVERIFY(m_dialog);
    QCOMPARE(field<QLineEdit>("Name")->text(), u("crew"));
}

void TestChannelDialog::changesFromElsewhereAreOffered()
{
    openKnown(0);
    Settings settings = m_instance->settings();
    settings.channels[0].name = u("everybody");
    m_instance->setSettings(settings);
    auto *banner = m_dialog->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible());
    Q_EMIT banner->actionTriggered(u("load"));
    QVERIFY(!banner->isVisible());
    QCOMPARE(field<QLineEdit>("Name")->text(), u("everybody"));
    QVERIFY(!m_dialog->hasChanges());
}

void TestChannelDialog::nothingTypedIsLostBySlip()
{
    openKnown(0);
    type("Name", "crew");
    m_dialog->reject();
    auto *question = m_dialog->findChild<QMessageBox *>();
    QVERIFY(question && question->isVisible());
    question->reject();
    QTRY_VERIFY(m_dialog->isVisible());
    QCOMPARE(field<QLineEdit>("Name")->text(), u("crew"));
}

void TestChannelDialog::fitsASmallWindow()
{
    for (int i = 0; i <= static_cast<int>(kLastChannelKind); ++i) {
        openNew(static_cast<ChannelKind>(i));
        QVERIFY2(m_dialog->form()->minimumSizeHint().width() <= 448, qPrintable(QString::number(i)));
        QVERIFY(m_dialog->telling()->minimumSizeHint().width() <= 520);
        m_dialog->reject();
    }
}

/// For people: QCC_SHOTS=folder draws the dialog there.
void TestChannelDialog::shots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only drawn on request");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        const QString mood = theme == ThemeChoice::Light ? u("light") : u("dark");
        const auto shot = [&](const char *name) {
            QCoreApplication::processEvents();
            QVERIFY(m_dialog->grab().save(u("%1/channel-%2-%3.png").arg(folder, u(name), mood)));
            delete m_dialog;
        };
        openNew(ChannelKind::Slack);
        type("Name", "team");
        type("Webhook address", "http://hooks.test/x");
        shot("slack");
        openKnown(1);
        m_instance->refusal =
            Refusal{RefusalCode::ChannelFailed, u("me"), u("535 5.7.8 authentication failed")};
        m_dialog->testButton()->click();
        QTRY_VERIFY(m_dialog->testNote()->isFault());
        shot("mail");
        openNew(ChannelKind::Telegram);
        shot("telegram");
        openKnown(3);
        shot("program");
        openNew(ChannelKind::DingTalk);
        m_dialog->resize(m_dialog->minimumSize());
        shot("dingtalk-small");
    }
}

QTEST_MAIN(TestChannelDialog)
#include "tst_channel_dialog.moc"
