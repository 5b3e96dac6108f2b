#!/bin/bash

__podctl_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__podctl_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__podctl_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__podctl_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_podctl() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    migrate|tenant|podcast|config|doctor|campaign|attribution|report|bill|runs|outbox|metrics|help)
        # Offer subcommand argument completions
        "_podctl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'migrate tenant podcast config doctor campaign attribution report bill runs outbox metrics help' -- "${cur}"))
        ;;
    esac
}

_podctl_migrate() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    up|status|plan|lint|verify|drift|ci|baseline|repair|new|snapshot|down|partitions|distribute)
        # Offer subcommand argument completions
        "_podctl_migrate_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'up status plan lint verify drift ci baseline repair new snapshot down partitions distribute' -- "${cur}"))
        ;;
    esac
}

_podctl_migrate_up() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --allow-out-of-order --allow-newer --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --to --lock --lock-wait --lock-timeout --statement-timeout --retries --plan --app-role)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--to')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--statement-timeout')
        return
        ;;
    '--retries')
        return
        ;;
    '--plan')
        return
        ;;
    '--app-role')
        return
        ;;
    esac
}

_podctl_migrate_status() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    esac
}

_podctl_migrate_plan() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --allow-out-of-order --allow-newer --sql --check --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --to --out)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--to')
        return
        ;;
    '--out')
        return
        ;;
    esac
}

_podctl_migrate_lint() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--variant --report)
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --fail-on)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--variant')
        __podctl_add_completions -W 'sqlite'$'\n''postgres'$'\n''timescaledb'$'\n''citus'
        return
        ;;
    '--fail-on')
        __podctl_add_completions -W 'note'$'\n''warning'$'\n''error'
        return
        ;;
    '--report')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __podctl_add_completions -o plusdirs -fX '!*.@(sql)'
        return
        ;;
    esac
}

_podctl_migrate_verify() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--skip)
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --base-ref --base-dir --shadow-url)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--base-ref')
        return
        ;;
    '--base-dir')
        return
        ;;
    '--shadow-url')
        return
        ;;
    '--skip')
        __podctl_add_completions -W 'empty'$'\n''again'$'\n''repeatable'$'\n''upgrade'$'\n''down'$'\n''kill'$'\n''promises'$'\n''isolation'
        return
        ;;
    esac
}

_podctl_migrate_drift() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --last --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --shadow-url --other-env --snapshot --write-snapshot)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--shadow-url')
        return
        ;;
    '--other-env')
        return
        ;;
    '--snapshot')
        return
        ;;
    '--write-snapshot')
        return
        ;;
    esac
}

_podctl_migrate_ci() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--report --skip)
    non_repeating_options=(--database --config --profile --color --dir --ledger --base-ref --base-dir --shadow-url --format --fail-on --editable-from)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--base-ref')
        return
        ;;
    '--base-dir')
        return
        ;;
    '--shadow-url')
        return
        ;;
    '--format')
        __podctl_add_completions -W 'text'$'\n''json'$'\n''junit'$'\n''sarif'$'\n''github'
        return
        ;;
    '--report')
        return
        ;;
    '--skip')
        __podctl_add_completions -W 'lint'$'\n''base'$'\n''plan'$'\n''verify'$'\n''drift'
        return
        ;;
    '--fail-on')
        __podctl_add_completions -W 'note'$'\n''warning'$'\n''error'
        return
        ;;
    '--editable-from')
        return
        ;;
    esac
}

_podctl_migrate_baseline() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --lock --lock-wait --lock-timeout --statement-timeout --retries --at)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--statement-timeout')
        return
        ;;
    '--retries')
        return
        ;;
    '--at')
        return
        ;;
    esac
}

_podctl_migrate_repair() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --lock --lock-wait --lock-timeout --statement-timeout --retries --confirm)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--statement-timeout')
        return
        ;;
    '--retries')
        return
        ;;
    '--confirm')
        return
        ;;
    esac
}

_podctl_migrate_new() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --dir --ledger --variant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--variant')
        __podctl_add_completions -W 'sqlite'$'\n''postgres'$'\n''timescaledb'$'\n''citus'
        return
        ;;
    esac
}

_podctl_migrate_snapshot() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --dir --ledger --out)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--out')
        return
        ;;
    esac
}

_podctl_migrate_down() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --dir --ledger --lock --lock-wait --lock-timeout --statement-timeout --retries --confirm)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--dir')
        return
        ;;
    '--ledger')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--statement-timeout')
        return
        ;;
    '--retries')
        return
        ;;
    '--confirm')
        return
        ;;
    esac
}

