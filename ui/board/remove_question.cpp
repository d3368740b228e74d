// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/remove_question.h"

#include "models/text/text.h"

namespace qcc {

namespace {

constexpr qsizetype kNamed = 8; ///< configs that are named; of the rest only the number

int endpointsOf(const QStringList &configs, const Settings &settings)
{
    size_t count = 0;
    for (const QString &name : configs) {
        if (const Config *config = settings.find(name))
            count += config->endpoints.size();
    }
    return static_cast<int>(count);
}

QString titleOf(const QStringList &configs)
{
    return configs.size() == 1
               ? RemoveQuestion::tr("Remove %1?").arg(configs.front())
               : RemoveQuestion::tr("Remove %n config(s)?", nullptr, static_cast<int>(configs.size()));
}

QString consequences(const QStringList &configs, const Settings &settings)
{
    QStringList parts;
    const int endpoints = endpointsOf(configs, settings);
    if (endpoints > 0)
        parts << RemoveQuestion::tr("%n endpoint(s) and their keys are deleted too.", nullptr, endpoints);
    if (configs.contains(settings.activeConfig))
        parts << RemoveQuestion::tr("%1 is active: requests go to the next config that works.")
                     .arg(settings.activeConfig);
    parts << RemoveQuestion::tr("This can't be undone.");
    return paragraph(parts);
}

QString listed(const QStringList &configs)
{
    QStringList lines = configs.mid(0, kNamed);
    if (configs.size() > kNamed)
        lines << RemoveQuestion::tr("and %n more", nullptr, static_cast<int>(configs.size() - kNamed));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

RemoveQuestion::RemoveQuestion(const QStringList &configs, const Settings &settings, QWidget *parent)
    : QMessageBox(parent), m_configs(configs)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setIcon(QMessageBox::Warning);
    setTextFormat(Qt::PlainText);
    setWindowTitle(tr("Remove configs"));
    setText(titleOf(configs));
    const QString what = consequences(configs, settings);
    setInformativeText(configs.size() == 1 ? what : listed(configs) + QStringLiteral("\n\n") + what);
    QPushButton *remove = addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setProperty("danger", true);
    QPushButton *cancel = addButton(QMessageBox::Cancel);
    cancel->setText(tr("Cancel"));
    setDefaultButton(cancel);
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_configs); });
}

} // namespace qcc
