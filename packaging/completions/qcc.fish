# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of qcc for fish. The program itself says what may come next.

function __qcc_candidates
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l typed (commandline --current-token --cut-at-cursor)
    for line in ($words[1] complete -- $words[2..-1] "$typed" 2>/dev/null)
        if test "$line" = ':paths'
            __fish_complete_path "$typed"
        else
            echo $line
        end
    end
end

complete --command qcc --no-files --arguments '(__qcc_candidates)'
