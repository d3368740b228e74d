// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QEvent;

namespace qcc {

class CardFrame;

/// One part of the settings page: a card with rows. Its words are set in retranslate(), which the section
/// calls once it is built, and again when the language changes.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsSection(QWidget *parent = nullptr);

protected:
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

    void add(QWidget *row);
    void setTexts(const QString &title, const QString &explanation);

private:
    CardFrame *m_card;
};

} // namespace qcc
