// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/name_tables.h"
#include "app/history/request_rows.h"
#include "app/history/roll_up.h"
#include "app/history/session_rows.h"
#include "app/history/sql_connection.h"
#include "app/history/waiting_rows.h"
#include "models/domain/result.h"

namespace qcc {

/// What a restart finds.
struct RememberedState
{
    std::optional<FailoverState> state; ///< none: a new database
    QString activeBefore;               ///< the active config before the last stored switch
    std::vector<ServedTurn> turns{};    ///< of conversations, the last ones, the oldest first
};

/// Why the database can't be used, by what is done about it.
struct DatabaseTrouble
{
    enum class Kind {
        Corrupt,  ///< to be kept aside
        Newer,    ///< of a later QCC: to be left alone
        Unusable, ///< no room, no permission, locked: may pass
        Mistake   ///< a statement of ours failed: the rows can't be written
    };
    Kind kind = Kind::Unusable;
    QString detail;
};
using MaybeTrouble = std::optional<DatabaseTrouble>;

/// The writer's connection to history.db. Every change is one transaction, undone as a whole when it fails.
/// Belongs to the storage thread.
class HistoryDatabase
{
public:
    /// Events must survive a power cut: the log is synced before commit returns. Of what comes in batches
    /// such a cut may take the last moments (never the file's soundness); killing the process takes nothing.
    enum class Durability { PowerCut, Kill };

    explicit HistoryDatabase(const QString &path);

    /// Opens or makes the file, 0600, and migrates it. After trouble it is closed.
    MaybeTrouble open();
    void close() { m_connection.close(); }
    bool isOpen() const { return m_connection.isOpen(); }
    /// False when the file was taken away or replaced: what is written now would be lost.
    bool isInPlace() const;

    /// Writes all of @p rows. The ids of events may become others, see storeEvent().
    MaybeTrouble write(WaitingRows &rows, Durability durability);
    /// The state, the last switch and the last turns. A state that can't be read is none.
    RememberedState remembered(MaybeTrouble &trouble);
    /// Some of what is too old, see rollUpStep().
    MaybeTrouble rollUp(TimePoint now, const std::optional<HistoryRetention> &retention, RollUp &outcome);

    bool wasImported();
    /// Stores @p events, marked as imported, in one transaction.
    MaybeTrouble import(WaitingRows &events, TimePoint now);

private:
    void setUp();
    void store(WaitingRows &rows);
    template <typename Change> MaybeTrouble inTransaction(Durability durability, Change change);
    MaybeTrouble takeTrouble();

    const QString m_path;
    std::optional<quint64> m_identity;
    SqlConnection m_connection;
    NameTable m_names;
    TextTable m_texts;
    RequestRows m_requests;
};

} // namespace qcc