_podctl_migrate_partitions() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --lock --lock-wait --lock-timeout --statement-timeout --retries --ahead)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--statement-timeout')
        return
        ;;
    '--retries')
        return
        ;;
    '--ahead')
        return
        ;;
    esac
}

_podctl_migrate_distribute() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --lock --lock-wait --lock-timeout --statement-timeout --retries)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--statement-timeout')
        return
        ;;
    '--retries')
        return
        ;;
    esac
}

_podctl_tenant() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    create|list|show|update|archive|sources|brand|plan|rotate-secret|seed|reset)
        # Offer subcommand argument completions
        "_podctl_tenant_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'create list show update archive sources brand plan rotate-secret seed reset' -- "${cur}"))
        ;;
    esac
}

_podctl_tenant_create() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --if-not-exists --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --name --kind --zone --currency --contact-email --owner --counting-window --closes-after --volume-limit)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--name')
        return
        ;;
    '--kind')
        __podctl_add_completions -W 'network'$'\n''agency'$'\n''independent'
        return
        ;;
    '--zone')
        return
        ;;
    '--currency')
        return
        ;;
    '--contact-email')
        return
        ;;
    '--owner')
        return
        ;;
    '--counting-window')
        __podctl_add_completions -W 'calendar'$'\n''first-touch'$'\n''last-touch'
        return
        ;;
    '--closes-after')
        return
        ;;
    '--volume-limit')
        return
        ;;
    esac
}

_podctl_tenant_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --all --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_tenant_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_tenant_update() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --reactivate --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --name --kind --zone --currency --contact-email --counting-window --closes-after --volume-limit)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--name')
        return
        ;;
    '--kind')
        __podctl_add_completions -W 'network'$'\n''agency'$'\n''independent'
        return
        ;;
    '--zone')
        return
        ;;
    '--currency')
        return
        ;;
    '--contact-email')
        return
        ;;
    '--counting-window')
        __podctl_add_completions -W 'calendar'$'\n''first-touch'$'\n''last-touch'
        return
        ;;
    '--closes-after')
        return
        ;;
    '--volume-limit')
        return
        ;;
    esac
}

_podctl_tenant_archive() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_tenant_sources() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|complete|forget)
        # Offer subcommand argument completions
        "_podctl_tenant_sources_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list complete forget' -- "${cur}"))
        ;;
    esac
}

_podctl_tenant_sources_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant sources list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_tenant_sources_complete() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --final --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --through)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant sources complete -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--through')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __podctl_add_completions -W 'log'$'\n''delivery'$'\n''conversions'
        return
        ;;
    esac
}

_podctl_tenant_sources_forget() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant sources forget -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __podctl_add_completions -W 'log'$'\n''delivery'$'\n''conversions'
        return
        ;;
    esac
}

_podctl_tenant_brand() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    set|show|clear)
        # Offer subcommand argument completions
        "_podctl_tenant_brand_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'set show clear' -- "${cur}"))
        ;;
    esac
}

_podctl_tenant_brand_set() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --accent --logo --from-name --footer --page-layout --mail-layout)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant brand set -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--accent')
        return
        ;;
    '--logo')
        return
        ;;
    '--from-name')
        return
        ;;
    '--footer')
        return
        ;;
    '--page-layout')
        return
        ;;
    '--mail-layout')
        return
        ;;
    esac
}

_podctl_tenant_brand_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --layout)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant brand show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--layout')
        __podctl_add_completions -W 'page'$'\n''mail'
        return
        ;;
    esac
}

_podctl_tenant_brand_clear() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant brand clear -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_tenant_plan() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    set|show|check|price|list)
        # Offer subcommand argument completions
        "_podctl_tenant_plan_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'set show check price list' -- "${cur}"))
        ;;
    esac
}

_podctl_tenant_plan_set() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --no-subscription --yes --version -h --help)
    repeating_options=(--limit)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file --lock --timeout --stripe-subscription)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant plan set -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--limit')
        return
        ;;
    '--stripe-subscription')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __podctl_add_completions -W 'free'$'\n''starter'$'\n''pro'$'\n''enterprise'
        return
        ;;
    esac
}

_podctl_tenant_plan_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant plan show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_tenant_plan_check() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant plan check -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    esac
}

