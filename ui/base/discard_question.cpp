// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/discard_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace qcc {

namespace {

/// The translation context.
struct DiscardQuestion
{
    Q_DECLARE_TR_FUNCTIONS(DiscardQuestion)
};

} // namespace

void askToDiscard(QWidget &dialog, const QString &loss, std::function<void()> discard)
{
    auto *question =
        new QMessageBox(QMessageBox::Question, dialog.windowTitle(),
                        DiscardQuestion::tr("Discard your changes?"), QMessageBox::NoButton, &dialog);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(loss);
    QPushButton *leave = question->addButton(DiscardQuestion::tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *keep = question->addButton(DiscardQuestion::tr("Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    QObject::connect(leave, &QPushButton::clicked, &dialog, std::move(discard));
    question->open();
}

} // namespace qcc
