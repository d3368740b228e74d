// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/replay_buffer.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

namespace {

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(7);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(generator.bounded(256));
    return bytes;
}

QByteArray readAll(ReplayBuffer &buffer, qint64 step)
{
    QByteArray bytes;
    while (bytes.size() < buffer.size())
        bytes += *buffer.read(bytes.size(), step);
    return bytes;
}

} // namespace

class TestReplayBuffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void readsWhatWasAppended_data();
    void readsWhatWasAppended();
    void readsAgainFromTheStartWhileItGrows();
    void saysWhenMoreIsToComeAndWhenItIsAll();
    void staysInMemoryUpToItsLimit();
    void leavesNoFileBehind();
    void goesToAFileWhenTheSharedBudgetIsSpent();
    void givesItsMemoryBack();
    void releasedItKeepsNothingMore();
    void saysSoWhenThereIsNoRoomForTheFile();

private:
    QStringList filesLeft() const
    {
        return QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }
    std::unique_ptr<QTemporaryDir> m_directory;
    ReplayBudget m_budget;
};

void TestReplayBuffer::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    qputenv("TMPDIR", m_directory->path().toLocal8Bit());
    m_budget = {};
}

void TestReplayBuffer::cleanup()
{
    qunsetenv("TMPDIR");
    m_directory.reset();
}

void TestReplayBuffer::readsWhatWasAppended_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("piece");
    constexpr qsizetype kMiB = 1024 * 1024;
    QTest::newRow("nothing") << qsizetype(0) << qsizetype(1);
    QTest::newRow("one byte") << qsizetype(1) << qsizetype(1);
    QTest::newRow("just as much as memory may hold") << kMiB << qsizetype(64 * 1024);
    QTest::newRow("one byte more") << kMiB + 1 << qsizetype(64 * 1024);
    QTest::newRow("8 MiB in odd pieces") << 8 * kMiB << qsizetype(9'973);
    QTest::newRow("8 MiB at once") << 8 * kMiB << 8 * kMiB;
    QTest::newRow("64 MiB") << 64 * kMiB << qsizetype(64 * 1024);
}

void TestReplayBuffer::readsWhatWasAppended()
{
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, piece);
    const QByteArray bytes = randomBytes(size);
    ReplayBuffer buffer(m_budget);
    for (qsizetype at = 0; at < size; at += piece)
        QVERIFY(buffer.append(QByteArrayView(bytes).sliced(at, std::min(piece, size - at))));
    buffer.finish();
    QCOMPARE(buffer.size(), size);
    QVERIFY(readAll(buffer, 64 * 1024) == bytes);
    QVERIFY(readAll(buffer, 1'000'003) == bytes); // and once more from the start
    QVERIFY(m_budget.inMemory <= ReplayBuffer::kMemoryLimit);
}

void TestReplayBuffer::readsAgainFromTheStartWhileItGrows()
{
    const QByteArray bytes = randomBytes(3 * 1024 * 1024);
    ReplayBuffer buffer(m_budget);
    QByteArray seen;
    for (qsizetype at = 0; at < bytes.size(); at += 100'000) {
        QVERIFY(
            buffer.append(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(100'000, bytes.size() - at))));
        seen += *buffer.read(seen.size(), 64 * 1024);
        QCOMPARE(*buffer.read(0, 10), bytes.left(10));
    }
    QVERIFY(!seen.isEmpty());
    QVERIFY(bytes.startsWith(seen));
}

void TestReplayBuffer::saysWhenMoreIsToComeAndWhenItIsAll()
{
    ReplayBuffer buffer(m_budget);
    QVERIFY(!buffer.complete());
    QCOMPARE(buffer.read(0, 10), std::optional(QByteArray())); // not there yet
    QVERIFY(buffer.append("abc"));
    QCOMPARE(buffer.read(1, 10), std::optional(QByteArray("bc")));
    QCOMPARE(buffer.read(3, 10), std::optional(QByteArray()));
    buffer.finish();
    QVERIFY(buffer.complete());
    QCOMPARE(buffer.size(), 3);
}

void TestReplayBuffer::staysInMemoryUpToItsLimit()
{
    ReplayBuffer buffer(m_budget);
    QVERIFY(buffer.append(QByteArray(ReplayBuffer::kMemoryLimit, 'm')));
    QCOMPARE(m_budget.inMemory, ReplayBuffer::kMemoryLimit);
    QVERIFY(buffer.append("one more"));
    QCOMPARE(m_budget.inMemory, 0);
}

void TestReplayBuffer::leavesNoFileBehind()
{
    ReplayBuffer buffer(m_budget);
    QVERIFY(buffer.append(QByteArray(2 * ReplayBuffer::kMemoryLimit, 'f')));
    QCOMPARE(filesLeft(), QStringList()); // not even while it is in use: a crash leaves nothing
    QCOMPARE(buffer.read(0, 3), std::optional(QByteArray("fff")));
}

void TestReplayBuffer::goesToAFileWhenTheSharedBudgetIsSpent()
{
    m_budget.inMemory = ReplayBudget::kMemory - 10;
    ReplayBuffer buffer(m_budget);
    QVERIFY(buffer.append("1234567890"));
    QCOMPARE(m_budget.inMemory, ReplayBudget::kMemory);
    QVERIFY(buffer.append("x"));
    QCOMPARE(m_budget.inMemory, ReplayBudget::kMemory - 10);
    QCOMPARE(buffer.read(0, 100), std::optional(QByteArray("1234567890x")));
}

void TestReplayBuffer::givesItsMemoryBack()
{
    {
        ReplayBuffer small(m_budget);
        ReplayBuffer other(m_budget);
        QVERIFY(small.append("small"));
        QVERIFY(other.append("other"));
        small.release();
        QCOMPARE(m_budget.inMemory, 5);
        small.release();
        QCOMPARE(m_budget.inMemory, 5);
    }
    QCOMPARE(m_budget.inMemory, 0);
}

void TestReplayBuffer::releasedItKeepsNothingMore()
{
    ReplayBuffer buffer(m_budget);
    QVERIFY(buffer.append("abc"));
    buffer.release();
    QVERIFY(buffer.append("the rest of an upload that nobody needs"));
    QCOMPARE(m_budget.inMemory, 0);
    QVERIFY(!buffer.read(0, 3).has_value());
}

void TestReplayBuffer::saysSoWhenThereIsNoRoomForTheFile()
{
    qputenv("TMPDIR", m_directory->filePath(QStringLiteral("missing")).toLocal8Bit());
    ReplayBuffer buffer(m_budget);
    QVERIFY(buffer.append("fits into memory"));
    QVERIFY(!buffer.append(QByteArray(2 * ReplayBuffer::kMemoryLimit, 'n')));
}

QTEST_APPLESS_MAIN(TestReplayBuffer)
#include "tst_replay_buffer.moc"
