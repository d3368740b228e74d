// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/endpoint_drafts_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace qcc;

class TestEndpointDraftsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void moves_data();
    void moves();
    void showsNoKey();
    void marksFaultyRows();
    void namesWhatHasNoName();

private:
    QString order() const;
    std::unique_ptr<EndpointDraftsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestEndpointDraftsModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<EndpointDraftsModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char *name : {"a", "b", "c"}) {
        EndpointDraft draft;
        draft.fields.name = QString::fromLatin1(name);
        draft.key = Secret("sk-secret");
        m_model->append(std::move(draft));
    }
}

QString TestEndpointDraftsModel::order() const
{
    QString names;
    for (const EndpointDraft &draft : m_model->all())
        names += draft.fields.name;
    return names;
}

void TestEndpointDraftsModel::moves_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("order"); // empty: refused
    QTest::newRow("the first to the end") << 0 << 1 << 3 << "bca";
    QTest::newRow("the last to the front") << 2 << 1 << 0 << "cab";
    QTest::newRow("one down") << 0 << 1 << 2 << "bac";
    QTest::newRow("two at once") << 1 << 2 << 0 << "bca";
    QTest::newRow("to its own place") << 1 << 1 << 2 << "";
    QTest::newRow("beyond the end") << 0 << 1 << 4 << "";
    QTest::newRow("a row that is none") << 3 << 1 << 0 << "";
}

void TestEndpointDraftsModel::moves()
{
    QFETCH(int, row);
    QFETCH(int, count);
    QFETCH(int, target);
    QFETCH(QString, order);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QCOMPARE(m_model->moveRows({}, row, count, {}, target), !order.isEmpty());
    QCOMPARE(moved.count(), order.isEmpty() ? 0 : 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(this->order(), order.isEmpty() ? QStringLiteral("abc") : order);
}

void TestEndpointDraftsModel::showsNoKey()
{
    for (int role = 0; role < Qt::UserRole + 10; ++role)
        QVERIFY(!m_model->data(m_model->index(0), role).toString().contains(QLatin1StringView("secret")));
}

void TestEndpointDraftsModel::marksFaultyRows()
{
    m_model->setFaulty({1});
    QCOMPARE(m_model->data(m_model->index(1), Qt::AccessibleTextRole).toString(),
             QStringLiteral("b, not complete"));
    QCOMPARE(m_model->data(m_model->index(0), Qt::AccessibleTextRole).toString(), QStringLiteral("a"));
}

void TestEndpointDraftsModel::namesWhatHasNoName()
{
    EndpointDraft draft;
    m_model->set(0, draft.clone());
    QCOMPARE(m_model->data(m_model->index(0), Qt::DisplayRole).toString(), QStringLiteral("New endpoint"));
    draft.fields.url = QStringLiteral("https://eu.example.com/claude");
    m_model->set(0, draft.clone());
    QCOMPARE(m_model->data(m_model->index(0), Qt::DisplayRole).toString(), QStringLiteral("eu.example.com"));
}

QTEST_MAIN(TestEndpointDraftsModel)
#include "tst_endpoint_drafts_model.moc"