_podctl_tenant_plan_price() {
    repeating_flags=()
    non_repeating_flags=(--quiet --live --none --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color)
    __podctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __podctl_add_completions -W 'free'$'\n''starter'$'\n''pro'$'\n''enterprise'
        return
        ;;
    esac
}

_podctl_tenant_plan_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_tenant_rotate-secret() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --drop-expired --breaks-windows --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --from)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--from')
        return
        ;;
    esac
}

_podctl_tenant_seed() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --directory --weeks --seed --anchor)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--directory')
        return
        ;;
    '--weeks')
        return
        ;;
    '--seed')
        return
        ;;
    '--anchor')
        return
        ;;
    esac
}

_podctl_tenant_reset() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --directory --confirm)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--directory')
        return
        ;;
    '--confirm')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion tenant reset -- positional@0 "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_podcast() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|show|sync|episodes|measure|ingest|downloads|audience|explain|anomalies|methodology|closed|restatements|purge|filters)
        # Offer subcommand argument completions
        "_podctl_podcast_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list show sync episodes measure ingest downloads audience explain anomalies methodology closed restatements purge filters' -- "${cur}"))
        ;;
    esac
}

_podctl_podcast_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --if-not-exists --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --feed)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--feed')
        return
        ;;
    esac
}

_podctl_podcast_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_podcast_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_podcast_sync() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --all --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast sync -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_podcast_episodes() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --limit --offset)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast episodes -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--limit')
        return
        ;;
    '--offset')
        return
        ;;
    esac
}

_podctl_podcast_measure() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --compare --reasons --version -h --help)
    repeating_options=(--lists --safe --referrers)
    non_repeating_options=(--database --config --profile --color --format --fields --log-format --format-map --episodes --zone --window --volume-limit --against --tolerance --explain)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--log-format')
        __podctl_add_completions -W 'bunny'$'\n''bunny-json'$'\n''cloudflare'$'\n''cloudfront'$'\n''cloudfront-json'$'\n''cloudfront-realtime'$'\n''combined'$'\n''megaphone'$'\n''op3-downloads'$'\n''op3-hits'$'\n''s3'
        return
        ;;
    '--format-map')
        __podctl_add_completions -f
        return
        ;;
    '--episodes')
        return
        ;;
    '--zone')
        return
        ;;
    '--window')
        __podctl_add_completions -W 'calendar'$'\n''first-touch'$'\n''last-touch'
        return
        ;;
    '--volume-limit')
        return
        ;;
    '--lists')
        return
        ;;
    '--safe')
        return
        ;;
    '--referrers')
        return
        ;;
    '--against')
        return
        ;;
    '--tolerance')
        return
        ;;
    '--explain')
        return
        ;;
    esac
}

_podctl_podcast_ingest() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --reasons --again --all-tenants --version -h --help)
    repeating_options=(--lists)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --log-format --format-map)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast ingest -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--log-format')
        __podctl_add_completions -W 'bunny'$'\n''bunny-json'$'\n''cloudflare'$'\n''cloudfront'$'\n''cloudfront-json'$'\n''cloudfront-realtime'$'\n''combined'$'\n''megaphone'$'\n''op3-downloads'$'\n''op3-hits'$'\n''s3'
        return
        ;;
    '--format-map')
        __podctl_add_completions -f
        return
        ;;
    '--lists')
        return
        ;;
    esac
}

_podctl_podcast_downloads() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --by --from --to)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast downloads -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--by')
        __podctl_add_completions -W 'day'$'\n''week'$'\n''month'$'\n''episode'$'\n''show'$'\n''app'$'\n''device'$'\n''country'$'\n''age'
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_podcast_audience() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --by --from --to)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast audience -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--by')
        __podctl_add_completions -W 'day'$'\n''week'$'\n''month'$'\n''app'$'\n''device'$'\n''country'
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_podcast_explain() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--lists --safe --referrers)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --log-format --format-map --episodes --zone --window --volume-limit)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast explain -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--log-format')
        __podctl_add_completions -W 'bunny'$'\n''bunny-json'$'\n''cloudflare'$'\n''cloudfront'$'\n''cloudfront-json'$'\n''cloudfront-realtime'$'\n''combined'$'\n''megaphone'$'\n''op3-downloads'$'\n''op3-hits'$'\n''s3'
        return
        ;;
    '--format-map')
        __podctl_add_completions -f
        return
        ;;
    '--episodes')
        return
        ;;
    '--zone')
        return
        ;;
    '--window')
        __podctl_add_completions -W 'calendar'$'\n''first-touch'$'\n''last-touch'
        return
        ;;
    '--volume-limit')
        return
        ;;
    '--lists')
        return
        ;;
    '--safe')
        return
        ;;
    '--referrers')
        return
        ;;
    esac
}

