// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/banner.h"
#include "ui/base/card_frame.h"
#include "ui/base/copy_button.h"
#include "ui/base/elided_label.h"
#include "ui/base/empty_state.h"
#include "ui/base/flow_layout.h"
#include "ui/base/scroll_column.h"
#include "ui/base/segmented_control.h"
#include "ui/base/style.h"
#include "ui/base/toast.h"
#include "ui/base/toggle_switch.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QVBoxLayout>

using namespace qcc;

namespace {

QPushButton *buttonNamed(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

const QString kLong =
    QStringLiteral("Whoever can read your files can read the keys, for this desktop has no keyring to keep "
                   "them in, and this sentence needs several lines.");

} // namespace

class TestSmallWidgets final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, Density::Comfortable, Lightness::Light); }
    void aSwitchIsSwitchedByKeyAndMouse();
    void aSwitchShowsItsStateByShape();
    void aBannerTellsWhatWasPressed();
    void aBannerIsNeverCut();
    void aBannersButtonsStayWhenOnlyWordsChange();
    void aDismissedBannerIsGone();
    void aToastOffersItsAction();
    void aNewerToastReplacesTheOlder();
    void aToastFollowsItsParent();
    void escapeSendsAToastAway();
    void aToastGoesByItself();
    void aFocusedToastStays();
    void wordsFollowTheLanguage();
    void anEmptyStateOffersItsActions();
    void copyingAsksForTheText();
    void nothingToCopyCopiesNothing();
    void aLongLabelIsElided();
    void segmentsAreChosenByArrowKeys();
    void segmentsCanBeRenamed();
    void aFlowBreaksItsLines();
    void aWideColumnStaysInTheMiddle();
    void whatGetsTheFocusIsScrolledIntoView();
    void aPageGrowsWithWhatComesLater();
    void aCardIsNamedByItsTitle();
};

void TestSmallWidgets::aSwitchIsSwitchedByKeyAndMouse()
{
    ToggleSwitch toggle;
    toggle.setAccessibleName(QStringLiteral("Proxy"));
    toggle.show();
    QSignalSpy toggled(&toggle, &ToggleSwitch::toggled);
    QTest::keyClick(&toggle, Qt::Key_Space);
    QVERIFY(toggle.isChecked());
    QTest::mouseClick(&toggle, Qt::LeftButton);
    QVERIFY(!toggle.isChecked());
    QCOMPARE(toggled.size(), 2);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&toggle);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::CheckBox);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Proxy"));
}

void TestSmallWidgets::aSwitchShowsItsStateByShape()
{
    ToggleSwitch toggle;
    toggle.resize(toggle.sizeHint());
    const QColor on = colorsOf(Lightness::Light).onAccent;
    toggle.setChecked(true);
    const QImage picture = toggle.grab().toImage();
    // The thumb stands at the right: its upper part (the mark is in the middle) is bright.
    QCOMPARE(picture.pixelColor(picture.width() - 14, picture.height() / 2 - 6), on);
    toggle.setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = toggle.grab().toImage();
    QCOMPARE(mirrored.pixelColor(14, mirrored.height() / 2 - 6), on);
}

void TestSmallWidgets::aBannerTellsWhatWasPressed()
{
    Banner banner(Severity::Bad);
    banner.setText(kLong);
    QCOMPARE(banner.accessibleName(), kLong);
    banner.setActions({{QStringLiteral("why"), QStringLiteral("Why"), false},
                       {QStringLiteral("check"), QStringLiteral("Check"), true}});
    banner.show();
    QSignalSpy pressed(&banner, &Banner::actionTriggered);
    QTest::mouseClick(buttonNamed(banner, QStringLiteral("Check")), Qt::LeftButton);
    QCOMPARE(pressed.takeFirst().first().toString(), QStringLiteral("check"));
    banner.setActions({});
    QVERIFY(!buttonNamed(banner, QStringLiteral("Check")));
}

