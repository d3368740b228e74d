// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/shown_texts.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QHeaderView>
#include <QMetaProperty>
#include <QSet>

namespace qcc::test {

namespace {

constexpr int kRows = 30; ///< of a model; the others are alike

/// Where a thing is: the classes from the window down, and which of its siblings of that class it is.
QString placeOf(const QObject *object, const QObject *root)
{
    if (object == root)
        return QString::fromLatin1(object->metaObject()->className());
    int before = 0;
    for (const QObject *sibling : object->parent()->children()) {
        if (sibling == object)
            break;
        before += sibling->metaObject() == object->metaObject() ? 1 : 0;
    }
    return QStringLiteral("%1/%2:%3")
        .arg(placeOf(object->parent(), root), QString::fromLatin1(object->metaObject()->className()))
        .arg(before);
}

void add(ShownTexts &texts, const QString &place, const QString &text)
{
    if (!text.isEmpty())
        texts[place] = text;
}

/// Every text that it has as a property, but for those that are not for people.
void addProperties(ShownTexts &texts, const QObject &object, const QString &place)
{
    static const QSet<QByteArray> kForPrograms{"objectName", "styleSheet",    "windowFilePath",
                                               "html",       "markdown",      "inputMask",
                                               "iconText",   "windowIconText"};
    const QMetaObject *meta = object.metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        if (property.metaType() == QMetaType::fromType<QString>() && !kForPrograms.contains(property.name()))
            add(texts, place + QLatin1Char('.') + QLatin1StringView(property.name()),
                property.read(&object).toString());
    }
}

void addCells(ShownTexts &texts, const QAbstractItemModel &model, const QModelIndex &parent,
              const QString &place)
{
    for (int row = 0; row < std::min(kRows, model.rowCount(parent)); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QString cell = QStringLiteral("%1[%2,%3]").arg(place).arg(row).arg(column);
            for (const int role :
                 {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                add(texts, QStringLiteral("%1.%2").arg(cell).arg(role), index.data(role).toString());
        }
        addCells(texts, model, model.index(row, 0, parent), QStringLiteral("%1[%2]").arg(place).arg(row));
    }
}

void addModel(ShownTexts &texts, const QAbstractItemView &view, const QString &place)
{
    const QAbstractItemModel *model = view.model();
    if (!model || qobject_cast<const QHeaderView *>(&view))
        return;
    for (int column = 0; column < model->columnCount(); ++column)
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
            add(texts, QStringLiteral("%1.header[%2].%3").arg(place).arg(column).arg(role),
                model->headerData(column, Qt::Horizontal, role).toString());
    addCells(texts, *model, {}, place);
}

/// The times below a chart move on by themselves.
void addScene(ShownTexts &texts, const QGraphicsView &view, const QString &place)
{
    if (!view.scene())
        return;
    QStringList found;
    for (const QGraphicsItem *item : view.scene()->items())
        if (!item->toolTip().isEmpty())
            found += item->toolTip();
    found.sort();
    for (qsizetype i = 0; i < found.size(); ++i)
        add(texts, QStringLiteral("%1.item[%2]").arg(place).arg(i), found[i]);
}

void addWidget(ShownTexts &texts, const QWidget &widget, const QString &place)
{
    addProperties(texts, widget, place);
    const QList<QAction *> actions = widget.actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        if (actions[i]->isVisible())
            addProperties(texts, *actions[i], QStringLiteral("%1.action[%2]").arg(place).arg(i));
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        addCells(texts, *box->model(), {}, place);
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        addModel(texts, *view, place);
    if (const auto *view = qobject_cast<const QGraphicsView *>(&widget))
        addScene(texts, *view, place);
}

} // namespace

ShownTexts shownTexts(const QWidget &root)
{
    ShownTexts texts;
    addWidget(texts, root, placeOf(&root, &root));
    for (const QWidget *widget : root.findChildren<QWidget *>())
        if (widget->isVisible() && widget->window() == &root)
            addWidget(texts, *widget, placeOf(widget, &root));
    return texts;
}

} // namespace qcc::test