_podctl_podcast_anomalies() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --from --to)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast anomalies -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_podcast_methodology() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --format --fields -o --output --from --to)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast methodology -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_podcast_closed() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --since)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast closed -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    esac
}

_podctl_podcast_restatements() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --since)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast restatements -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    esac
}

_podctl_podcast_purge() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --dry-run --breaks-windows --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --older-than)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast purge -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--older-than')
        return
        ;;
    esac
}

_podctl_podcast_filters() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    import|show|update|diff|safe)
        # Offer subcommand argument completions
        "_podctl_podcast_filters_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'import show update diff safe' -- "${cur}"))
        ;;
    esac
}

_podctl_podcast_filters_import() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --undated --replace --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --from --as)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--from')
        return
        ;;
    '--as')
        return
        ;;
    esac
}

_podctl_podcast_filters_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --sets --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_podcast_filters_update() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --undated --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --from)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--from')
        return
        ;;
    esac
}

_podctl_podcast_filters_diff() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --entries --version -h --help)
    repeating_options=(--lists)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --since)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast filters diff -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--lists')
        return
        ;;
    esac
}

_podctl_podcast_filters_safe() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|renew|remove)
        # Offer subcommand argument completions
        "_podctl_podcast_filters_safe_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list renew remove' -- "${cur}"))
        ;;
    esac
}

_podctl_podcast_filters_safe_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --note)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast filters safe add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--note')
        return
        ;;
    esac
}

_podctl_podcast_filters_safe_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast filters safe list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_podcast_filters_safe_renew() {
    repeating_flags=()
    non_repeating_flags=(--quiet --all --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast filters safe renew -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_podcast_filters_safe_remove() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion podcast filters safe remove -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_config() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show)
        # Offer subcommand argument completions
        "_podctl_config_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show' -- "${cur}"))
        ;;
    esac
}

_podctl_config_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --origin --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_doctor() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    esac
}

_podctl_campaign() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    create|list|show|launch|pause|complete|cancel|pacing|check|sponsor|flight|spot|delivery)
        # Offer subcommand argument completions
        "_podctl_campaign_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'create list show launch pause complete cancel pacing check sponsor flight spot delivery' -- "${cur}"))
        ;;
    esac
}

_podctl_campaign_create() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --if-not-exists --version -h --help)
    repeating_options=(--map)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --file --sponsor --name --currency --notes --io --bill-to --po --terms-days --signed-on --commission --billing)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign create -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--file')
        return
        ;;
    '--map')
        return
        ;;
    '--sponsor')
        return
        ;;
    '--name')
        return
        ;;
    '--currency')
        return
        ;;
    '--notes')
        return
        ;;
    '--io')
        return
        ;;
    '--bill-to')
        return
        ;;
    '--po')
        return
        ;;
    '--terms-days')
        return
        ;;
    '--signed-on')
        return
        ;;
    '--commission')
        return
        ;;
    '--billing')
        return
        ;;
    esac
}

_podctl_campaign_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--status)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sponsor)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--status')
        __podctl_add_completions -W 'draft'$'\n''active'$'\n''paused'$'\n''completed'$'\n''cancelled'
        return
        ;;
    '--sponsor')
        return
        ;;
    esac
}

_podctl_campaign_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_launch() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign launch -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_pause() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign pause -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_complete() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign complete -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_cancel() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --confirm)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign cancel -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--confirm')
        return
        ;;
    esac
}

_podctl_campaign_pacing() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --through)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign pacing -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--through')
        return
        ;;
    esac
}

_podctl_campaign_check() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --through)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign check -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--through')
        return
        ;;
    esac
}

_podctl_campaign_sponsor() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|update|list|show)
        # Offer subcommand argument completions
        "_podctl_campaign_sponsor_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add update list show' -- "${cur}"))
        ;;
    esac
}

_podctl_campaign_sponsor_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --if-not-exists --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --name --contact-name --contact-email --website)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign sponsor add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '--contact-name')
        return
        ;;
    '--contact-email')
        return
        ;;
    '--website')
        return
        ;;
    esac
}

