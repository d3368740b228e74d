// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QEvent;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace qcc {

class FieldNote;

/// One line of the settings: what it is, a sentence about it, its control at the right, and below what is
/// wrong. Knows nothing of what the control does.
class SettingRow : public QWidget
{
    Q_OBJECT
public:
    explicit SettingRow(QWidget *parent = nullptr);

    /// Left of the texts.
    void setSymbol(const QIcon &symbol);
    /// At the right end; the first one is named by the row's title.
    void addControl(QWidget *control);
    /// Left of the controls, so that those of all rows end at the same line.
    void addAside(QWidget *button);
    /// Under the texts, as wide as they are.
    void addDetail(QWidget *part);
    /// Under the texts, over the whole width.
    void addBelow(QWidget *part);
    void setTexts(const QString &title, const QString &explanation);
    QString title() const;
    FieldNote *note();

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();
    void nameControl();

    QLabel *m_title;
    QLabel *m_explanation;
    QIcon m_symbol;
    QLabel *m_picture = nullptr; ///< of the symbol
    QVBoxLayout *m_texts;
    QHBoxLayout *m_line;
    QHBoxLayout *m_controls;
    QVBoxLayout *m_column;
    QWidget *m_first = nullptr;
    FieldNote *m_note = nullptr;
    bool m_recoloring = false;
};

} // namespace qcc
