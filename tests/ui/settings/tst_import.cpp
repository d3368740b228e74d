// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/style.h"
#include "ui/settings/data_section.h"
#include "ui/settings/import_flow.h"
#include "ui/settings/passphrase_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace qcc;
using namespace qcc::test;

namespace {

ImportedConfig offered(const QString &name, const QStringList &urls, ImportVerdict verdict,
                       const QString &detail = {})
{
    ImportedConfig config;
    config.origin = name;
    config.config.name = name;
    config.verdict = verdict;
    config.detail = detail;
    for (const QString &url : urls) {
        DraftEndpoint draft;
        draft.endpoint.url = QUrl(url);
        if (verdict != ImportVerdict::WithoutKey)
            draft.key = Secret("sk-made-up-0001");
        config.config.endpoints.push_back(std::move(draft));
    }
    return config;
}

/// One of each verdict.
std::shared_ptr<ImportOffer> someOffer()
{
    auto offer = std::make_shared<ImportOffer>();
    offer->source = QStringLiteral("cc-switch");
    offer->configs.push_back(offered(
        QStringLiteral("reseller"),
        {QStringLiteral("https://one.example"), QStringLiteral("https://two.example")}, ImportVerdict::New));
    offer->configs.push_back(
        offered(QStringLiteral("backup"), {QStringLiteral("http://plain.example")}, ImportVerdict::Renamed));
    offer->configs.back().config.name = QStringLiteral("backup 2");
    offer->configs.push_back(offered(QStringLiteral("keyless"), {QStringLiteral("https://three.example")},
                                     ImportVerdict::WithoutKey));
    offer->configs.push_back(offered(QStringLiteral("known"), {QStringLiteral("https://known.example")},
                                     ImportVerdict::AlreadyThere, QStringLiteral("production")));
    offer->configs.push_back(offered(QStringLiteral("Claude Official"), {}, ImportVerdict::Unusable,
                                     QStringLiteral("it signs in with an account, not with a key")));
    offer->notes = {QStringLiteral("left out, because they are for other programs than Claude Code: 3")};
    return offer;
}

template <typename T> T *withText(const QString &text, const QWidget *within)
{
    for (T *one : within->findChildren<T *>()) {
        if (one->text() == text && !one->isHidden())
            return one;
    }
    return nullptr;
}

QString textsIn(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        texts += label->isHidden() ? QString() : label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

/// From a file, a link or an application to what is added, and out again, by mouse and keyboard.
class TestImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatWouldHappen();
    void addsWhatIsChecked();
    void putsThemIntoAGroup();
    void takesThePolicyAlone();
    void cautionsAboutALink();
    void saysWhenNothingIsNew();
    void asksForThePassphrase();
    void asksOneThingAtATime();
    void tellsWhyItDidNotWork();
    void theSectionExports();
    void aNewPassphraseIsTypedTwice_data();
    void aNewPassphraseIsTypedTwice();
    void theSectionOffersWhatIsHere();
    void speaksAnotherLanguage();
    void shots();

private:
    ImportDialog *dialog() { return m_window->findChild<ImportDialog *>(); }
    PassphraseDialog *passphrase() { return m_window->findChild<PassphraseDialog *>(); }
    void type(PassphraseDialog *dialog, const QString &text, const QString &again = {});

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<QWidget> m_window;
    ImportFlow *m_flow = nullptr;
    DataSection *m_section = nullptr;
};

void TestImport::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_desktop = std::make_unique<FakeDesktop>();
    m_desktop->offer = someOffer();
    m_window = std::make_unique<QWidget>();
    m_flow = new ImportFlow(*m_desktop, m_window.get());
    m_section = new DataSection(*m_instance, *m_desktop, m_window.get());
    m_window->resize(700, 500);
    m_window->show();
}

void TestImport::cleanup()
{
    m_window.reset();
}