_podctl_campaign_sponsor_update() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --name --contact-name --contact-email --website)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign sponsor update -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '--contact-name')
        return
        ;;
    '--contact-email')
        return
        ;;
    '--website')
        return
        ;;
    esac
}

_podctl_campaign_sponsor_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign sponsor list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_sponsor_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign sponsor show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_flight() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list)
        # Offer subcommand argument completions
        "_podctl_campaign_flight_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list' -- "${cur}"))
        ;;
    esac
}

_podctl_campaign_flight_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --if-not-exists --version -h --help)
    repeating_options=(--tier)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --name --starts --ends --position --insertion --goal --cpm --flat --cpa --per-spot --minimum --maximum --shortfall --cap --promo-code --vanity-url --window-days --io)
    __podctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign flight add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '--starts')
        return
        ;;
    '--ends')
        return
        ;;
    '--position')
        __podctl_add_completions -W 'pre-roll'$'\n''mid-roll'$'\n''post-roll'
        return
        ;;
    '--insertion')
        __podctl_add_completions -W 'baked-in'$'\n''dynamic'
        return
        ;;
    '--goal')
        return
        ;;
    '--cpm')
        return
        ;;
    '--flat')
        return
        ;;
    '--cpa')
        return
        ;;
    '--per-spot')
        return
        ;;
    '--tier')
        return
        ;;
    '--minimum')
        return
        ;;
    '--maximum')
        return
        ;;
    '--shortfall')
        __podctl_add_completions -W 'pro-rata'$'\n''makegood'
        return
        ;;
    '--cap')
        return
        ;;
    '--promo-code')
        return
        ;;
    '--vanity-url')
        return
        ;;
    '--window-days')
        return
        ;;
    '--io')
        return
        ;;
    esac
}

_podctl_campaign_flight_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign flight list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_spot() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|air)
        # Offer subcommand argument completions
        "_podctl_campaign_spot_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list air' -- "${cur}"))
        ;;
    esac
}

_podctl_campaign_spot_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --aired --if-not-exists --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --episode --podcast --airs-on)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign spot add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--episode')
        return
        ;;
    '--podcast')
        return
        ;;
    '--airs-on')
        return
        ;;
    esac
}

_podctl_campaign_spot_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign spot list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_campaign_spot_air() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --due --missed --version -h --help)
    repeating_options=(--episode)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --on --note)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign spot air -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--episode')
        return
        ;;
    '--on')
        return
        ;;
    '--note')
        return
        ;;
    esac
}

_podctl_campaign_delivery() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    import)
        # Offer subcommand argument completions
        "_podctl_campaign_delivery_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'import' -- "${cur}"))
        ;;
    esac
}

_podctl_campaign_delivery_import() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --primary --version -h --help)
    repeating_options=(--map)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --date-format --decimal --rejects --max-rejects --source)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion campaign delivery import -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--map')
        return
        ;;
    '--date-format')
        __podctl_add_completions -W 'ISO'$'\n''DMY'$'\n''MDY'$'\n''YMD'
        return
        ;;
    '--decimal')
        __podctl_add_completions -W 'point'$'\n''comma'
        return
        ;;
    '--rejects')
        return
        ;;
    '--max-rejects')
        return
        ;;
    '--source')
        return
        ;;
    esac
}

_podctl_attribution() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    import|run|compare|explain)
        # Offer subcommand argument completions
        "_podctl_attribution_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'import run compare explain' -- "${cur}"))
        ;;
    esac
}

_podctl_attribution_import() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--map)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sponsor --date-format --zone --currency --decimal --rejects --max-rejects)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion attribution import -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--sponsor')
        return
        ;;
    '--map')
        return
        ;;
    '--date-format')
        return
        ;;
    '--zone')
        return
        ;;
    '--currency')
        return
        ;;
    '--decimal')
        return
        ;;
    '--rejects')
        return
        ;;
    '--max-rejects')
        return
        ;;
    esac
}

_podctl_attribution_run() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sponsor --window-days --from --to)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion attribution run -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--sponsor')
        return
        ;;
    '--window-days')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_attribution_compare() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sponsor --window-days --from --to --campaign --by)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion attribution compare -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--sponsor')
        return
        ;;
    '--window-days')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--campaign')
        return
        ;;
    '--by')
        __podctl_add_completions -W 'flight'$'\n''spot'
        return
        ;;
    esac
}

