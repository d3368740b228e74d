// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proxy_section.h"

#include "models/rules/authority.h"
#include "ui/base/desktop_door.h"
#include "ui/base/field_note.h"
#include "ui/base/quiet_wheel.h"
#include "ui/base/refusal_sentence.h"
#include "ui/settings/setting_row.h"
#include "ui/settings/token_row.h"

#include <QSignalBlocker>
#include <QSpinBox>

namespace qcc {

namespace {

constexpr int kLargestPort = 65535;

struct ListenPlace
{
    QString host;
    int port = 0;
};

/// The preferences' is not that of another process, of the simulation, or of a program that was told another.
ListenPlace placeOf(const InstanceDoor &instance, const DesktopDoor &desktop)
{
    const QUrl url(instance.snapshot().listenUrl);
    const DesktopFacts facts = desktop.facts();
    const bool asTold =
        instance.state().link == InstanceLink::Attached || facts.simulation || facts.addressTold;
    if (asTold && !url.isEmpty() && url.isValid())
        return {url.host(), url.port()};
    return {desktop.preferences().listenHost, desktop.preferences().listenPort};
}

/// As the command line takes it.
QString hostToListenOn(const QString &typed)
{
    const QString host = typed.trimmed();
    return host == QLatin1StringView("localhost") ? QStringLiteral("127.0.0.1") : host;
}

} // namespace

ProxySection::ProxySection(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent)
    : SettingsSection(parent), m_instance(instance), m_desktop(desktop), m_address(new SettingRow),
      m_host(new QLineEdit), m_port(new QSpinBox), m_apply(new QPushButton), m_token(new TokenRow(instance))
{
    build();
    connect(m_host, &QLineEdit::textEdited, this, &ProxySection::takeEdit);
    connect(m_port, &QSpinBox::valueChanged, this, &ProxySection::takeEdit);
    connect(m_host, &QLineEdit::returnPressed, this, &ProxySection::apply);
    connect(m_apply, &QPushButton::clicked, this, &ProxySection::apply);
    connect(&instance, &InstanceDoor::stateChanged, this, &ProxySection::showAddress);
    connect(&instance, &InstanceDoor::snapshotChanged, this, &ProxySection::followSnapshot);
    connect(&desktop, &DesktopDoor::preferencesChanged, this, &ProxySection::showAddress);
    retranslate();
    showAddress();
}

void ProxySection::build()
{
    m_port->setRange(1, kLargestPort);
    m_port->setGroupSeparatorShown(false);
    ignoreWheelWithoutFocus(m_port);
    const int wide = m_host->fontMetrics().horizontalAdvance(QStringLiteral("255.255.255.255")) * 5 / 4;
    m_host->setFixedWidth(wide);
    m_address->addControl(m_host);
    m_address->addControl(m_port);
    m_address->addControl(m_apply);
    add(m_address);
    add(m_token);
}

bool ProxySection::isChanged() const
{
    const ListenPlace place = placeOf(m_instance, m_desktop);
    return hostToListenOn(m_host->text()) != place.host || m_port->value() != place.port;
}

void ProxySection::showAddress()
{
    const bool own = m_instance.state().link != InstanceLink::Attached;
    m_host->setReadOnly(!own);
    m_port->setReadOnly(!own);
    m_port->setButtonSymbols(own ? QSpinBox::UpDownArrows : QSpinBox::NoButtons);
    m_apply->setVisible(own);
    if (!m_applying && !m_edited) {
        const ListenPlace place = placeOf(m_instance, m_desktop);
        const QSignalBlocker blocker(m_port);
        m_host->setText(place.host);
        m_port->setValue(place.port);
    }
    retranslate();
    if (!m_refused)
        validate();
}

void ProxySection::takeEdit()
{
    m_edited = true;
    m_refused = false;
    validate();
}

void ProxySection::followSnapshot()
{
    if (!m_edited && isChanged())
        showAddress(); // of another process: told by the snapshot
    else if (!m_refused)
        validate();
}

void ProxySection::validate()
{
    const QString host = hostToListenOn(m_host->text());
    const bool valid = isIpLiteral(host);
    m_apply->setEnabled(valid && isChanged() && !m_applying);
    const std::optional<Refusal> &trouble = m_instance.snapshot().listenTrouble;
    if (!valid)
        m_address->note()->showFault(tr("Enter an IP address of this computer, such as 127.0.0.1 (only this "
                                        "computer) or 0.0.0.0 (all networks)."));
    else if (trouble && !isChanged())
        m_address->note()->showFault(refusalSentence(*trouble));
    else if (!isLoopbackHost(host))
        m_address->note()->showHint(
            tr("Other computers can reach the proxy there. Only the token keeps them from "
               "spending your money, and it travels unencrypted."));
    else
        m_address->note()->clear();
}

void ProxySection::apply()
{
    if (!m_apply->isEnabled() || m_apply->isHidden())
        return;
    m_applying = true;
    m_apply->setEnabled(false);
    m_instance.listenOn(hostToListenOn(m_host->text()), static_cast<quint16>(m_port->value()),
                        [self = QPointer(this)](const Result<Done> &answer) {
                            if (self)
                                self->takeAnswer(answer);
                        });
}

void ProxySection::takeAnswer(const Result<Done> &answer)
{
    m_applying = false;
    m_edited = !answer;
    validate();
    if (answer)
        return;
    m_refused = true; // stands until something is typed
    m_address->note()->showFault(refusalSentence(answer.refusal()));
}

void ProxySection::retranslate()
{
    setTexts(tr("Proxy"), tr("Claude Code is told to ask here instead of at a provider."));
    const bool attached = m_instance.state().link == InstanceLink::Attached;
    m_address->setTexts(
        tr("Address and port"),
        attached ? tr("Another process runs the proxy (qcc proxy start). Its address is chosen there.")
                 : tr("Running requests are finished before the old address is left."));
    m_host->setAccessibleName(tr("Address"));
    m_port->setAccessibleName(tr("Port"));
    m_apply->setText(tr("Apply"));
    if (!m_refused)
        validate();
}

} // namespace qcc