void TestImport::type(PassphraseDialog *dialog, const QString &text, const QString &again)
{
    dialog->edit()->clear();
    QTest::keyClicks(dialog->edit(), text);
    if (!again.isEmpty())
        QTest::keyClicks(dialog->again(), again);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
}

void TestImport::showsWhatWouldHappen()
{
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(dialog());
    const QTreeWidget *list = dialog()->list();
    QCOMPARE(list->topLevelItemCount(), 5);
    const auto cell = [list](int row, int column) { return list->topLevelItem(row)->text(column); };
    QCOMPARE(cell(0, 1), QStringLiteral("one.example\ntwo.example"));
    QCOMPARE(cell(0, 2), QStringLiteral("new"));
    QCOMPARE(cell(1, 1), QStringLiteral("http://plain.example"));
    QCOMPARE(cell(1, 2), QStringLiteral("new, as \"backup 2\""));
    QVERIFY(list->topLevelItem(1)->toolTip(1).contains(QLatin1StringView("not encrypted")));
    QCOMPARE(cell(2, 2), QStringLiteral("new, without its key"));
    QCOMPARE(cell(3, 2), QStringLiteral("already here as \"production\""));
    QCOMPARE(cell(4, 1), QStringLiteral("it signs in with an account, not with a key"));
    QCOMPARE(cell(4, 2), QStringLiteral("can't be used"));
    QVERIFY(!(list->topLevelItem(3)->flags() & Qt::ItemIsEnabled));
    QCOMPARE(dialog()->selection(), (std::vector<size_t>{0, 1, 2}));
    QVERIFY(textsIn(dialog()).contains(QLatin1StringView("cc-switch")));
    QVERIFY(textsIn(dialog()).contains(QLatin1StringView("for other programs than Claude Code: 3.")));
    QVERIFY(!textsIn(dialog()).contains(QLatin1StringView("made-up")));
    QVERIFY(dialog()->findChild<Banner *>()->isHidden());
    QVERIFY(dialog()->policy()->isHidden());
}

void TestImport::addsWhatIsChecked()
{
    QSignalSpy finished(m_flow, &ImportFlow::finished);
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(dialog());
    auto *import = withText<QPushButton>(QStringLiteral("Import 3 config(s)"), dialog());
    QVERIFY(import);
    for (const int row : {0, 1, 2})
        dialog()->list()->topLevelItem(row)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!import->isEnabled());
    dialog()->list()->topLevelItem(2)->setCheckState(0, Qt::Checked);
    import->click();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(m_desktop->log.contains(QStringLiteral("import 2")));
    QCOMPARE(finished.first().at(0).toInt(), 1);
    QCOMPARE(finished.first().at(1).toBool(), true);
    QVERIFY(ImportFlow::doneText(1, true).contains(QLatin1StringView("missing keys")));
}

void TestImport::putsThemIntoAGroup()
{
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->group()->count(), 5);
    dialog()->group()->setCurrentIndex(dialog()->group()->findText(QStringLiteral("Fallback")));
    dialog()->list()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    withText<QPushButton>(QStringLiteral("Import 2 config(s)"), dialog())->click();
    QTRY_VERIFY(m_desktop->log.contains(QStringLiteral("import 1,2")));
    QCOMPARE(m_desktop->offer->configs[1].config.priority, std::optional(Priority::Fallback));
    QVERIFY(!m_desktop->offer->configs[0].config.priority);
}

void TestImport::takesThePolicyAlone()
{
    m_desktop->offer = std::make_shared<ImportOffer>();
    m_desktop->offer->policy = PolicyPatch();
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(dialog());
    auto *import = withText<QPushButton>(QStringLiteral("Import"), dialog());
    QVERIFY(!import->isEnabled());
    QVERIFY(!dialog()->policy()->isHidden() && !dialog()->policy()->isChecked());
    dialog()->policy()->click();
    QVERIFY(import->isEnabled());
    import->click();
    QTRY_VERIFY(m_desktop->log.contains(QStringLiteral("import  with policy")));
}