_podctl_attribution_explain() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sponsor --window-days)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion attribution explain -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--sponsor')
        return
        ;;
    '--window-days')
        return
        ;;
    esac
}

_podctl_report() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    sponsor|tenant|portfolio|host|finance|preview|send|cancel|approve|reject|schedule|publish|suppression|webhook)
        # Offer subcommand argument completions
        "_podctl_report_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'sponsor tenant portfolio host finance preview send cancel approve reject schedule publish suppression webhook' -- "${cur}"))
        ;;
    esac
}

_podctl_report_sponsor() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --campaign --week --from --to --window-days --format --fields -o --output)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report sponsor -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--campaign')
        return
        ;;
    '--week')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--window-days')
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_report_tenant() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --week --from --to --format --fields -o --output)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report tenant -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--week')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_report_portfolio() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --week --from --to --format --fields -o --output)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report portfolio -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--week')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_report_host() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --week --from --to --format --fields -o --output)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report host -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--week')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_report_finance() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --period --format --fields -o --output)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report finance -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--period')
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_report_preview() {
    repeating_flags=()
    non_repeating_flags=(--quiet --open --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --campaign --week --from --to --as -o --output)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report preview -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--campaign')
        return
        ;;
    '--week')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--as')
        __podctl_add_completions -W 'email'$'\n''html'$'\n''pdf'$'\n''text'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_report_send() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --due --dry-run --clock-moved-ok --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --from --transport --mail-server --smtp-password-file --sendgrid-key-file --lock --timeout --ping --window --to --campaign --week)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report send -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--from')
        return
        ;;
    '--transport')
        __podctl_add_completions -W 'sendgrid'$'\n''smtp'
        return
        ;;
    '--mail-server')
        return
        ;;
    '--smtp-password-file')
        return
        ;;
    '--sendgrid-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--ping')
        return
        ;;
    '--window')
        return
        ;;
    '--to')
        return
        ;;
    '--campaign')
        return
        ;;
    '--week')
        return
        ;;
    esac
}

_podctl_report_cancel() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --dry-run --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sendgrid-key-file --lock --timeout --campaign --week)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report cancel -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--sendgrid-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--campaign')
        return
        ;;
    '--week')
        return
        ;;
    esac
}

_podctl_report_approve() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --campaign --week)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report approve -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--campaign')
        return
        ;;
    '--week')
        return
        ;;
    esac
}

_podctl_report_reject() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --campaign --week --reason)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report reject -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--campaign')
        return
        ;;
    '--week')
        return
        ;;
    '--reason')
        return
        ;;
    esac
}

_podctl_report_schedule() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|remove)
        # Offer subcommand argument completions
        "_podctl_report_schedule_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list remove' -- "${cur}"))
        ;;
    esac
}

_podctl_report_schedule_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--to)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --campaign --weekday --hour --zone --part --hold --deadline --window)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report schedule add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--campaign')
        return
        ;;
    '--weekday')
        return
        ;;
    '--hour')
        return
        ;;
    '--zone')
        return
        ;;
    '--to')
        return
        ;;
    '--part')
        __podctl_add_completions -W 'html'$'\n''text'
        return
        ;;
    '--hold')
        __podctl_add_completions -W 'none'$'\n''review'
        return
        ;;
    '--deadline')
        return
        ;;
    '--window')
        return
        ;;
    esac
}

_podctl_report_schedule_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report schedule list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_report_schedule_remove() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --campaign --to)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report schedule remove -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--campaign')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_report_publish() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --sponsor --fresh-days)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report publish -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--sponsor')
        return
        ;;
    '--fresh-days')
        return
        ;;
    esac
}

_podctl_report_suppression() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|add|remove)
        # Offer subcommand argument completions
        "_podctl_report_suppression_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list add remove' -- "${cur}"))
        ;;
    esac
}

_podctl_report_suppression_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report suppression list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_report_suppression_add() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --reason)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report suppression add -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--reason')
        return
        ;;
    esac
}

_podctl_report_suppression_remove() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report suppression remove -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_report_webhook() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    verify|apply|list)
        # Offer subcommand argument completions
        "_podctl_report_webhook_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'verify apply list' -- "${cur}"))
        ;;
    esac
}

_podctl_report_webhook_verify() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --key --signature --timestamp)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--key')
        return
        ;;
    '--signature')
        return
        ;;
    '--timestamp')
        return
        ;;
    esac
}

