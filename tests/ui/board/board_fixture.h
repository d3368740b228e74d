// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/board/board_columns.h"
#include "ui/board/board_header.h"
#include "ui/board/board_page.h"

#include <QMimeData>
#include <QTest>

namespace qcc::test {

/// A board on a fake instance, shown at a usual size, at sampleNow().
struct BoardFixture
{
    explicit BoardFixture(SampleMood mood = SampleMood::AllWell, QSize size = {1100, 700})
    {
        instance.setSettings(sampleSettings());
        instance.setSnapshot(sampleSnapshot(mood));
        page.setClock([this] { return now; });
        page.resize(size);
        page.show();
        QApplication::setActiveWindow(&page);
    }

    CardList *list(Priority priority) { return page.columns()->panel(priority)->list(); }
    QStringList names(Priority priority)
    {
        QStringList shown;
        const QAbstractItemModel *model = list(priority)->model();
        for (int row = 0; row < model->rowCount(list(priority)->rootIndex()); ++row)
            shown << model->index(row, 0, list(priority)->rootIndex()).data().toString();
        return shown;
    }
    void choose(const QStringList &chosen) { page.columns()->select(chosen, chosen.value(0)); }
    /// As a drop at the row does, without a mouse.
    bool drop(const QStringList &dragged, Priority target, int row)
    {
        QMimeData data;
        data.setData(BoardModel::mimeType(), dragged.join(QLatin1Char('\n')).toUtf8());
        return list(target)->model()->dropMimeData(&data, Qt::MoveAction, row, 0, list(target)->rootIndex());
    }
    template <typename T> T commandAt(size_t i) const { return std::get<T>(instance.commands.at(i)); }

    TimePoint now = sampleNow();
    FakeInstance instance;
    BoardPage page{instance};
};

} // namespace qcc::test