void TestSmallWidgets::aBannerIsNeverCut()
{
    QWidget page;
    QVBoxLayout column(&page);
    auto *banner = new Banner(Severity::Warn);
    banner->setText(kLong);
    column.addWidget(banner);
    auto *rest = new QWidget;
    rest->setMinimumHeight(200);
    column.addWidget(rest);
    page.resize(360, 240);
    page.show();
    auto *label = banner->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (QLabel *one : banner->findChildren<QLabel *>()) {
        if (one->text() == kLong)
            label = one;
    }
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    QVERIFY(label->height() > 2 * label->fontMetrics().height());
}

void TestSmallWidgets::aBannersButtonsStayWhenOnlyWordsChange()
{
    Banner banner;
    banner.setActions({{QStringLiteral("undo"), QStringLiteral("Undo"), false}});
    const QPointer<QPushButton> button = buttonNamed(banner, QStringLiteral("Undo"));
    banner.setActions({{QStringLiteral("undo"), QStringLiteral("撤销"), false}});
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("撤销"));
}

void TestSmallWidgets::aDismissedBannerIsGone()
{
    QWidget page;
    QVBoxLayout column(&page);
    auto *banner = new Banner(Severity::Info);
    column.addWidget(banner);
    banner->setDismissible(true);
    page.show();
    QSignalSpy dismissed(banner, &Banner::dismissed);
    auto *button = banner->findChild<QAbstractButton *>();
    QCOMPARE(button->accessibleName(), QStringLiteral("Dismiss this message"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(banner->isHidden());
}

void TestSmallWidgets::aToastOffersItsAction()
{
    QWidget page;
    page.resize(700, 500);
    Toast toast(&page);
    page.show();
    QVERIFY(toast.isHidden());
    QSignalSpy pressed(&toast, &Toast::actionTriggered);
    QSignalSpy gone(&toast, &Toast::gone);
    toast.showMessage(QStringLiteral("Moved production to Secondary"), QStringLiteral("Undo"));
    QVERIFY(toast.isVisible());
    QVERIFY(buttonNamed(toast, QStringLiteral("Undo")));
    QTest::mouseClick(buttonNamed(toast, QStringLiteral("Undo")), Qt::LeftButton);
    QCOMPARE(pressed.size(), 1);
    QCOMPARE(gone.size(), 1);
    QVERIFY(toast.isHidden());
}

void TestSmallWidgets::aNewerToastReplacesTheOlder()
{
    QWidget page;
    page.resize(700, 500);
    Toast toast(&page);
    page.show();
    toast.showMessage(QStringLiteral("Deleted backup"), QStringLiteral("Undo"));
    toast.showMessage(QStringLiteral("Copied"));
    QCOMPARE(toast.text(), QStringLiteral("Copied"));
    QCOMPARE(toast.accessibleName(), QStringLiteral("Copied"));
    QVERIFY(!buttonNamed(toast, QStringLiteral("Undo")));
}

void TestSmallWidgets::aToastFollowsItsParent()
{
    QWidget page;
    page.resize(700, 500);
    Toast toast(&page);
    page.show();
    toast.showMessage(kLong, QStringLiteral("Undo"));
    for (const QSize size : {QSize(360, 400), QSize(1600, 900)}) {
        page.resize(size);
        QTRY_VERIFY(page.rect().contains(toast.geometry()));
        QVERIFY(std::abs(toast.geometry().center().x() - page.rect().center().x()) <= 1);
        QVERIFY(page.height() - toast.geometry().bottom() < 40);
    }
}

void TestSmallWidgets::escapeSendsAToastAway()
{
    QWidget page;
    Toast toast(&page);
    page.show();
    toast.showMessage(QStringLiteral("Moved"), QStringLiteral("Undo"));
    QTest::keyClick(buttonNamed(toast, QStringLiteral("Undo")), Qt::Key_Escape);
    QVERIFY(toast.isHidden());
}

void TestSmallWidgets::aToastGoesByItself()
{
    QWidget page;
    Toast toast(&page);
    page.show();
    QSignalSpy gone(&toast, &Toast::gone);
    toast.setTimes(std::chrono::milliseconds(20), std::chrono::minutes(1));
    toast.showMessage(QStringLiteral("Copied"));
    QVERIFY(toast.isVisible());
    QTRY_VERIFY(toast.isHidden());
    QCOMPARE(gone.size(), 1);
}

void TestSmallWidgets::aFocusedToastStays()
{
    QWidget page;
    QLineEdit field(&page);
    Toast toast(&page);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    toast.setTimes(std::chrono::milliseconds(10), std::chrono::milliseconds(10));
    toast.showMessage(QStringLiteral("Moved"), QStringLiteral("Undo"));
    buttonNamed(toast, QStringLiteral("Undo"))->setFocus();
    // A timer started later, and longer, shows that the toast's has run out.
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy passed(&later, &QTimer::timeout);
    later.start(60);
    QVERIFY(passed.wait());
    QVERIFY(toast.isVisible());
    field.setFocus();
    QTRY_VERIFY(toast.isHidden());
}

void TestSmallWidgets::wordsFollowTheLanguage()
{
    class Shouting final : public QTranslator
    {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char *, const char *source, const char *, int) const override
        {
            return QString::fromUtf8(source).toUpper();
        }
    };
    Banner banner;
    banner.setDismissible(true);
    CopyButton copy;
    Shouting translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QTRY_COMPARE(banner.findChild<QAbstractButton *>()->accessibleName(),
                 QStringLiteral("DISMISS THIS MESSAGE"));
    QTRY_COMPARE(copy.accessibleName(), QStringLiteral("COPY"));
    QVERIFY(QCoreApplication::removeTranslator(&translator));
    QTRY_COMPARE(copy.accessibleName(), QStringLiteral("Copy"));
}

void TestSmallWidgets::anEmptyStateOffersItsActions()
{
    EmptyState empty(Icon::Add);
    empty.setTitle(QStringLiteral("No providers yet"));
    empty.setText(kLong);
    empty.setActions({{QStringLiteral("add"), QStringLiteral("Add a provider"), true}});
    empty.resize(700, 500);
    empty.show();
    QSignalSpy pressed(&empty, &EmptyState::actionTriggered);
    QPushButton *button = buttonNamed(empty, QStringLiteral("Add a provider"));
    QVERIFY(button && button->property("primary").toBool());
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(pressed.takeFirst().first().toString(), QStringLiteral("add"));
}

void TestSmallWidgets::copyingAsksForTheText()
{
    CopyButton button;
    button.show();
    QString address = QStringLiteral("http://127.0.0.1:7860");
    button.setSource([&address] { return address; });
    button.setPurpose(QStringLiteral("Copy the address"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Copy the address"));
    address = QStringLiteral("http://127.0.0.1:7861");
    QSignalSpy copied(&button, &CopyButton::copied);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QApplication::clipboard()->text(), address);
    QCOMPARE(button.accessibleName(), QStringLiteral("Copied"));
    QTRY_COMPARE(button.accessibleName(), QStringLiteral("Copy the address"));
}

void TestSmallWidgets::nothingToCopyCopiesNothing()
{
    QApplication::clipboard()->setText(QStringLiteral("kept"));
    CopyButton button;
    QSignalSpy copied(&button, &CopyButton::copied);
    button.click();
    button.setCopiedText(QString());
    button.click();
    QCOMPARE(copied.size(), 0);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kept"));
}

void TestSmallWidgets::aLongLabelIsElided()
{
    ElidedLabel label(kLong);
    label.resize(120, 24);
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 120);
    QCOMPARE(label.text(), kLong);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void TestSmallWidgets::segmentsAreChosenByArrowKeys()
{
    SegmentedControl control;
    control.setSegments({QStringLiteral("1 h"), QStringLiteral("24 h"), QStringLiteral("7 d")});
    QCOMPARE(control.count(), 3);
    QCOMPARE(control.currentIndex(), 0);
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    const auto buttons = control.findChildren<QAbstractButton *>();
    buttons[0]->setFocus();
    QTest::keyClick(buttons[0], Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 1);
    QTest::keyClick(buttons[1], Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 2);
    QTest::keyClick(buttons[2], Qt::Key_Left);
    QCOMPARE(control.currentIndex(), 1);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(changed.size(), 4);
    QCOMPARE(changed.last().first().toInt(), 0);
}

void TestSmallWidgets::segmentsCanBeRenamed()
{
    SegmentedControl control;
    control.setSegments({QStringLiteral("Health"), QStringLiteral("Latency")});
    control.setCurrentIndex(1);
    control.setSegments({QStringLiteral("健康度"), QStringLiteral("延迟")});
    QCOMPARE(control.currentIndex(), 1);
    control.setSegments({QStringLiteral("健康度")});
    QCOMPARE(control.count(), 1);
    QCOMPARE(control.currentIndex(), 0);
}

void TestSmallWidgets::aFlowBreaksItsLines()
{
    QWidget page;
    auto *flow = new FlowLayout(&page, 8);
    for (int i = 0; i < 6; ++i) {
        auto *piece = new QWidget;
        piece->setFixedSize(90, 20);
        flow->addWidget(piece);
    }
    QCOMPARE(flow->heightForWidth(1000), 20);
    QCOMPARE(flow->heightForWidth(300), 48);
    QCOMPARE(flow->heightForWidth(100), 6 * 20 + 5 * 8);
    flow->itemAt(0)->widget()->hide();
    page.resize(200, 200);
    page.show();
    QTRY_COMPARE(flow->itemAt(1)->geometry(), QRect(0, 0, 90, 20));
    QCOMPARE(flow->itemAt(2)->geometry(), QRect(98, 0, 90, 20));
    QCOMPARE(flow->itemAt(3)->geometry(), QRect(0, 28, 90, 20));
    page.setLayoutDirection(Qt::RightToLeft);
    flow->setGeometry(page.rect());
    QCOMPARE(flow->itemAt(1)->geometry(), QRect(110, 0, 90, 20));
}

void TestSmallWidgets::aWideColumnStaysInTheMiddle()
{
    ScrollColumn page(600);
    auto *part = new QWidget;
    part->setMinimumHeight(40);
    page.addPart(part);
    page.resize(1600, 500);
    page.show();
    QTRY_COMPARE(part->width(), 600);
    const int middle = part->mapTo(&page, part->rect().center()).x();
    QVERIFY(std::abs(middle - page.rect().center().x()) <= 12);
    page.resize(400, 500);
    QTRY_VERIFY(part->width() <= 400 && part->width() > 300);
}

void TestSmallWidgets::whatGetsTheFocusIsScrolledIntoView()
{
    ScrollColumn page;
    std::vector<QPushButton *> buttons;
    for (int i = 0; i < 40; ++i) {
        buttons.push_back(new QPushButton(QString::number(i)));
        page.addPart(buttons.back());
    }
    page.resize(500, 300);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    buttons.back()->setFocus();
    QTRY_VERIFY(page.verticalScrollBar()->value() > 0);
    QTRY_VERIFY(page.viewport()->rect().contains(buttons.back()->mapTo(page.viewport(), QPoint(2, 2))));
}

void TestSmallWidgets::aPageGrowsWithWhatComesLater()
{
    ScrollColumn page;
    page.resize(500, 200);
    page.show();
    auto *card = new CardFrame;
    page.addPart(card);
    auto *words = new QLabel(kLong);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    for (int i = 0; i < 8; ++i)
        card->body()->addWidget(new QPushButton(QString::number(i)));
    QTRY_VERIFY(page.verticalScrollBar()->maximum() > 0);
    QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
    words->setText(kLong.repeated(6));
    QTRY_VERIFY(words->height() > 8 * words->fontMetrics().height());
    QVERIFY(words->height() >= words->heightForWidth(words->width()));
}

void TestSmallWidgets::aCardIsNamedByItsTitle()
{
    CardFrame card;
    card.setTitle(QStringLiteral("Failover"));
    QCOMPARE(card.accessibleName(), QStringLiteral("Failover"));
    card.body()->addWidget(new QPushButton(QStringLiteral("Test")));
    card.resize(300, 200);
    QCOMPARE(card.grab().toImage().pixelColor(150, 190), colorsOf(Lightness::Light).surface);
}

QTEST_MAIN(TestSmallWidgets)
#include "tst_small_widgets.moc"
