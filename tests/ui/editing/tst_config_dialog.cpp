// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/field_note.h"
#include "ui/base/style.h"
#include "ui/editing/advanced_form.h"
#include "ui/editing/config_dialog.h"
#include "ui/editing/config_options.h"
#include "ui/editing/disclosure.h"
#include "ui/editing/endpoint_form.h"
#include "ui/editing/endpoints_editor.h"
#include "ui/editing/identity_form.h"
#include "ui/editing/key_field.h"
#include "ui/editing/probe_bench.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QWindow>

using namespace qcc;
using namespace qcc::test;

/// The dialog as a person uses it: fields are found by their accessible names.
class TestConfigDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewConfigIsOneCommand();
    void savesOnlyTypedKeys();
    void saveIsGreyAndSaysWhy();
    void pristineFieldsAreNotScolded();
    void warnsWithoutRefusing();
    void reorders_data();
    void reorders();
    void dragsForReal();
    void removesAndAddsEndpoints();
    void revealsTheKeyAndForgetsIt();
    void aForgottenKeyDoesNotComeBack();
    void aRevealedKeyIsNotSent();
    void aTestOutlivesChangesElsewhere();
    void testsTheDraft();
    void anOldTestIsDropped();
    void aRefusalIsShownAtItsField();
    void headersAreEditedInTheirTable();
    void aRefusalOfNoFieldIsABanner();
    void isShutWhileItTravels();
    void offersTheNewState();
    void asksBeforeChangesAreLost();
    void templatesFillUrlAndAuth();
    void everyFieldHasAName();
    void tabsInTheOrderOfSight();
    void beginsWithTheName();
    void aRefusalOutOfSightIsScrolledTo();
    void speaksAnotherLanguage();
    void fitsASmallWindow();
    void shots();

private:
    void open(const char *config);
    QLineEdit *line(const char *name) const;
    QPushButton *button(const QString &text, QWidget *in = nullptr) const;
    QPushButton *save() const;
    template <typename T> T *part() const { return m_dialog->findChild<T *>(); }
    void type(const char *field, const QString &text) const;
    bool says(const QString &text) const;
    const PutConfig &put() const { return std::get<PutConfig>(m_instance->commands.back()); }

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<QWidget> m_window;
    QPointer<ConfigDialog> m_dialog;
};

void TestConfigDialog::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_window = std::make_unique<QWidget>();
}

void TestConfigDialog::cleanup()
{
    m_window.reset();
    m_instance.reset();
}

void TestConfigDialog::open(const char *config)
{
    const auto name = config ? std::optional(QString::fromLatin1(config)) : std::nullopt;
    m_dialog = new ConfigDialog(*m_instance, name, m_window.get());
    m_dialog->open();
}

QLineEdit *TestConfigDialog::line(const char *name) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == QLatin1StringView(name))
            return edit;
    }
    return nullptr;
}

