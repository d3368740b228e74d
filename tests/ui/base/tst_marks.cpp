// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_world.h"
#include "ui/base/badge.h"
#include "ui/base/health_ring.h"
#include "ui/base/status_dot.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace qcc;

namespace {

template <typename Paint> QImage drawn(QSize size, Paint paint)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter);
    return image;
}

/// Shape alone: where something is, in no colour.
QImage shapeOf(const QImage &image)
{
    return image.convertToFormat(QImage::Format_Alpha8);
}

ConfigHealth health(HealthStatus status, int healthy, int total)
{
    ConfigHealth made;
    made.status = status;
    made.healthyEndpoints = healthy;
    made.totalEndpoints = total;
    return made;
}

QImage ring(const ConfigHealth &shown, int side, Lightness theme = Lightness::Light)
{
    return drawn({side, side}, [&](QPainter &painter) {
        paintHealthRing(&painter, QRectF(0, 0, side, side), shown, colorsOf(theme));
    });
}

} // namespace

class TestMarks final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ringsDifferByShape_data();
    void ringsDifferByShape();
    void aRingIsFilledByTheHealthyShare();
    void dotsDifferByShape_data();
    void dotsDifferByShape();
    void theConditionComesBeforeTheHealth_data();
    void theConditionComesBeforeTheHealth();
    void badgesAreAsLargeAsTheySay();
    void painterIsLeftAsItWas();
};

void TestMarks::ringsDifferByShape_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {16, 20, 32, 48})
        QTest::addRow("%d px", side) << side;
}

void TestMarks::ringsDifferByShape()
{
    QFETCH(int, side);
    QList<QImage> seen;
    for (const ConfigHealth &shown :
         {health(HealthStatus::Healthy, 2, 2), health(HealthStatus::Degraded, 1, 2),
          health(HealthStatus::Unhealthy, 0, 2), health(HealthStatus::Unknown, 0, 2),
          health(HealthStatus::Unknown, 0, 0)}) {
        const QImage shape = shapeOf(ring(shown, side));
        QVERIFY(!seen.contains(shape));
        seen += shape;
        QVERIFY(shapeOf(ring(shown, side, Lightness::Dark)).size() == shape.size());
    }
}

void TestMarks::aRingIsFilledByTheHealthyShare()
{
    const QRgb warn = colorsOf(Lightness::Light).warn.rgb();
    const QImage half = ring(health(HealthStatus::Degraded, 1, 2), 48);
    // The band's middle, 48 px: thickness 5.28, so 3 px from the edge. Clockwise from the top.
    QCOMPARE(half.pixel(44, 24), warn);
    QVERIFY(half.pixel(3, 24) != warn);
    const QImage threeQuarters = ring(health(HealthStatus::Degraded, 3, 4), 48);
    QCOMPARE(threeQuarters.pixel(24, 44), warn);
}

void TestMarks::dotsDifferByShape_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {8, 10, 12, 16})
        QTest::addRow("%d px", side) << side;
}

void TestMarks::dotsDifferByShape()
{
    QFETCH(int, side);
    QList<QImage> seen;
    for (const DotKind kind : {DotKind::Healthy, DotKind::Degraded, DotKind::Down, DotKind::Limited,
                               DotKind::KeyRejected, DotKind::Unknown}) {
        const QImage shape = shapeOf(drawn({side, side}, [&](QPainter &painter) {
            paintStatusDot(&painter, QRectF(0, 0, side, side), kind, colorsOf(Lightness::Light));
        }));
        QVERIFY(!seen.contains(shape));
        seen += shape;
    }
}

void TestMarks::theConditionComesBeforeTheHealth_data()
{
    QTest::addColumn<EndpointCondition>("condition");
    QTest::addColumn<HealthStatus>("status");
    QTest::addColumn<DotKind>("kind");
    using enum EndpointCondition;
    QTest::addRow("ready and healthy") << Ready << HealthStatus::Healthy << DotKind::Healthy;
    QTest::addRow("ready and never checked") << Ready << HealthStatus::Unknown << DotKind::Unknown;
    QTest::addRow("ready, some failures") << Ready << HealthStatus::Degraded << DotKind::Degraded;
    QTest::addRow("ready, known to be down") << Ready << HealthStatus::Unhealthy << DotKind::Down;
    QTest::addRow("breaker open") << BreakerOpen << HealthStatus::Degraded << DotKind::Down;
    QTest::addRow("on trial") << Trial << HealthStatus::Unhealthy << DotKind::Degraded;
    QTest::addRow("limited, though well") << Limited << HealthStatus::Healthy << DotKind::Limited;
    QTest::addRow("key rejected") << KeyRejected << HealthStatus::Healthy << DotKind::KeyRejected;
    QTest::addRow("no key") << NoKey << HealthStatus::Unknown << DotKind::KeyRejected;
    QTest::addRow("out of credit") << OutOfCredit << HealthStatus::Healthy << DotKind::KeyRejected;
}

void TestMarks::theConditionComesBeforeTheHealth()
{
    QFETCH(EndpointCondition, condition);
    QFETCH(HealthStatus, status);
    QFETCH(DotKind, kind);
    EndpointSnapshot endpoint;
    endpoint.condition = condition;
    endpoint.health.status = status;
    QCOMPARE(dotKindOf(endpoint), kind);
}

void TestMarks::badgesAreAsLargeAsTheySay()
{
    const Badge badge{QStringLiteral("Pinned 49 min"), Tone::Accent, Icon::Pin};
    const QFont font = QGuiApplication::font();
    QRectF place;
    const QImage image = drawn({300, 60}, [&](QPainter &painter) {
        place = paintBadge(&painter, {10, 10}, badge, font, colorsOf(Lightness::Dark));
    });
    QCOMPARE(place, QRectF(QPointF(10, 10), badgeSize(badge, font)));
    const auto alpha = [&](double x, double y) { return qAlpha(image.pixel(qRound(x), qRound(y))); };
    QCOMPARE(alpha(place.center().x(), place.top() + 1), 255);
    QCOMPARE(alpha(place.center().x(), place.bottom() + 1), 0);
    QCOMPARE(alpha(place.right() + 1, place.center().y()), 0);
    QVERIFY(badgeSize({badge.text, Tone::Accent}, font).width() < badgeSize(badge, font).width());
}

void TestMarks::painterIsLeftAsItWas()
{
    QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    const QPen pen(Qt::red, 3);
    painter.setPen(pen);
    paintHealthRing(&painter, QRectF(0, 0, 64, 64), health(HealthStatus::Healthy, 1, 1),
                    colorsOf(Lightness::Light));
    for (const EndpointSnapshot &endpoint : test::sampleSnapshot(test::SampleMood::Degraded).endpoints)
        paintEndpointDot(&painter, QRectF(0, 0, 10, 10), endpoint, colorsOf(Lightness::Light));
    QCOMPARE(painter.pen(), pen);
    QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
}

QTEST_MAIN(TestMarks)
#include "tst_marks.moc"
