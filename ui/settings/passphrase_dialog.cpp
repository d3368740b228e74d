// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/passphrase_dialog.h"

#include "ui/base/field_note.h"
#include "ui/base/grid.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>

namespace qcc {

namespace {

constexpr int kShortest = 8;    // bytes; as app/importing has it
constexpr int kLongest = 1'024; // likewise
constexpr int kWidth = 440;

QLineEdit *secretEdit()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(kLongest);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                              Qt::ImhNoAutoUppercase);
    return edit;
}

/// Over the characters themselves, once nobody else holds them.
void wipe(QLineEdit *edit)
{
    QString text = edit->text();
    edit->setText(QString()); // clear() could be undone
    text.fill(QChar::Null);
}

} // namespace

PassphraseDialog::PassphraseDialog(Purpose purpose, const QString &file, QWidget *parent)
    : QDialog(parent), m_purpose(purpose), m_file(file), m_intro(new QLabel), m_name(new QLabel),
      m_edit(secretEdit()), m_againName(new QLabel), m_again(secretEdit()), m_show(new QCheckBox),
      m_note(new FieldNote(m_edit)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_wrong = false;
        check();
    });
    connect(m_again, &QLineEdit::textEdited, this, &PassphraseDialog::check);
    connect(m_show, &QCheckBox::toggled, this, [this](bool show) {
        for (QLineEdit *edit : {m_edit, m_again})
            edit->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PassphraseDialog::give);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PassphraseDialog::reject);
    retranslate();
    adjustSize(); // with the height that wrapped words take
    m_edit->setFocus();
}

PassphraseDialog::~PassphraseDialog()
{
    wipe(m_edit);
    wipe(m_again);
}

void PassphraseDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    column->setSpacing(grid::kSmall);
    m_intro->setWordWrap(true);
    m_intro->setTextFormat(Qt::PlainText);
    m_name->setBuddy(m_edit);
    m_againName->setBuddy(m_again);
    for (QWidget *part : std::initializer_list<QWidget *>{m_intro, m_name, m_edit, m_againName, m_again,
                                                          m_note, m_show, m_buttons})
        column->addWidget(part);
    const bool twice = m_purpose == Purpose::Choose;
    m_againName->setVisible(twice);
    m_again->setVisible(twice);
    column->insertStretch(column->count() - 1);
    setMinimumWidth(kWidth);
}

void PassphraseDialog::showWrong()
{
    m_wrong = true;
    check();
}

void PassphraseDialog::check()
{
    const qsizetype length = m_edit->text().toUtf8().size();
    const bool differs = m_purpose == Purpose::Choose && m_edit->text() != m_again->text();
    const bool tooShort = m_purpose == Purpose::Choose && length < kShortest;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(length > 0 && !differs && !tooShort);
    if (m_wrong)
        m_note->showFault(tr("This is not the passphrase of the file."));
    else if (length > 0 && tooShort)
        m_note->showHint(tr("At least %n character(s).", nullptr, kShortest));
    else if (differs && !m_again->text().isEmpty())
        m_note->showHint(tr("The two are not the same yet."));
    else
        m_note->clear();
}

void PassphraseDialog::give()
{
    if (!m_buttons->button(QDialogButtonBox::Ok)->isEnabled())
        return;
    const auto passphrase = std::make_shared<Secret>(m_edit->text().toUtf8());
    accept();
    Q_EMIT given(passphrase);
}

void PassphraseDialog::retranslate()
{
    const QString name = QFileInfo(m_file).fileName();
    const bool choosing = m_purpose == Purpose::Choose;
    setWindowTitle(choosing ? tr("Export with keys") : tr("Passphrase needed"));
    m_intro->setText(choosing
                         ? tr("The file will hold your keys, encrypted by a passphrase. Without it nobody "
                              "can open the file, neither can you.")
                         : tr("%1 is encrypted. Enter the passphrase that it was exported with.").arg(name));
    m_name->setText(tr("Passphrase"));
    m_againName->setText(tr("Once more"));
    m_edit->setAccessibleName(m_name->text());
    m_again->setAccessibleName(m_againName->text());
    m_show->setText(tr("Show what is typed"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(choosing ? tr("Export") : tr("Open"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    check();
}

/// After the children: a box of standard buttons puts Qt's own words on them.
bool PassphraseDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return handled;
}

} // namespace qcc
