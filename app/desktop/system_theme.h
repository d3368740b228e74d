// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"

#include <QObject>

#include <optional>

class QDBusVariant;

namespace qcc {

/// What the desktop says of light and dark: the portal's color-scheme (org.freedesktop.portal.Settings),
/// asked without waiting and followed. None where nobody says. Main thread.
class SystemTheme final : public QObject
{
    Q_OBJECT
public:
    explicit SystemTheme(QObject *parent = nullptr);

    void start();
    std::optional<Lightness> lightness() const { return m_lightness; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    std::optional<Lightness> m_lightness;
};

} // namespace qcc