void TestImport::cautionsAboutALink()
{
    m_flow->open(QUrl(QStringLiteral("qcc://import?name=a&url=https://a.example")));
    QTRY_VERIFY(dialog());
    QCOMPARE(m_desktop->log.last(), QStringLiteral("read link to import"));
    QVERIFY(!dialog()->findChild<Banner *>()->isHidden());
}

void TestImport::saysWhenNothingIsNew()
{
    auto offer = std::make_shared<ImportOffer>();
    offer->source = QStringLiteral("cc-switch");
    offer->configs.push_back(offered(QStringLiteral("known"), {QStringLiteral("https://known.example")},
                                     ImportVerdict::AlreadyThere, QStringLiteral("production")));
    m_desktop->offer = offer;
    m_flow->readFrom({QStringLiteral("cc-switch"), QStringLiteral("cc-switch"), QString()});
    QTRY_VERIFY(dialog());
    QVERIFY(textsIn(dialog()).contains(QLatin1StringView("nothing new")));
    QVERIFY(!dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
}

void TestImport::asksForThePassphrase()
{
    const Refusal wrong{RefusalCode::WrongPassphrase, QStringLiteral("/tmp/s.json"), {}};
    m_desktop->refusal = wrong;
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(passphrase());
    QVERIFY(passphrase()->again()->isHidden());
    QCOMPARE(passphrase()->edit()->echoMode(), QLineEdit::Password);
    QVERIFY(!textsIn(passphrase()).contains(QLatin1StringView("not the passphrase")));
    m_desktop->refusal = wrong;
    QPointer<PassphraseDialog> first = passphrase();
    type(first, QStringLiteral("wrong horse"));
    QTRY_VERIFY(!first && passphrase());
    QVERIFY(textsIn(passphrase()).contains(QLatin1StringView("not the passphrase")));
    type(passphrase(), QStringLiteral("correct horse"));
    QTRY_VERIFY(dialog());
    QCOMPARE(m_desktop->log.last(), QStringLiteral("read /tmp/s.json by passphrase"));
}

void TestImport::asksOneThingAtATime()
{
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(dialog());
    const auto asked = m_desktop->log.size();
    m_flow->open(QUrl(QStringLiteral("qcc://import?name=a&url=https://a.example")));
    m_flow->readFile(QStringLiteral("/tmp/t.json"));
    QCOMPARE(m_desktop->log.size(), asked);
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    m_flow->readFile(QStringLiteral("/tmp/t.json"));
    QTRY_VERIFY(dialog());
}

void TestImport::tellsWhyItDidNotWork()
{
    m_desktop->refusal =
        Refusal{RefusalCode::FileBroken, QStringLiteral("/tmp/s.json"), QStringLiteral("line 1")};
    m_section->importFrom(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(textsIn(m_section).contains(QLatin1StringView("/tmp/s.json")));
    QVERIFY(!dialog());
}

void TestImport::theSectionExports()
{
    m_section->exportTo(QStringLiteral("/tmp/s.json"));
    QVERIFY(m_desktop->log.contains(QStringLiteral("export /tmp/s.json")));
    QTRY_VERIFY(textsIn(m_section).contains(QLatin1StringView("Written to /tmp/s.json")));
    m_section->exportWithKeysTo(QStringLiteral("/tmp/k.json"));
    QTRY_VERIFY(passphrase());
    type(passphrase(), QStringLiteral("correct horse"), QStringLiteral("correct horse"));
    QTRY_VERIFY(m_desktop->log.contains(QStringLiteral("export /tmp/k.json with keys")));
    QTRY_VERIFY(textsIn(m_section).contains(QLatin1StringView("Written to /tmp/k.json")));
}

void TestImport::aNewPassphraseIsTypedTwice_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("again");
    QTest::addColumn<bool>("permitted");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const char *first, const char *again, bool permitted,
                        const char *hint) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(again) << permitted
                            << QString::fromLatin1(hint);
    };
    row("nothing", "", "", false, "");
    row("too short", "short", "short", false, "At least");
    row("not the same yet", "correct horse", "correct", false, "not the same");
    row("once", "correct horse", "", false, "");
    row("the same", "correct horse", "correct horse", true, "");
}

