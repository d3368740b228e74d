# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of qcc for bash, with the package bash-completion. The program itself says what may come next.

_qcc() {
    local cur words cword candidate rest
    _get_comp_words_by_ref -n '=:' cur words cword || return
    COMPREPLY=()
    # bash exchanges only what stands behind the last of its word breaks.
    local kept="${cur%"${cur##*[=:]}"}"
    while IFS=$'\t' read -r candidate rest; do
        if [[ $candidate == :paths && -z $rest ]]; then
            compopt -o filenames 2>/dev/null
            mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "${cur#"$kept"}")
            continue
        fi
        candidate="${candidate#"$kept"}"
        [[ $candidate == *= ]] || printf -v candidate '%q' "$candidate"
        COMPREPLY+=("$candidate")
    done < <("${words[0]}" complete -- "${words[@]:1:cword}" 2>/dev/null)
}
complete -F _qcc qcc
