// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/token_row.h"

#include "ui/base/copy_button.h"
#include "ui/base/field_note.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/style.h"
#include "ui/settings/setting_row.h"

#include <QClipboard>
#include <QMessageBox>
#include <QMimeData>
#include <QToolButton>

namespace qcc {

namespace {

const QString &tokenName()
{
    static const QString kName = QStringLiteral("ANTHROPIC_AUTH_TOKEN=");
    return kName;
}

/// Managers of clipboards that know the hint don't keep it.
void copySecret(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(data);
}

QString textOf(const Secret &token)
{
    return QString::fromUtf8(token.reveal());
}

} // namespace

TokenRow::TokenRow(InstanceDoor &instance, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_row(new SettingRow), m_show(new QToolButton),
      m_copy(new QToolButton), m_renew(new QPushButton), m_claude(new SettingRow), m_urlLine(new QLineEdit),
      m_tokenLine(new QLineEdit), m_copyUrl(new CopyButton), m_copyTokenLine(new QToolButton),
      m_told(new QLabel)
{
    build();
    m_toldFor.setSingleShot(true);
    m_toldFor.setInterval(CopyButton::kFeedbackFor);
    connect(&m_toldFor, &QTimer::timeout, m_told, &QLabel::clear);
    connect(m_show, &QToolButton::toggled, this, &TokenRow::toggle);
    connect(m_copy, &QToolButton::clicked, this, &TokenRow::copyToken);
    connect(m_copyTokenLine, &QToolButton::clicked, this, &TokenRow::copyTokenLine);
    connect(m_renew, &QPushButton::clicked, this, &TokenRow::askToRenew);
    connect(&m_instance, &InstanceDoor::snapshotChanged, this, &TokenRow::showLines);
    m_copyUrl->setSource([this] { return m_urlLine->text(); });
    retranslate();
}

TokenRow::~TokenRow()
{
    m_tokenLine->clear();
}

void TokenRow::build()
{
    for (QLineEdit *line : {m_urlLine, m_tokenLine}) {
        line->setReadOnly(true);
        line->setFont(fixedFont(line->font()));
    }
    for (QToolButton *button : {m_show, m_copy, m_copyTokenLine}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
    }
    m_show->setCheckable(true);
    m_row->addControl(m_told);
    m_row->addControl(m_show);
    m_row->addControl(m_copy);
    m_row->addControl(m_renew);
    m_claude->addBelow(makeLine(m_urlLine, m_copyUrl));
    m_claude->addBelow(makeLine(m_tokenLine, m_copyTokenLine));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kSmall);
    column->addWidget(m_row);
    column->addWidget(m_claude);
}

QWidget *TokenRow::makeLine(QLineEdit *line, QWidget *button)
{
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(line, 1);
    row->addWidget(button);
    return part;
}

QString TokenRow::shownLines() const
{
    return m_urlLine->text() + QLatin1Char('\n') + m_tokenLine->text();
}

void TokenRow::ask(std::function<void(const Secret &)> use)
{
    m_row->note()->clear();
    m_instance.revealToken([self = QPointer(this), use = std::move(use)](const Result<Secret> &token) {
        if (self && token)
            use(*token);
        else if (self)
            self->m_row->note()->showFault(refusalSentence(token.refusal()));
    });
}

void TokenRow::toggle(bool show)
{
    if (!show)
        return hideToken();
    ask([this](const Secret &token) {
        if (m_show->isChecked())
            showToken(token);
    });
}

void TokenRow::showToken(const Secret &token)
{
    m_token = token.clone();
    retranslate();
}

void TokenRow::hideToken()
{
    m_token = Secret();
    retranslate();
}

void TokenRow::copyToken()
{
    ask([this](const Secret &token) {
        copySecret(textOf(token));
        say(tr("Copied"));
    });
}

void TokenRow::copyTokenLine()
{
    ask([this](const Secret &token) {
        copySecret(tokenName() + textOf(token));
        say(tr("Copied"));
    });
}

void TokenRow::askToRenew()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Token"), tr("Make a new token?"),
                                     QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Whoever uses the old one, every running Claude Code included, is "
                                    "refused until it is told the new one."));
    QPushButton *yes = question->addButton(tr("Renew"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, &TokenRow::renew);
    question->open();
}

void TokenRow::renew()
{
    m_row->note()->clear();
    m_instance.renewToken([self = QPointer(this)](const Result<Secret> &token) {
        if (self)
            self->takeRenewed(token);
    });
}

void TokenRow::takeRenewed(const Result<Secret> &token)
{
    if (!token) {
        m_row->note()->showFault(refusalSentence(token.refusal()));
        return;
    }
    if (m_show->isChecked())
        showToken(*token);
    say(tr("Renewed"));
}

void TokenRow::say(const QString &done)
{
    m_told->setText(done);
    m_toldFor.start();
}

void TokenRow::showLines()
{
    m_urlLine->setText(QStringLiteral("ANTHROPIC_BASE_URL=") + m_instance.snapshot().listenUrl);
    m_tokenLine->setText(tokenName() +
                         (m_token.isEmpty() ? QStringLiteral("••••••••••••") : textOf(m_token)));
    m_urlLine->setCursorPosition(0);
    m_tokenLine->setCursorPosition(0);
}

void TokenRow::hideEvent(QHideEvent *event)
{
    m_show->setChecked(false);
    QWidget::hideEvent(event);
}

void TokenRow::retranslate()
{
    const auto dress = [](QToolButton *button, Icon which, const QString &text) {
        button->setIcon(icon(which));
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    const bool shown = m_show->isChecked();
    dress(m_show, shown ? Icon::Hide : Icon::Show, shown ? tr("Hide the token") : tr("Show the token"));
    dress(m_copy, Icon::Copy, tr("Copy the token"));
    dress(m_copyTokenLine, Icon::Copy, tr("Copy the line with the token"));
    m_copyUrl->setPurpose(tr("Copy the line with the address"));
    m_renew->setText(tr("Renew…"));
    m_row->setTexts(tr("Token"),
                    tr("With it the proxy tells your own programs from others on this computer."));
    m_claude->setTexts(tr("For Claude Code"),
                       tr("Set these two in the environment from which Claude Code starts."));
    m_urlLine->setAccessibleName(tr("Address for Claude Code"));
    m_tokenLine->setAccessibleName(tr("Token for Claude Code"));
    showLines();
}

void TokenRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
