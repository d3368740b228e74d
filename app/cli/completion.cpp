// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

#include "models/domain/priority_groups.h"

namespace qcc {

namespace {

/// Where the reading of the words before the last one has come to.
struct Place
{
    const CommandNode *group = nullptr; ///< the first word's
    const CommandNode *command = nullptr;
    const CommandWord *option = nullptr; ///< whose value comes next
    size_t arguments = 0;                ///< that were given
    bool optionsEnded = false;           ///< by "--"
};

const CommandWord *optionNamed(const CommandNode &command, const QString &name)
{
    const auto found = std::find_if(command.options.begin(), command.options.end(),
                                    [&](const CommandWord &option) { return option.names.contains(name); });
    return found == command.options.end() ? nullptr : &*found;
}

const CommandNode *childNamed(const CommandNode &command, const QString &name)
{
    const auto found = std::find_if(command.children.begin(), command.children.end(),
                                    [&](const CommandNode &child) { return child.name == name; });
    return found == command.children.end() ? nullptr : &*found;
}

bool isOption(const Place &place, const QString &word)
{
    return !place.optionsEnded && word.startsWith(QLatin1Char('-'));
}

void read(const QString &word, Place &place)
{
    if (std::exchange(place.option, nullptr))
        return;
    if (word == QLatin1StringView("--")) {
        place.optionsEnded = true;
    } else if (isOption(place, word)) {
        const CommandWord *option = optionNamed(*place.command, word);
        place.option = option && !option->valueName.isEmpty() ? option : nullptr;
    } else if (const CommandNode *child = childNamed(*place.command, word); child && place.arguments == 0) {
        place.command = child;
        place.group = place.group ? place.group : child;
    } else {
        ++place.arguments;
    }
}

template <typename Enum, size_t N> QStringList wordsOf(const std::array<Enum, N> &values)
{
    QStringList words;
    for (const Enum value : values)
        words += toWord(value);
    return words;
}

/// The words that a value of this name can be; empty: any.
QStringList choicesOf(const QString &valueName)
{
    if (valueName.contains(QLatin1Char('|')))
        return valueName.split(QLatin1Char('|'));
    if (valueName == QLatin1StringView("PRIORITY"))
        return wordsOf(kPriorities);
    if (valueName == QLatin1StringView("GROUP"))
        return wordsOf(kRoutedPriorities);
    if (valueName == QLatin1StringView("STATE"))
        return {QStringLiteral("on"), QStringLiteral("off")};
    return {};
}

Further furtherOf(const Place &place, const QString &valueName)
{
    if (valueName == QLatin1StringView("FILE"))
        return Further::Paths;
    // What is added has no name yet.
    if (place.command->name == QLatin1StringView("add") && valueName == QLatin1StringView("NAME"))
        return Further::Nothing;
    if (valueName != QLatin1StringView("NAME") && valueName != QLatin1StringView("CONFIG"))
        return Further::Nothing;
    const bool isAboutChannels = place.group && place.group->name == QLatin1StringView("alerts");
    return isAboutChannels ? Further::ChannelNames : Further::ConfigNames;
}

void offerValues(Completion &completion, const Place &place, const QString &valueName)
{
    for (const QString &choice : choicesOf(valueName))
        offer(completion, choice, {});
    completion.further = furtherOf(place, valueName);
}

void offerOptions(Completion &completion, const CommandNode &command)
{
    for (const CommandWord &option : command.options) {
        for (const QString &name : option.names) {
            if (name.startsWith(QLatin1StringView("--")) || name == completion.typed)
                offer(completion, name, option.description);
        }
    }
}

/// "--config=pro": the value of an option that is joined to it.
void offerJoined(Completion &completion, const Place &place)
{
    const qsizetype equals = completion.typed.indexOf(QLatin1Char('='));
    completion.joined = completion.typed.left(equals + 1);
    completion.typed.remove(0, equals + 1);
    const CommandWord *option = optionNamed(*place.command, completion.joined.chopped(1));
    if (option && !option->valueName.isEmpty())
        offerValues(completion, place, option->valueName);
}

} // namespace

void offer(Completion &completion, const QString &word, const QString &description)
{
    if (word.startsWith(completion.typed))
        completion.candidates.push_back({completion.joined + word, description});
}

Completion completionOf(const CommandNode &root, const QStringList &words)
{
    Place place{nullptr, &root, nullptr, 0, false};
    for (qsizetype i = 0; i + 1 < words.size(); ++i)
        read(words[i], place);
    Completion completion;
    completion.typed = words.isEmpty() ? QString() : words.last();
    const CommandNode &command = *place.command;
    if (place.option) {
        offerValues(completion, place, place.option->valueName);
    } else if (isOption(place, completion.typed)) {
        if (completion.typed.contains(QLatin1Char('=')))
            offerJoined(completion, place);
        else
            offerOptions(completion, command);
    } else if (place.arguments < command.arguments.size()) {
        offerValues(completion, place, command.arguments[place.arguments].names.first());
    } else if (place.arguments == 0) {
        for (const CommandNode &child : command.children)
            offer(completion, child.name, child.description);
    }
    return completion;
}

} // namespace qcc