_podctl_report_webhook_apply() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --key --signature --timestamp)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report webhook apply -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--key')
        return
        ;;
    '--signature')
        return
        ;;
    '--timestamp')
        return
        ;;
    esac
}

_podctl_report_webhook_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --limit)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion report webhook list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--limit')
        return
        ;;
    esac
}

_podctl_bill() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    preview|draft|approve|issue|void|show|list|credit|refund|uncollectible|payments|events|webhook|reconcile|aging|statement|journal|payer)
        # Offer subcommand argument completions
        "_podctl_bill_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'preview draft approve issue void show list credit refund uncollectible payments events webhook reconcile aging statement journal payer' -- "${cur}"))
        ;;
    esac
}

_podctl_bill_preview() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --period --campaign)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill preview -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--period')
        return
        ;;
    '--campaign')
        return
        ;;
    esac
}

_podctl_bill_draft() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --period)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill draft -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--period')
        return
        ;;
    esac
}

_podctl_bill_approve() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--waive)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --period --grace-days)
    __podctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill approve -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--period')
        return
        ;;
    '--waive')
        __podctl_add_completions -W 'unusual'$'\n''early'$'\n''stale'$'\n''incomplete'$'\n''no-data'$'\n''spike'
        return
        ;;
    '--grace-days')
        return
        ;;
    esac
}

_podctl_bill_issue() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --dry-run --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file --lock --timeout --period)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill issue -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--period')
        return
        ;;
    esac
}

_podctl_bill_void() {
    repeating_flags=()
    non_repeating_flags=(--quiet --live --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --stripe-key-file --lock --timeout --confirm)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill void -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--confirm')
        return
        ;;
    esac
}

_podctl_bill_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --format --fields -o --output)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'$'\n''html'$'\n''pdf'
        return
        ;;
    '--fields')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    esac
}

_podctl_bill_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --period --status)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--period')
        return
        ;;
    '--status')
        __podctl_add_completions -W 'draft'$'\n''approved'$'\n''open'$'\n''paid'$'\n''uncollectible'$'\n''void'
        return
        ;;
    esac
}

_podctl_bill_credit() {
    repeating_flags=()
    non_repeating_flags=(--quiet --live --dry-run --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --stripe-key-file --lock --timeout --amount --reference --reason --memo)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill credit -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--amount')
        return
        ;;
    '--reference')
        return
        ;;
    '--reason')
        __podctl_add_completions -W 'duplicate'$'\n''fraudulent'$'\n''order_change'$'\n''product_unsatisfactory'
        return
        ;;
    '--memo')
        return
        ;;
    esac
}

_podctl_bill_refund() {
    repeating_flags=()
    non_repeating_flags=(--quiet --live --dry-run --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --stripe-key-file --lock --timeout --amount --reference --reason --memo --to)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill refund -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--amount')
        return
        ;;
    '--reference')
        return
        ;;
    '--reason')
        __podctl_add_completions -W 'duplicate'$'\n''fraudulent'$'\n''order_change'$'\n''product_unsatisfactory'
        return
        ;;
    '--memo')
        return
        ;;
    '--to')
        __podctl_add_completions -W 'stripe'$'\n''outside'
        return
        ;;
    esac
}

_podctl_bill_uncollectible() {
    repeating_flags=()
    non_repeating_flags=(--quiet --live --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --stripe-key-file --lock --timeout --confirm)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill uncollectible -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--confirm')
        return
        ;;
    esac
}

_podctl_bill_payments() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    import|tell|list)
        # Offer subcommand argument completions
        "_podctl_bill_payments_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'import tell list' -- "${cur}"))
        ;;
    esac
}

_podctl_bill_payments_import() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=(--map)
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --date-format --decimal --rejects --max-rejects)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill payments import -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--map')
        return
        ;;
    '--date-format')
        __podctl_add_completions -W 'ISO'$'\n''DMY'$'\n''MDY'$'\n''YMD'
        return
        ;;
    '--decimal')
        __podctl_add_completions -W 'point'$'\n''comma'
        return
        ;;
    '--rejects')
        return
        ;;
    '--max-rejects')
        return
        ;;
    esac
}

_podctl_bill_payments_tell() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file --lock --timeout)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill payments tell -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_podctl_bill_payments_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill payments list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_bill_events() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    pull|list)
        # Offer subcommand argument completions
        "_podctl_bill_events_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'pull list' -- "${cur}"))
        ;;
    esac
}

