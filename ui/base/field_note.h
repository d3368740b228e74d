// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QEvent;
class QLabel;

namespace qcc {

/// The line under a field: what is wrong with it, what to think of, what was done. Hidden while there is
/// nothing to say. The field's accessible description says the same.
class FieldNote final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldNote(QWidget *field, QWidget *parent = nullptr);

    void showFault(const QString &text);
    void showHint(const QString &text);
    void showDone(const QString &text);
    void clear();
    /// The field's accessible description while there is nothing to say.
    void setDescription(const QString &text);
    QString text() const;
    bool isFault() const { return m_kind == Kind::Fault && !text().isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Fault, Hint, Done };
    void say(Kind kind, const QString &text);
    void recolor();

    QWidget *m_field;
    QString m_description;
    QLabel *m_icon;
    QLabel *m_text;
    Kind m_kind = Kind::Hint;
    bool m_recoloring = false;
};

} // namespace qcc
