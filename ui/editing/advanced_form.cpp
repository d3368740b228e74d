// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/advanced_form.h"

#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/quiet_wheel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QSignalBlocker>
#include <QToolButton>

namespace qcc {

namespace {

constexpr std::array kAuthForms{AuthForm::XApiKey, AuthForm::Bearer, AuthForm::Both};
constexpr std::array kVersions{HttpVersion::Http1, HttpVersion::Http2};

double inSeconds(milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

milliseconds fromSeconds(double time)
{
    return milliseconds(qRound64(time * 1000));
}

std::array<milliseconds TimeLimits::*, 3> limitFields()
{
    return {&TimeLimits::connect, &TimeLimits::header, &TimeLimits::idle};
}

} // namespace

AdvancedForm::AdvancedForm(QWidget *parent)
    : QWidget(parent), m_form(makeFormGrid()), m_auth(new QComboBox), m_http(new QComboBox),
      m_proxy(new QLineEdit), m_caFile(new QLineEdit), m_browse(new QToolButton)
{
    buildChoices();
    buildLimits();
    buildPaths();
    setLayout(m_form);
    connectFields();
    retranslate();
}

void AdvancedForm::buildChoices()
{
    for (const AuthForm form : kAuthForms)
        m_auth->addItem({}, static_cast<int>(form));
    for (const HttpVersion version : kVersions)
        m_http->addItem({}, static_cast<int>(version));
    m_authRow = addFormRow(m_form, m_auth);
    m_httpRow = addFormRow(m_form, m_http);
    for (QComboBox *box : {m_auth, m_http})
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    ignoreWheelWithoutFocus(m_auth);
    ignoreWheelWithoutFocus(m_http);
}

void AdvancedForm::buildLimits()
{
    for (size_t i = 0; i < m_limits.size(); ++i) {
        auto *box = new QDoubleSpinBox;
        box->setDecimals(1);
        box->setRange(inSeconds(kShortestTimeLimit), inSeconds(kLongestTimeLimit));
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        ignoreWheelWithoutFocus(box);
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_limits[i] = box;
        m_limitRows[i] = addFormRow(m_form, box);
    }
}

void AdvancedForm::buildPaths()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(m_caFile, 1);
    row->addWidget(m_browse);
    m_browse->setIcon(icon(Icon::Folder));
    m_browse->setFocusPolicy(Qt::StrongFocus);
    m_proxyRow = addFormRow(m_form, m_proxy);
    m_caRow = addFormRow(m_form, line, m_caFile);
    m_proxy->setPlaceholderText(QStringLiteral("http://proxy.example.com:3128"));
}

void AdvancedForm::connectFields()
{
    connect(m_auth, &QComboBox::currentIndexChanged, this, &AdvancedForm::edited);
    connect(m_http, &QComboBox::currentIndexChanged, this, &AdvancedForm::edited);
    for (QDoubleSpinBox *box : m_limits)
        connect(box, &QDoubleSpinBox::valueChanged, this, &AdvancedForm::edited);
    connect(m_proxy, &QLineEdit::textEdited, this, &AdvancedForm::edited);
    connect(m_caFile, &QLineEdit::textEdited, this, &AdvancedForm::edited);
    connect(m_browse, &QToolButton::clicked, this, &AdvancedForm::browse);
}

void AdvancedForm::load(const EndpointFields &fields)
{
    const QSignalBlocker blocker(this);
    m_auth->setCurrentIndex(m_auth->findData(static_cast<int>(fields.auth)));
    m_http->setCurrentIndex(m_http->findData(static_cast<int>(fields.http)));
    for (size_t i = 0; i < m_limits.size(); ++i)
        m_limits[i]->setValue(inSeconds(fields.limits.*limitFields()[i]));
    m_proxy->setText(fields.outboundProxy);
    m_caFile->setText(fields.caFile);
}

void AdvancedForm::store(EndpointFields &fields) const
{
    fields.auth = static_cast<AuthForm>(m_auth->currentData().toInt());
    fields.http = static_cast<HttpVersion>(m_http->currentData().toInt());
    for (size_t i = 0; i < m_limits.size(); ++i) {
        // A stored limit finer than the box shows is not rounded just by being looked at.
        if (m_limits[i]->text() !=
            m_limits[i]->textFromValue(inSeconds(fields.limits.*limitFields()[i])) + m_limits[i]->suffix())
            fields.limits.*limitFields()[i] = fromSeconds(m_limits[i]->value());
    }
    fields.outboundProxy = m_proxy->text();
    fields.caFile = m_caFile->text();
}

FieldNote *AdvancedForm::noteFor(DraftField field) const
{
    switch (field) {
    case DraftField::TimeLimits:
        return m_limitRows[0].note;
    case DraftField::OutboundProxy:
        return m_proxyRow.note;
    case DraftField::CaFile:
        return m_caRow.note;
    default: // the fields of others
        return nullptr;
    }
}

void AdvancedForm::clearNotes()
{
    for (FieldNote *note : {m_limitRows[0].note, m_proxyRow.note, m_caRow.note})
        note->clear();
}

void AdvancedForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a certificate file"), m_caFile->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_caFile->setText(path);
        Q_EMIT edited();
    });
    dialog->open();
}

void AdvancedForm::retranslateChoices()
{
    const QStringList forms{tr("x-api-key header"), tr("Authorization: Bearer"), tr("Both headers")};
    for (int i = 0; i < forms.size(); ++i)
        m_auth->setItemText(i, forms[i]);
    m_http->setItemText(0, tr("HTTP/1.1 (recommended)"));
    m_http->setItemText(1, tr("HTTP/2"));
}

void AdvancedForm::retranslate()
{
    const QSignalBlocker blocker(this);
    retranslateChoices();
    m_authRow.setLabel(tr("Send the key as"));
    m_httpRow.setLabel(tr("HTTP version"));
    const std::array limits{tr("Time to connect"), tr("Time to the first answer"), tr("Longest silence")};
    const std::array tips{tr("How long a connection may take before the next endpoint is tried."),
                          tr("How long the provider may think before its answer begins."),
                          tr("How long an answer may pause before it counts as broken off.")};
    for (size_t i = 0; i < m_limits.size(); ++i) {
        m_limitRows[i].setLabel(limits[i]);
        m_limits[i]->setSuffix(tr(" s"));
        m_limits[i]->setToolTip(tips[i]);
    }
    m_proxyRow.setLabel(tr("Outbound proxy"));
    m_caRow.setLabel(tr("Certificate file"));
    m_caFile->setPlaceholderText(tr("The system's certificates"));
    m_caFile->setToolTip(tr("A PEM file with the only authorities to be trusted for this endpoint."));
    m_browse->setToolTip(tr("Choose a file"));
    m_browse->setAccessibleName(tr("Choose a certificate file"));
}

void AdvancedForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