_podctl_bill_events_pull() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file --lock --timeout)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill events pull -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_podctl_bill_events_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --outcome --limit)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill events list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--outcome')
        __podctl_add_completions -W 'applied'$'\n''unchanged'$'\n''known'$'\n''foreign'$'\n''missing'
        return
        ;;
    '--limit')
        return
        ;;
    esac
}

_podctl_bill_webhook() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    verify|apply)
        # Offer subcommand argument completions
        "_podctl_bill_webhook_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'verify apply' -- "${cur}"))
        ;;
    esac
}

_podctl_bill_webhook_verify() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --webhook-secret-file --signature)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--webhook-secret-file')
        return
        ;;
    '--signature')
        return
        ;;
    esac
}

_podctl_bill_webhook_apply() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file --lock --timeout --webhook-secret-file --signature)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill webhook apply -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    '--webhook-secret-file')
        return
        ;;
    '--signature')
        return
        ;;
    esac
}

_podctl_bill_reconcile() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --rebuild --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --stripe-key-file --lock --timeout)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill reconcile -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--stripe-key-file')
        return
        ;;
    '--lock')
        __podctl_add_completions -W 'wait'$'\n''fail'$'\n''skip'
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_podctl_bill_aging() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --as-of --by)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill aging -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--as-of')
        return
        ;;
    '--by')
        __podctl_add_completions -W 'payer'$'\n''invoice'
        return
        ;;
    esac
}

_podctl_bill_statement() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --from --to --mode)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill statement -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--mode')
        __podctl_add_completions -W 'live'$'\n''test'
        return
        ;;
    esac
}

_podctl_bill_journal() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    export)
        # Offer subcommand argument completions
        "_podctl_bill_journal_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'export' -- "${cur}"))
        ;;
    esac
}

_podctl_bill_journal_export() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --format --mode --from --to)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill journal export -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--format')
        __podctl_add_completions -W 'csv'$'\n''hledger'$'\n''beancount'
        return
        ;;
    '--mode')
        __podctl_add_completions -W 'live'$'\n''test'
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    esac
}

_podctl_bill_payer() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    set|list)
        # Offer subcommand argument completions
        "_podctl_bill_payer_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'set list' -- "${cur}"))
        ;;
    esac
}

_podctl_bill_payer_set() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --kind --email --tax --tax-name)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill payer set -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--kind')
        __podctl_add_completions -W 'brand'$'\n''agency'
        return
        ;;
    '--email')
        return
        ;;
    '--tax')
        return
        ;;
    '--tax-name')
        return
        ;;
    esac
}

_podctl_bill_payer_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion bill payer list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_runs() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list)
        # Offer subcommand argument completions
        "_podctl_runs_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list' -- "${cur}"))
        ;;
    esac
}

_podctl_runs_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --failed --overdue --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --hours --limit --tenant)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--hours')
        return
        ;;
    '--limit')
        return
        ;;
    '--tenant')
        return
        ;;
    esac
}

_podctl_outbox() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|resolve)
        # Offer subcommand argument completions
        "_podctl_outbox_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show resolve' -- "${cur}"))
        ;;
    esac
}

_podctl_outbox_list() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --all --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --state)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion outbox list -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--state')
        __podctl_add_completions -W 'planned'$'\n''sending'$'\n''done'$'\n''failed'$'\n''unknown'$'\n''withheld'$'\n''cancelled'
        return
        ;;
    esac
}

_podctl_outbox_show() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --body --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion outbox show -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_podctl_outbox_resolve() {
    repeating_flags=()
    non_repeating_flags=(--quiet --json --live --failed --retry --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --format --fields --tenant --done)
    __podctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--format')
        __podctl_add_completions -W 'table'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''tsv'$'\n''markdown'
        return
        ;;
    '--fields')
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion outbox resolve -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--done')
        return
        ;;
    esac
}

_podctl_metrics() {
    repeating_flags=()
    non_repeating_flags=(--quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--database --config --profile --color --tenant --textfile)
    __podctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        return
        ;;
    '--config')
        return
        ;;
    '--profile')
        return
        ;;
    '--color')
        __podctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--tenant')
        __podctl_add_completions -W "$(__podctl_custom_complete ---completion metrics -- --tenant "${COMP_CWORD}" "$(__podctl_cursor_index_in_current_word)")"
        return
        ;;
    '--textfile')
        return
        ;;
    esac
}

_podctl_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __podctl_offer_flags_options -1
}

complete -o filenames -F _podctl podctl
