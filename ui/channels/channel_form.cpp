// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channels/channel_form.h"

#include "models/domain/channel_words.h"
#include "models/rules/channel_checks.h"
#include "models/rules/channel_fields.h"
#include "models/text/channel_text.h"
#include "ui/base/quiet_wheel.h"
#include "ui/base/refusal_sentence.h"
#include "ui/channels/channel_words.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace qcc {

namespace {

const QString kName = QStringLiteral("name");
const QString kServer = QStringLiteral("server");
const QString kPort = QStringLiteral("port");
const QString kSecurity = QStringLiteral("security");
const QString kUser = QStringLiteral("user");
const QString kSender = QStringLiteral("sender");
const QString kRecipients = QStringLiteral("recipients");
const QString kProgram = QStringLiteral("program");
const QString kArguments = QStringLiteral("arguments");

constexpr int kPlainPort = 587; ///< RFC 6409: submission; with STARTTLS
constexpr int kTlsPort = 465;   ///< RFC 8314: with TLS from the first byte
constexpr int kArgumentLines = 3;

QStringList partsOf(const QString &text)
{
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    return text.split(kBetween, Qt::SkipEmptyParts);
}

SecretField::Stored storedOf(const AlertChannel *before, ChannelSecret which)
{
    if (!before)
        return SecretField::Stored::No;
    if (isRequired(*before, which))
        return SecretField::Stored::Yes;
    // A password without a user name is of no use, and goes by itself.
    return which == ChannelSecret::Password ? SecretField::Stored::No : SecretField::Stored::IfAtAll;
}

} // namespace

ChannelForm::ChannelForm(ChannelKind kind, const AlertChannel *before, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_form(makeFormGrid())
{
    const ChannelFields fields = channelFields(kind);
    m_name = addLine(kName);
    if (fields.program != FieldUse::Unused)
        addProgram();
    if (fields.server != FieldUse::Unused)
        addServer();
    if (fields.mail != FieldUse::Unused)
        addMail();
    addSecrets(before);
    if (fields.mail != FieldUse::Unused)
        m_sender = addLine(kSender);
    if (fields.recipients != FieldUse::Unused)
        m_recipients = addLine(kRecipients);
    setLayout(m_form);
    load(before ? *before : AlertChannel());
    retranslate();
}

void ChannelForm::addRow(const QString &field, QWidget *widget, QWidget *focus)
{
    m_rows.emplace(field, addFormRow(m_form, widget, focus));
}

QLineEdit *ChannelForm::addLine(const QString &field)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(static_cast<int>(kLongestChannelText));
    addRow(field, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, field] { touch(field); });
    return edit;
}

void ChannelForm::addServer()
{
    m_server = addLine(kServer);
    m_server->setPlaceholderText(channelFields(m_kind).usualServer);
}

void ChannelForm::addMail()
{
    m_security = new QComboBox;
    for (const MailSecurity security : {MailSecurity::StartTls, MailSecurity::Tls, MailSecurity::None})
        m_security->addItem({}, static_cast<int>(security));
    m_port = new QSpinBox;
    m_port->setRange(1, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    ignoreWheelWithoutFocus(m_security);
    ignoreWheelWithoutFocus(m_port);
    addRow(kSecurity, m_security);
    addRow(kPort, m_port);
    m_user = addLine(kUser);
    connect(m_security, &QComboBox::activated, this, &ChannelForm::followSecurity);
    connect(m_port, &QSpinBox::valueChanged, this, [this] { touch(kPort); });
}

void ChannelForm::addSecrets(const AlertChannel *before)
{
    const ChannelFields fields = channelFields(m_kind);
    for (const ChannelSecret which : kChannelSecrets) {
        if (fields.of(which) == FieldUse::Unused)
            continue;
        auto *field = new SecretField(storedOf(before, which));
        m_secrets.emplace(which, field);
        addRow(toWord(which), field, field->edit());
        connect(field, &SecretField::edited, this, [this, which] { touch(toWord(which)); });
    }
}

void ChannelForm::addProgram()
{
    m_program = addLine(kProgram);
    m_arguments = new QPlainTextEdit;
    m_arguments->setTabChangesFocus(true);
    m_arguments->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int frame = m_arguments->height() - m_arguments->viewport()->height();
    m_arguments->setFixedHeight(kArgumentLines * m_arguments->fontMetrics().lineSpacing() +
                                std::min(frame, m_arguments->fontMetrics().lineSpacing()) +
                                int(2 * m_arguments->document()->documentMargin()));
    addRow(kArguments, m_arguments);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, [this] { touch(kArguments); });
}

void ChannelForm::touch(const QString &field)
{
    m_touched.insert(field);
    Q_EMIT edited();
}