void TestImport::aNewPassphraseIsTypedTwice()
{
    QFETCH(QString, first);
    QFETCH(QString, again);
    QFETCH(QString, hint);
    m_section->exportWithKeysTo(QStringLiteral("/tmp/k.json"));
    QTRY_VERIFY(passphrase());
    QTest::keyClicks(passphrase()->edit(), first);
    QTest::keyClicks(passphrase()->again(), again);
    QTEST(passphrase()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled(),
          "permitted");
    QVERIFY(textsIn(passphrase()).contains(hint));
    passphrase()->findChild<QCheckBox *>()->click();
    QCOMPARE(passphrase()->edit()->echoMode(), QLineEdit::Normal);
}

void TestImport::theSectionOffersWhatIsHere()
{
    auto *button = withText<QPushButton>(QStringLiteral("From an application"), m_section);
    QVERIFY(button);
    Q_EMIT button->menu()->aboutToShow();
    QCOMPARE(button->menu()->actions().size(), 1);
    QVERIFY(!button->menu()->actions().constFirst()->isEnabled());
    m_desktop->sources = {
        {QStringLiteral("cc-switch"), QStringLiteral("cc-switch"), QStringLiteral("/x.db")}};
    Q_EMIT button->menu()->aboutToShow();
    QCOMPARE(button->menu()->actions().size(), 1);
    button->menu()->actions().constFirst()->trigger();
    QTRY_VERIFY(dialog());
    QVERIFY(m_desktop->log.contains(QStringLiteral("read from cc-switch")));
    withText<QPushButton>(QStringLiteral("Import 3 config(s)"), dialog())->click();
    QTRY_VERIFY(textsIn(m_section).contains(QLatin1StringView("3 config(s) added.")));
}

void TestImport::speaksAnotherLanguage()
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
    m_flow->readFile(QStringLiteral("/tmp/s.json"));
    QTRY_VERIFY(dialog());
    dialog()->list()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QCoreApplication::installTranslator(&shouting);
    QTRY_COMPARE(dialog()->list()->headerItem()->text(2), QStringLiteral("WHAT HAPPENS"));
    QCOMPARE(dialog()->list()->topLevelItem(0)->text(2), QStringLiteral("NEW"));
    QCOMPARE(dialog()->selection(), (std::vector<size_t>{1, 2}));
    QVERIFY(withText<QPushButton>(QStringLiteral("CANCEL"), dialog()));
    QCoreApplication::removeTranslator(&shouting);
}

/// For people: QCC_SHOTS=folder draws the dialogs there.
void TestImport::shots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only drawn on request");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        const QString mood = theme == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        m_desktop->offer = someOffer();
        m_desktop->offer->policy = PolicyPatch();
        m_flow->open(QUrl(QStringLiteral("qcc://import?name=a&url=https://a.example")));
        QTRY_VERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
        QVERIFY(dialog()->grab().save(QStringLiteral("%1/import-%2.png").arg(folder, mood)));
        dialog()->reject();
        QTRY_VERIFY(!dialog());
        m_section->exportWithKeysTo(QStringLiteral("/tmp/k.json"));
        QTest::keyClicks(passphrase()->edit(), QStringLiteral("short"));
        QVERIFY(passphrase()->grab().save(QStringLiteral("%1/passphrase-%2.png").arg(folder, mood)));
        passphrase()->reject();
        QTRY_VERIFY(!passphrase());
        m_section->resize(700, m_section->sizeHint().height());
        QVERIFY(m_section->grab().save(QStringLiteral("%1/data-%2.png").arg(folder, mood)));
    }
}

QTEST_MAIN(TestImport)
#include "tst_import.moc"
