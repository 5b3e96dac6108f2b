#compdef podctl

__podctl_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__podctl_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __podctl_complete "${completions[@]:0:-1}"
    fi
}

__podctl_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_podctl() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'migrate:Bring a database'\''s schema up to date.'
            'config:See which settings apply.'
            'doctor:Check database, schema, secrets, time zones and lists.'
            'attribution:Credit a sponsor'\''s conversions to the spots that were downloaded.'
            'runs:See what ran and how it ended.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        migrate|config|doctor|attribution|runs|help)
            "_podctl_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_migrate() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'up:Apply every pending migration.'
            'status:List the migrations and whether each is applied; exits 1 while any is pending.'
            'plan:Show what migrate up would apply, and change nothing.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        up|status|plan)
            "_podctl_migrate_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_migrate_up() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_status() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_plan() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--sql[With the SQL of each\: as text, or as the field sql in a machine format.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_config() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'show:Show every setting and where it comes from.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        show)
            "_podctl_config_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_config_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--origin[Say where each value comes from.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_doctor() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_attribution() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'import:Import a sponsor'\''s conversions from CSV or JSON lines.'
            'run:Credit a sponsor'\''s conversions under every model.'
            'compare:Show the models side by side, from the last run.'
            'explain:Show one conversion'\''s touches, weights and window.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        import|run|compare|explain)
            "_podctl_attribution_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_attribution_import() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution import -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor whose customers they are.]:slug:'
        ':file:'
        '*--map[The file'\''s name of one of our columns; repeat it.]:ours=theirs:'
        '--date-format[The order of dates\: ISO, DMY, MDY or YMD.]:order:'
        '--zone[The zone of times that carry no offset; without it they are rejected.]:zone:'
        '--currency[The currency of rows that name none; the default is the tenant'\''s.]:code:'
        '--decimal[The mark before decimals, point or comma; learnt from the file.]:mark:'
        '--rejects[Where rejected rows go; the default is FILE.rejects.csv.]:file:'
        '--max-rejects[How many rows may be rejected before the exit status is 65.]:n:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_attribution_run() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution run -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor.]:slug:'
        '--window-days[Days before a conversion in which a download may be credited.]:days:'
        '--from[Only conversions from this day on.]:day:'
        '--to[Only conversions to this day, included.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_attribution_compare() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___by=('flight' 'spot')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution compare -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor.]:slug:'
        '--window-days[Days before a conversion in which a download may be credited.]:days:'
        '--from[Only conversions from this day on.]:day:'
        '--to[Only conversions to this day, included.]:day:'
        '--campaign[Only this campaign'\''s rows.]:slug:'
        '--by[A row for each flight or for each spot.]:by:{__podctl_complete "${___by[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_attribution_explain() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution explain -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor.]:slug:'
        '--window-days[Days before a conversion in which a download may be credited.]:days:'
        ':order:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_runs() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'list:List the runs that changed the database, or failed to, newest first.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list)
            "_podctl_runs_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_runs_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--failed[Only those that failed or never ended.]'
        '--limit[At most so many.]:n:'
        '--tenant[Only those for one tenant.]:slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _podctl ]]; then
    _podctl "${@}"
else
    compdef _podctl podctl
fi