/// The usual port goes with the form of encryption, as long as nobody chose another.
void ChannelForm::followSecurity()
{
    const bool tls = m_security->currentData().toInt() == static_cast<int>(MailSecurity::Tls);
    if (tls && m_port->value() == kPlainPort)
        m_port->setValue(kTlsPort);
    else if (!tls && m_port->value() == kTlsPort)
        m_port->setValue(kPlainPort);
    touch(kSecurity);
}

void ChannelForm::load(const AlertChannel &channel)
{
    const QSignalBlocker quiet(this);
    m_name->setText(channel.name);
    if (m_server)
        m_server->setText(channel.server);
    if (m_port) {
        m_port->setValue(channel.port);
        m_security->setCurrentIndex(m_security->findData(static_cast<int>(channel.security)));
        m_user->setText(channel.user);
        m_sender->setText(channel.sender);
    }
    if (m_recipients)
        m_recipients->setText(channel.recipients.join(QStringLiteral(", ")));
    if (m_program) {
        m_program->setText(channel.program);
        m_arguments->setPlainText(channel.arguments.join(u'\n'));
    }
    m_touched.clear();
}

void ChannelForm::writeInto(AlertChannel &channel) const
{
    channel.kind = m_kind;
    channel.name = m_name->text().trimmed();
    if (m_server)
        channel.server = m_server->text().trimmed();
    if (m_port) {
        channel.port = m_port->value();
        channel.security = static_cast<MailSecurity>(m_security->currentData().toInt());
        channel.user = m_user->text().trimmed();
        channel.sender = m_sender->text().trimmed();
    }
    if (m_recipients)
        channel.recipients = partsOf(m_recipients->text());
    if (m_program) {
        channel.program = m_program->text().trimmed();
        channel.arguments = m_arguments->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    }
}

ChannelSecrets ChannelForm::secrets() const
{
    ChannelSecrets secrets;
    for (const auto &[which, field] : m_secrets) {
        if (std::optional<Secret> typed = field->typed())
            secrets.emplace(which, std::move(*typed));
    }
    return secrets;
}

SecretField *ChannelForm::secretField(ChannelSecret which) const
{
    const auto found = m_secrets.find(which);
    return found == m_secrets.end() ? nullptr : found->second;
}

void ChannelForm::wipe()
{
    for (const auto &[which, field] : m_secrets)
        field->wipe();
}

void ChannelForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ChannelForm::showFaults(const std::vector<ChannelFault> &faults, const std::optional<ChannelFault> &said)
{
    for (const auto &[field, row] : m_rows)
        row.note->clear();
    for (const ChannelFault &fault : faults) {
        if (hasField(fault.field) && m_touched.contains(fault.field))
            noteFor(fault.field)->showFault(refusalSentence(fault.refusal));
    }
    if (said && hasField(said->field))
        noteFor(said->field)->showFault(refusalSentence(said->refusal));
}

void ChannelForm::label(const QString &field, const QString &text)
{
    if (hasField(field))
        m_rows.at(field).setLabel(text);
}

void ChannelForm::retranslate()
{
    label(kName, tr("&Name"));
    m_name->setPlaceholderText(tr("For example: team"));
    label(kServer, tr("S&erver"));
    label(kPort, tr("&Port"));
    label(kSecurity, tr("En&cryption"));
    label(kUser, tr("&User name"));
    label(kSender, tr("&From"));
    label(kRecipients, recipientsLabel(m_kind));
    label(kProgram, tr("P&rogram"));
    label(kArguments, tr("&Arguments"));
    for (const auto &[which, field] : m_secrets) {
        const bool optional = channelFields(m_kind).of(which) == FieldUse::Optional;
        label(toWord(which), secretFieldName(m_kind, which));
        field->setExample(which == ChannelSecret::Url ? addressExample(m_kind)
                          : optional                  ? tr("Optional")
                                                      : QString());
    }
    if (m_recipients)
        m_recipients->setPlaceholderText(recipientsExample(m_kind));
    if (m_program) {
        m_program->setPlaceholderText(QStringLiteral("/usr/local/bin/…"));
        m_arguments->setPlaceholderText(tr("One a line (optional)"));
    }
    if (!m_security)
        return;
    m_server->setPlaceholderText(QStringLiteral("mail.example.org"));
    m_user->setPlaceholderText(tr("Empty: without signing in"));
    m_sender->setPlaceholderText(QStringLiteral("me@example.org"));
    for (int i = 0; i < m_security->count(); ++i)
        m_security->setItemText(i,
                                mailSecurityName(static_cast<MailSecurity>(m_security->itemData(i).toInt())));
}

void ChannelForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
