// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/choices.h"

#include "ui/base/icons.h"
#include "ui/base/quiet_wheel.h"

#include <QComboBox>
#include <QLineEdit>

namespace qcc {

namespace {

constexpr int kChoiceCharacters = 8; ///< at least; longer names are elided
constexpr int kLongestSearch = 200;  ///< characters

} // namespace

QComboBox *makeChoice(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(QString());
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kChoiceCharacters);
    ignoreWheelWithoutFocus(box);
    return box;
}

void setChoices(QComboBox *box, const QStringList &names)
{
    const QSignalBlocker blocker(box);
    const QString chosen = box->currentData().toString();
    QStringList all = names;
    if (!chosen.isEmpty() && !all.contains(chosen))
        all << chosen;
    while (box->count() > 1)
        box->removeItem(box->count() - 1);
    for (const QString &name : all)
        box->addItem(name, name);
    box->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : box->findData(chosen)));
}

QLineEdit *makeSearch(QWidget *parent)
{
    auto *search = new QLineEdit(parent);
    search->setClearButtonEnabled(true);
    search->setMaxLength(kLongestSearch);
    search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    return search;
}

QStringList configNames(const Settings &settings)
{
    QStringList names;
    for (const PriorityGroup &group : settings.groups.all())
        names += QStringList(group.configNames.begin(), group.configNames.end());
    return names;
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace qcc