QPushButton *TestConfigDialog::button(const QString &text, QWidget *in) const
{
    for (QPushButton *each : (in ? in : m_dialog.data())->findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

QPushButton *TestConfigDialog::save() const
{
    return part<QDialogButtonBox>()->button(QDialogButtonBox::Save);
}

void TestConfigDialog::type(const char *field, const QString &text) const
{
    QLineEdit *edit = line(field);
    QVERIFY2(edit, field);
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTest::keyClicks(edit, text);
}

bool TestConfigDialog::says(const QString &text) const
{
    const QList<FieldNote *> notes = m_dialog->findChildren<FieldNote *>();
    return std::any_of(notes.begin(), notes.end(), [&](const FieldNote *note) {
        return !note->isHidden() && note->text().contains(text);
    });
}

void TestConfigDialog::aNewConfigIsOneCommand()
{
    open(nullptr);
    QSignalSpy saved(m_dialog.data(), &ConfigDialog::saved);
    type("Name", QStringLiteral("mine"));
    type("Description", QStringLiteral("My account"));
    type("Key", QStringLiteral("sk-test-1"));
    QVERIFY(save()->isEnabled());
    save()->click();
    QVERIFY(saved.wait());
    QCOMPARE(m_instance->commands.size(), size_t(1));
    QVERIFY(!put().before);
    QCOMPARE(put().name, QStringLiteral("mine"));
    QCOMPARE(put().description, QStringLiteral("My account"));
    QCOMPARE(put().endpoints.size(), size_t(1));
    QCOMPARE(put().endpoints[0].endpoint.url, QUrl(QStringLiteral("https://api.anthropic.com")));
    QVERIFY(put().endpoints[0].endpoint.id.value.isEmpty());
    QVERIFY(put().endpoints[0].key->matches("sk-test-1"));
    QTRY_VERIFY(!m_dialog);
}

void TestConfigDialog::savesOnlyTypedKeys()
{
    open("production");
    QVERIFY(!save()->isEnabled());
    part<EndpointsEditor>()->select(1);
    type("Key", QStringLiteral("sk-test-2"));
    part<EndpointsEditor>()->select(0);
    QCOMPARE(line("Key")->text(), QString());
    save()->click();
    QCOMPARE(put().before, *sampleSettings().find(QStringLiteral("production")));
    QCOMPARE(put().endpoints.size(), size_t(3));
    QVERIFY(!put().endpoints[0].key);
    QVERIFY(put().endpoints[1].key->matches("sk-test-2"));
    QVERIFY(!put().endpoints[2].key);
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(put().endpoints[i].endpoint, put().before->endpoints[i]);
}

void TestConfigDialog::saveIsGreyAndSaysWhy()
{
    open(nullptr);
    QVERIFY(!save()->isEnabled());
    QCOMPARE(save()->toolTip(), QStringLiteral("The name is missing."));
    type("Name", QStringLiteral("backup"));
    QVERIFY(says(QStringLiteral("already a config named")));
    QCOMPARE(save()->toolTip(), QStringLiteral("Something is not right yet; it is marked."));
    type("Name", QStringLiteral("mine"));
    QCOMPARE(save()->toolTip(), QStringLiteral("A key is missing."));
    type("Key", QStringLiteral("sk"));
    QCOMPARE(save()->toolTip(), QString());
    QVERIFY(save()->isEnabled());
}

void TestConfigDialog::pristineFieldsAreNotScolded()
{
    open(nullptr);
    for (const FieldNote *note : m_dialog->findChildren<FieldNote *>())
        QVERIFY(!note->isFault());
    type("Name", QStringLiteral("x"));
    type("Name", QString());
    QVERIFY(says(QStringLiteral("cannot be a name")));
}

void TestConfigDialog::warnsWithoutRefusing()
{
    open("backup");
    type("Base URL", QStringLiteral("http://elsewhere.example/v1"));
    QVERIFY(says(QStringLiteral("before /v1")));
    QVERIFY(save()->isEnabled());
}

void TestConfigDialog::reorders_data()
{
    QTest::addColumn<int>("selected");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("order");
    QTest::newRow("up") << 1 << int(Qt::Key_Up) << "us-east,eu-central,us-west";
    QTest::newRow("down") << 1 << int(Qt::Key_Down) << "eu-central,us-west,us-east";
    QTest::newRow("the first stays on top") << 0 << int(Qt::Key_Up) << "eu-central,us-east,us-west";
    QTest::newRow("removed") << 0 << int(Qt::Key_Delete) << "us-east,us-west";
}

void TestConfigDialog::reorders()
{
    QFETCH(int, selected);
    QFETCH(int, key);
    QFETCH(QString, order);
    open("production");
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    auto *list = part<QListView>();
    part<EndpointsEditor>()->select(selected);
    list->setFocus();
    QTest::keyClick(list, static_cast<Qt::Key>(key),
                    key == Qt::Key_Delete ? Qt::NoModifier : Qt::AltModifier);
    QStringList names;
    for (const EndpointDraft &draft : part<EndpointsEditor>()->drafts())
        names += draft.fields.name;
    QCOMPARE(names.join(QLatin1Char(',')), order);
}

/// QDrag has an event loop of its own, into which the timer's moves fall; offscreen has no drags at all.
void TestConfigDialog::dragsForReal()
{
    if (QGuiApplication::platformName() != QLatin1StringView("xcb"))
        QSKIP("needs a display: xvfb-run, QT_QPA_PLATFORM=xcb");
    open("production");
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    auto *list = part<QListView>();
    QSignalSpy moved(list->model(), &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(list->model(), &QAbstractItemModel::rowsRemoved);
    const auto at = [&](QPoint point) { return list->viewport()->mapTo(m_dialog.data(), point); };
    const QPoint from = at(list->visualRect(list->model()->index(0, 0)).center());
    const QPoint to = at(list->visualRect(list->model()->index(2, 0)).bottomLeft() + QPoint(40, -1));
    QWindow *window = m_dialog->windowHandle();
    QTimer::singleShot(300, m_dialog, [window, from, to] {
        for (int step = 1; step <= 8; ++step)
            QTest::mouseMove(window, from + (to - from) * step / 8);
        QTest::mouseRelease(window, Qt::LeftButton, {}, to);
    });
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    QTest::mouseMove(window, from + QPoint(4, 8));
    QTest::mouseMove(window, from + QPoint(6, 24));
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(part<EndpointsEditor>()->drafts()[2].fields.name, QStringLiteral("eu-central"));
    QVERIFY(save()->isEnabled());
}

void TestConfigDialog::removesAndAddsEndpoints()
{
    open("reseller-eu");
    auto *editor = part<EndpointsEditor>();
    editor->model().removeRow(0);
    QCOMPARE(editor->selected(), -1);
    QVERIFY(save()->isEnabled());
    for (QToolButton *each : editor->findChildren<QToolButton *>()) {
        if (each->accessibleName() == QLatin1StringView("Add an endpoint"))
            each->click();
    }
    QCOMPARE(editor->selected(), 0);
    QVERIFY(!save()->isEnabled());
    type("Base URL", QStringLiteral("https://new.example"));
    type("Key", QStringLiteral("sk-new"));
    QVERIFY(save()->isEnabled());
    save()->click();
    QCOMPARE(put().endpoints.size(), size_t(1));
    QVERIFY(put().endpoints[0].key->matches("sk-new"));
}

void TestConfigDialog::revealsTheKeyAndForgetsIt()
{
    open("backup");
    QCOMPARE(line("Key")->text(), QString());
    QVERIFY(line("Key")->placeholderText().startsWith(QLatin1StringView("Stored")));
    auto *show = part<KeyField>()->findChild<QToolButton *>();
    show->click();
    QTRY_COMPARE(line("Key")->text(), QStringLiteral("sk-test-stored-key"));
    QCOMPARE(line("Key")->echoMode(), QLineEdit::Normal);
    QVERIFY(m_instance->log.contains(QStringLiteral("reveal key 0000c001")));
    show->click();
    QCOMPARE(line("Key")->text(), QString());
    QCOMPARE(line("Key")->echoMode(), QLineEdit::Password);
}

void TestConfigDialog::aForgottenKeyDoesNotComeBack()
{
    open("backup");
    part<KeyField>()->findChild<QToolButton *>()->click();
    QTRY_VERIFY(part<KeyField>()->showsStored());
    part<KeyField>()->load(std::nullopt, false); // another endpoint
    QLineEdit *edit = line("Key");
    edit->setEchoMode(QLineEdit::Normal); // passwords have no undo
    edit->insert(QStringLiteral("sk-new"));
    for (int i = 0; i < 10 && edit->isUndoAvailable(); ++i)
        edit->undo();
    QCOMPARE(edit->text(), QString());
    edit->redo();
    QVERIFY(!edit->text().contains(QStringLiteral("stored")));
}

void TestConfigDialog::aRevealedKeyIsNotSent()
{
    open("backup");
    part<KeyField>()->findChild<QToolButton *>()->click();
    QTRY_VERIFY(part<KeyField>()->showsStored());
    type("Description", QStringLiteral("other"));
    save()->click();
    QVERIFY(!put().endpoints[0].key);
}

void TestConfigDialog::aTestOutlivesChangesElsewhere()
{
    m_instance->reports = {CheckReport()};
    open("backup");
    type("Key", QStringLiteral("sk-x"));
    m_instance->silent = true;
    button(QStringLiteral("Test now"))->click();
    QVERIFY(part<ProbeBench>()->isRunning());
    Settings settings = m_instance->settings();
    settings.policy.failureThreshold = 7;
    m_instance->setSettings(settings);
    QVERIFY(part<ProbeBench>()->isRunning());
    type("Key", QStringLiteral("sk-y"));
    QVERIFY(!part<ProbeBench>()->isRunning()); // it was of another key
}

void TestConfigDialog::testsTheDraft()
{
    CheckReport report;
    report.rung = CheckRung::Models;
    report.reachable = CheckLayer::Good;
    report.keyAccepted = CheckLayer::Bad;
    report.outcome.kind = OutcomeKind::KeyRejected;
    report.outcome.status = 401;
    report.latency = milliseconds(240);
    m_instance->reports = {report};
    open("backup");
    type("Base URL", QStringLiteral("https://other.example"));
    type("Key", QStringLiteral("sk-x"));
    button(QStringLiteral("Test now"))->click();
    QVERIFY(part<ProbeBench>()->isRunning());
    QTRY_VERIFY(!part<ProbeBench>()->isRunning());
    QVERIFY(m_instance->log.contains(QStringLiteral("probe https://other.example with a key")));
    const QString result = part<ProbeBench>()->resultText();
    for (const char *words : {"Reachable: yes", "Key accepted: no", "Model answers: unknown", "240 ms"})
        QVERIFY2(result.contains(QLatin1StringView(words)), qPrintable(result));
}

void TestConfigDialog::anOldTestIsDropped()
{
    m_instance->silent = true;
    open("backup");
    button(QStringLiteral("Test now"))->click();
    type("Base URL", QStringLiteral("https://other.example"));
    QVERIFY(!part<ProbeBench>()->isRunning());
    m_instance->answerAll();
    QVERIFY(!part<ProbeBench>()->resultText().contains(QLatin1StringView("Reachable")));
    button(QStringLiteral("Test now"))->click();
    m_dialog->reject();
    delete m_dialog;
    m_instance->answerAll(); // nobody is there any more
}

void TestConfigDialog::aRefusalIsShownAtItsField()
{
    open("backup");
    type("Description", QStringLiteral("typed"));
    part<EndpointsEditor>()->select(0);
    m_instance->refusal =
        Refusal{RefusalCode::DuplicateEndpoint, QStringLiteral("https://mirror.example.org"),
                QStringLiteral("production/eu-central")};
    save()->click();
    QTRY_VERIFY(!m_dialog->isSaving());
    QVERIFY(says(QStringLiteral("production/eu-central has the same URL")));
    QCOMPARE(part<EndpointsEditor>()->selected(), 1);
    QCOMPARE(line("Description")->text(), QStringLiteral("typed"));
    QVERIFY(save()->isEnabled());
    type("Base URL", QStringLiteral("https://third.example"));
    QVERIFY(!says(QStringLiteral("has the same URL")));
}

void TestConfigDialog::beginsWithTheName()
{
    open(nullptr);
    QCOMPARE(m_dialog->focusWidget(), line("Name"));
    QVERIFY(part<QScrollArea>()->focusPolicy() == Qt::NoFocus);
}

void TestConfigDialog::aRefusalOutOfSightIsScrolledTo()
{
    open("backup");
    m_dialog->resize(m_dialog->minimumSize());
    type("Description", QStringLiteral("typed"));
    part<ConfigOptions>()->parentWidget()->findChild<QToolButton *>()->click();
    auto *scroll = part<QScrollArea>();
    QTRY_VERIFY(scroll->verticalScrollBar()->value() > 0);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    m_instance->refusal = Refusal{RefusalCode::DuplicateConfig, QStringLiteral("backup"), {}};
    save()->click();
    QTRY_VERIFY(!m_dialog->isSaving());
    const auto notes = m_dialog->findChildren<FieldNote *>();
    const auto note = std::find_if(notes.begin(), notes.end(), [](FieldNote *one) { return one->isFault(); });
    QVERIFY(note != notes.end());
    QTRY_VERIFY(!(*note)->visibleRegion().isEmpty());
    QVERIFY(save()->toolTip().contains(QLatin1StringView("Something is not right yet")));
}

void TestConfigDialog::headersAreEditedInTheirTable()
{
    Settings settings = sampleSettings();
    settings.find(QStringLiteral("backup"))->extraHeaders = {
        {QStringLiteral("x-team"), QStringLiteral("compilers")}};
    m_instance->setSettings(settings);
    open("backup");
    QTableWidget *table = nullptr;
    for (QTableWidget *each : part<ConfigOptions>()->findChildren<QTableWidget *>()) {
        if (each->accessibleName() == QLatin1StringView("Headers for this config's providers"))
            table = each;
    }
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("x-team"));
    table->item(0, 0)->setText(QStringLiteral("Authorization"));
    QVERIFY(!save()->isEnabled());
    QVERIFY(says(QStringLiteral("a header that QCC does not set itself")));
    table->item(0, 0)->setText(QStringLiteral("x-region"));
    table->item(0, 1)->setText(QStringLiteral("eu"));
    QVERIFY(!says(QStringLiteral("a header that QCC does not set itself")));
    QVERIFY(save()->isEnabled());
    save()->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(put().extraHeaders,
             (std::vector<ExtraHeader>{{QStringLiteral("x-region"), QStringLiteral("eu")}}));
}

void TestConfigDialog::aRefusalOfNoFieldIsABanner()
{
    open("backup");
    type("Description", QStringLiteral("typed"));
    m_instance->refusal = Refusal{RefusalCode::SecretsUnavailable, QStringLiteral("desktop keyring"),
                                  QStringLiteral("it does not answer")};
    save()->click();
    QTRY_VERIFY(part<Banner>()->isVisible());
    QVERIFY(part<Banner>()->text().contains(QLatin1StringView("desktop keyring")));
}

void TestConfigDialog::isShutWhileItTravels()
{
    m_instance->silent = true;
    open("backup");
    type("Description", QStringLiteral("typed"));
    save()->click();
    QVERIFY(m_dialog->isSaving());
    QVERIFY(!line("Description")->isEnabled());
    QVERIFY(!save()->isEnabled());
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    m_instance->answerAll();
    QTRY_VERIFY(!m_dialog);
}

void TestConfigDialog::offersTheNewState()
{
    open("backup");
    type("Description", QStringLiteral("typed"));
    Settings elsewhere = sampleSettings();
    elsewhere.find(QStringLiteral("backup"))->description = QStringLiteral("changed elsewhere");
    m_instance->setSettings(elsewhere);
    QVERIFY(part<Banner>()->isVisible());
    save()->click();
    QTRY_VERIFY(!m_dialog->isSaving());
    QVERIFY(part<Banner>()->text().contains(QLatin1StringView("changed elsewhere meanwhile")));
    QCOMPARE(line("Description")->text(), QStringLiteral("typed"));
    button(QStringLiteral("Load the new state"))->click();
    QCOMPARE(line("Description")->text(), QStringLiteral("changed elsewhere"));
    QVERIFY(!part<Banner>()->isVisible());
    QVERIFY(!m_dialog->hasChanges());
}

void TestConfigDialog::asksBeforeChangesAreLost()
{
    open("backup");
    m_dialog->reject();
    QTRY_VERIFY(!m_dialog);
    open("backup");
    type("Description", QStringLiteral("typed"));
    QTest::keyClick(m_dialog.data(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QPointer question = part<QMessageBox>();
    QVERIFY(question);
    button(QStringLiteral("Keep editing"), question)->click();
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY(!question);
    m_dialog->close();
    question = part<QMessageBox>();
    QVERIFY(question);
    button(QStringLiteral("Discard"), question)->click();
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_instance->commands.empty());
}

void TestConfigDialog::templatesFillUrlAndAuth()
{
    open(nullptr);
    auto *identity = part<IdentityForm>();
    Q_EMIT identity->templateChosen(ConfigTemplate::LocalServer);
    QCOMPARE(line("Base URL")->text(), QStringLiteral("http://127.0.0.1:8080"));
    QCOMPARE(part<EndpointsEditor>()->drafts()[0].fields.auth, AuthForm::Bearer);
    type("Base URL", QStringLiteral("https://typed.example"));
    Q_EMIT identity->templateChosen(ConfigTemplate::OfficialApi);
    QCOMPARE(line("Base URL")->text(), QStringLiteral("https://typed.example"));
}

void TestConfigDialog::everyFieldHasAName()
{
    open("production");
    for (Disclosure *fold : m_dialog->findChildren<Disclosure *>())
        fold->setOpen(true);
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isPart = widget->objectName().startsWith(QLatin1StringView("qt_"));
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isPart ||
            qobject_cast<const QAbstractScrollArea *>(widget) == part<QScrollArea>())
            continue;
        const auto *pressed = qobject_cast<const QAbstractButton *>(widget);
        const auto *told = qobject_cast<const QLabel *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || told || (pressed && !pressed->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

void TestConfigDialog::tabsInTheOrderOfSight()
{
    open(nullptr);
    QStringList order;
    const QWidget *first = m_dialog;
    for (const QWidget *each = first->nextInFocusChain(); each != first; each = each->nextInFocusChain()) {
        if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus) && !each->accessibleName().isEmpty())
            order += each->accessibleName();
    }
    const QStringList wanted{QStringLiteral("Kind of provider"),
                             QStringLiteral("Name"),
                             QStringLiteral("Description"),
                             QStringLiteral("Group"),
                             QStringLiteral("Endpoints, the best first"),
                             QStringLiteral("Add an endpoint"),
                             QStringLiteral("Base URL"),
                             QStringLiteral("Key")};
    QStringList found;
    for (const QString &name : order) {
        if (wanted.contains(name) && !found.contains(name))
            found += name;
    }
    QCOMPARE(found, wanted);
}

void TestConfigDialog::speaksAnotherLanguage()
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
    open("backup");
    type("Description", QStringLiteral("typed"));
    QCoreApplication::installTranslator(&shouting);
    QTRY_COMPARE(save()->text(), QStringLiteral("SAVE"));
    QVERIFY(line("BASE URL"));
    QCOMPARE(line("DESCRIPTION")->text(), QStringLiteral("typed"));
    QVERIFY(m_dialog->hasChanges());
    QCoreApplication::removeTranslator(&shouting);
    QTRY_COMPARE(save()->text(), QStringLiteral("Save"));
}

void TestConfigDialog::fitsASmallWindow()
{
    open("production");
    for (Disclosure *fold : m_dialog->findChildren<Disclosure *>())
        fold->setOpen(true);
    m_dialog->resize(700, 560);
    QCOMPARE(m_dialog->size(), QSize(700, 560));
    for (const QScrollArea *area : m_dialog->findChildren<QScrollArea *>())
        QVERIFY(area->widget()->minimumSizeHint().width() <= 700);
}

/// For people: QCC_SHOTS=folder draws the dialog there.
void TestConfigDialog::shots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only drawn on request");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        const QString mood = theme == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        const auto shot = [&](const QString &name, QSize size) {
            m_dialog->resize(size);
            QCoreApplication::processEvents();
            QVERIFY(m_dialog->grab().save(QStringLiteral("%1/editing-%2-%3.png").arg(folder, name, mood)));
        };
        open(nullptr);
        shot(QStringLiteral("new"), QSize(700, 560));
        delete m_dialog;
        CheckReport report;
        report.rung = CheckRung::Models;
        report.reachable = CheckLayer::Good;
        report.keyAccepted = CheckLayer::Bad;
        report.outcome.kind = OutcomeKind::KeyRejected;
        report.outcome.status = 401;
        report.latency = milliseconds(240);
        m_instance->reports = {report};
        open("production");
        button(QStringLiteral("Test now"))->click();
        QTRY_VERIFY(!part<ProbeBench>()->isRunning());
        shot(QStringLiteral("edit"), QSize(700, 560));
        type("Base URL", QStringLiteral("gateway.example"));
        type("Name", QStringLiteral("backup"));
        for (Disclosure *fold : m_dialog->findChildren<Disclosure *>())
            fold->setOpen(true);
        m_instance->setSettings(manySettings(3));
        m_instance->setSettings(sampleSettings());
        shot(QStringLiteral("all"), QSize(1100, 1250));
        delete m_dialog;
    }
}

QTEST_MAIN(TestConfigDialog)
#include "tst_config_dialog.moc"
