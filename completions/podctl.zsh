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
            'tenant:Manage tenants; none sees another'\''s data.'
            'podcast:Manage shows, feeds and episodes, and count downloads.'
            'config:Show the settings in effect.'
            'doctor:Check database, schema, secrets, time zones and lists.'
            'campaign:Manage sponsors, campaigns, flights and spots, and track delivery.'
            'attribution:Credit a sponsor'\''s conversions to the spots that were downloaded.'
            'report:Report to sponsors, and on all campaigns.'
            'bill:Bill a month'\''s delivery.'
            'runs:Show the record of runs and how each ended.'
            'outbox:Inspect and resolve what podctl does at Stripe and mail services.'
            'metrics:Print figures for a monitor, in the text format of Prometheus.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        migrate|tenant|podcast|config|doctor|campaign|attribution|report|bill|runs|outbox|metrics|help)
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
            'status:List migrations and whether each is applied; exits with 1 if any is pending.'
            'plan:Show what migrate up would do, and change nothing.'
            'lint:Find dangerous statements in migration files; exits with 1 if there are any.'
            'verify:Test the migrations in scratch databases; exits with 1 if a check fails.'
            'drift:Compare the schema with what its migrations make; exits with 1 if they differ.'
            'ci:Lint, base, plan, verify and drift in one report for a pipeline; exits 1 on findings.'
            'baseline:Start the history of a database that already has its tables.'
            'repair:Accept applied files that were changed since: record their new checksums.'
            'new:Create the next migration file in a folder.'
            'snapshot:Write the current schema, for migrate drift --snapshot.'
            'down:Undo the newest applied migration by its down section.'
            'partitions:Create the partitions of coming months, and drop empty ones.'
            'distribute:Distribute the tables by tenant on a Citus cluster.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        up|status|plan|lint|verify|drift|ci|baseline|repair|new|snapshot|down|partitions|distribute)
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
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--to[Stop after this version.]:version:'
        '--allow-out-of-order[Apply a file even if a later one is already applied.]'
        '--allow-newer[Continue even if the history has steps that these files lack, such as after rolling back a release.]'
        '--lock[If another runner holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[Longest wait of --lock wait.]:time:'
        '--lock-timeout[Longest wait of a statement for a table; then the file is rolled back and retried.]:time:'
        '--statement-timeout[Longest duration of a statement; the default is no limit.]:time:'
        '--retries[Number of retries for a file whose table stayed locked.]:retries:'
        '--plan[Apply exactly this file of migrate plan --out, or nothing (exit 65).]:file:'
        '--app-role[Grant this PostgreSQL role the rights of daily work, and no more.]:role:'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--to[Stop after this version.]:version:'
        '--allow-out-of-order[Apply a file even if a later one is already applied.]'
        '--allow-newer[Continue even if the history has steps that these files lack, such as after rolling back a release.]'
        '--sql[Include the SQL of each\: as text, or as the field sql in a machine format.]'
        '--check[Exit with 1 if any migration is pending.]'
        '--out[Write the plan to a file, for migrate up --plan.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_lint() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___variant=('sqlite' 'postgres' 'timescaledb' 'citus')
    local -ar ___fail_on=('note' 'warning' 'error')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '*:files:_files -g '\''*.sql'\'''
        '*--variant[Target databases; the default is PostgreSQL and those in the files'\'' names.]:variant:{__podctl_complete "${___variant[@]}"}'
        '--fail-on[Exit with 1 for findings of this level or above\: note, warning or error.]:fail-on:{__podctl_complete "${___fail_on[@]}"}'
        '*--report[Also write the report to a file\: text, json, junit, sarif, github; may be given for each. A format without a file is written to standard output, before anything else.]:format\[=file\]:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_verify() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___skip=('empty' 'again' 'repeatable' 'upgrade' 'down' 'kill' 'promises' 'isolation')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--base-ref[Git commit whose files of --dir are deployed now, such as origin/main.]:commit:'
        '--base-dir[Folder with the files that are deployed now.]:folder:'
        '--shadow-url[An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. PODCTL_SHADOW_URL says the same.]:url:'
        '*--skip[Skip a check\: again, repeatable, upgrade, down, kill, promises, isolation.]:check:{__podctl_complete "${___skip[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_drift() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--shadow-url[An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. PODCTL_SHADOW_URL says the same.]:url:'
        '--last[Compare with the hash that the last migrate up kept, instead\: quick, and no second database is made unless something was changed since.]'
        '--other-env[Compare with the database whose URL is in this environment variable, instead.]:variable:'
        '--snapshot[Compare with a snapshot that --write-snapshot wrote, instead.]:file:'
        '--write-snapshot[Write the current schema to a file, and compare nothing.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_ci() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('text' 'json' 'junit' 'sarif' 'github')
    local -ar ___skip=('lint' 'base' 'plan' 'verify' 'drift')
    local -ar ___fail_on=('note' 'warning' 'error')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--base-ref[Git commit whose files of --dir are deployed now, such as origin/main.]:commit:'
        '--base-dir[Folder with the files that are deployed now.]:folder:'
        '--shadow-url[An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. PODCTL_SHADOW_URL says the same.]:url:'
        '--format[Format of standard output.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json.]'
        '*--report[Also write the report to a file\: text, json, junit, sarif, github; may be given for each. A format without a file is written to standard output, before anything else.]:format\[=file\]:'
        '*--skip[Skip a check\: lint, base, plan, verify or drift. Repeatable.]:skip:{__podctl_complete "${___skip[@]}"}'
        '--fail-on[Fail lint for findings of this level or above\: note, warning or error.]:fail-on:{__podctl_complete "${___fail_on[@]}"}'
        '--editable-from[Allow changes to the base'\''s files from this version on, which have not run anywhere yet.]:version:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_baseline() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--lock[If another runner holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[Longest wait of --lock wait.]:time:'
        '--lock-timeout[Longest wait of a statement for a table; then the file is rolled back and retried.]:time:'
        '--statement-timeout[Longest duration of a statement; the default is no limit.]:time:'
        '--retries[Number of retries for a file whose table stayed locked.]:retries:'
        '--at[Newest version that the database already has.]:version:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_repair() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--lock[If another runner holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[Longest wait of --lock wait.]:time:'
        '--lock-timeout[Longest wait of a statement for a table; then the file is rolled back and retried.]:time:'
        '--statement-timeout[Longest duration of a statement; the default is no limit.]:time:'
        '--retries[Number of retries for a file whose table stayed locked.]:retries:'
        '--confirm[Changed file to accept as applied, such as 0007_spots.]:name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_new() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___variant=('sqlite' 'postgres' 'timescaledb' 'citus')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        ':name:'
        '--variant[Target database, if the file is for one only.]:variant:{__podctl_complete "${___variant[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_snapshot() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--out[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_down() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: table that holds its history, as NAME or SCHEMA.NAME.]:name:'
        '--lock[If another runner holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[Longest wait of --lock wait.]:time:'
        '--lock-timeout[Longest wait of a statement for a table; then the file is rolled back and retried.]:time:'
        '--statement-timeout[Longest duration of a statement; the default is no limit.]:time:'
        '--retries[Number of retries for a file whose table stayed locked.]:retries:'
        '--confirm[Skip the prompt; must equal the step to undo, such as 0007_spots.]:name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_partitions() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--lock[If another runner holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[Longest wait of --lock wait.]:time:'
        '--lock-timeout[Longest wait of a statement for a table; then the file is rolled back and retried.]:time:'
        '--statement-timeout[Longest duration of a statement; the default is no limit.]:time:'
        '--retries[Number of retries for a file whose table stayed locked.]:retries:'
        '--ahead[Number of coming months to create.]:months:'
        '--dry-run[Show what would be done, and change nothing.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_migrate_distribute() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--lock[If another runner holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[Longest wait of --lock wait.]:time:'
        '--lock-timeout[Longest wait of a statement for a table; then the file is rolled back and retried.]:time:'
        '--statement-timeout[Longest duration of a statement; the default is no limit.]:time:'
        '--retries[Number of retries for a file whose table stayed locked.]:retries:'
        '--dry-run[Show the statements, and change nothing.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant() {
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
            'create:Create a tenant and its secret.'
            'list:List tenants.'
            'show:Show one tenant.'
            'update:Change a tenant'\''s name, contact, currency, zone or counting.'
            'archive:Archive a tenant; nothing is deleted.'
            'sources:Manage how far a tenant'\''s logs, imported delivery and conversions are complete.'
            'brand:Manage the branding of a tenant'\''s reports and mails.'
            'plan:Manage a tenant'\''s plan: its limits, use and price.'
            'rotate-secret:Hash listeners with a new secret from a day on; earlier days keep the old one.'
            'seed:Create demo tenants from generated feeds, logs and orders.'
            'reset:Recreate a demo tenant as it was first made.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        create|list|show|update|archive|sources|brand|plan|rotate-secret|seed|reset)
            "_podctl_tenant_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_tenant_create() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___kind=('network' 'agency' 'independent')
    local -ar ___counting_window=('calendar' 'first-touch' 'last-touch')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        ':slug:'
        '--name[Name on reports and invoices.]:name:'
        '--kind[Kind of tenant\: network, agency or independent.]:kind:{__podctl_complete "${___kind[@]}"}'
        '--zone[Time zone in which days are counted.]:zone:'
        '--currency[Currency of prices.]:code:'
        '--contact-email[Email address of the contact.]:email:'
        '--owner[Email address of the owner.]:email:'
        '--counting-window[Window in which one listener'\''s requests are one download\: calendar, first-touch or last-touch.]:window:{__podctl_complete "${___counting_window[@]}"}'
        '--closes-after[Days after which a window takes no late lines; the default is 45.]:days:'
        '--volume-limit[Volume limit\: count none of an address'\''s downloads on a day with more than N, or none; 250 for a new tenant.]:n|none:'
        '--if-not-exists[Do nothing if the tenant already exists.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--all[Include archived tenants.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        ':slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_update() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___kind=('network' 'agency' 'independent')
    local -ar ___counting_window=('calendar' 'first-touch' 'last-touch')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        ':slug:'
        '--name[Name on reports and invoices.]:name:'
        '--kind[Kind of tenant\: network, agency or independent.]:kind:{__podctl_complete "${___kind[@]}"}'
        '--zone[Time zone in which days are counted.]:zone:'
        '--currency[Currency of new prices; campaigns keep theirs.]:code:'
        '--contact-email[Email address of the contact.]:email:'
        '--counting-window[Window in which one listener'\''s requests are one download\: calendar, first-touch or last-touch.]:window:{__podctl_complete "${___counting_window[@]}"}'
        '--closes-after[Days after which a window takes no late lines; the default is 45.]:days:'
        '--volume-limit[Volume limit\: count none of an address'\''s downloads on a day with more than N, or none; 250 for a new tenant.]:n|none:'
        '--reactivate[Make an archived tenant active again.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_archive() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--yes[Skip the confirmation prompt.]'
        ':slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_sources() {
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
            'list:List through which day each source is complete.'
            'complete:Declare a source complete through a day.'
            'forget:Remove what was declared of a source; its imported data decides again.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list|complete|forget)
            "_podctl_tenant_sources_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_tenant_sources_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant sources list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_sources_complete() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar _source=('log' 'delivery' 'conversions')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant sources complete -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--through[Last complete day, in the tenant'\''s zone.]:date:'
        '--final[Declare the source final\: no more data will come.]'
        ':source:{__podctl_complete "${_source[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_sources_forget() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar _source=('log' 'delivery' 'conversions')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant sources forget -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':source:{__podctl_complete "${_source[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_brand() {
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
            'set:Set a tenant'\''s branding: colour, logo, footer, sender name and templates.'
            'show:Show the branding of a tenant'\''s reports and mails.'
            'clear:Reset a tenant'\''s branding to the default.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        set|show|clear)
            "_podctl_tenant_brand_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_tenant_brand_set() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant brand set -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--accent[Colour of figures and links.]:#rrggbb:'
        '--logo[A PNG or SVG file.]:file:'
        '--from-name[Sender name of mails, if their from address has none.]:name:'
        '--footer[Footer line of every report.]:text:'
        '--page-layout[Mustache template of pages and PDF.]:file:'
        '--mail-layout[Mustache template of mails.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_brand_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___layout=('page' 'mail')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant brand show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--layout[Print only the template of pages or of mails; podctl'\''s own if the tenant has none.]:layout:{__podctl_complete "${___layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_brand_clear() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant brand clear -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_plan() {
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
            'set:Set a tenant'\''s plan, its own limits and its subscription.'
            'show:Show a tenant'\''s use and limits; "—" is no limit.'
            'check:Compare the subscription that pays a plan with Stripe.'
            'price:Set a plan'\''s price, by its id at Stripe.'
            'list:List the plans and what each comes with and costs; "—" is no limit, or no price.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        set|show|check|price|list)
            "_podctl_tenant_plan_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_tenant_plan_set() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar _plan=('free' 'starter' 'pro' 'enterprise')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant plan set -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        ':plan:{__podctl_complete "${_plan[@]}"}'
        '*--limit[Limit of podcasts, campaigns or reports a month; none for no limit. Repeatable.]:quota=n|none:'
        '--stripe-subscription[Subscription id, if podctl does not manage the subscription; an empty value removes it.]:sub_…:'
        '--no-subscription[Change the plan here only, not at Stripe.]'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_plan_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant plan show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_plan_check() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant plan check -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_plan_price() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar _plan=('free' 'starter' 'pro' 'enterprise')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        ':plan:{__podctl_complete "${_plan[@]}"}'
        ':price_…:'
        '--live[Set the live-mode price; the default is test mode.]'
        '--none[Remove the plan'\''s price.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_plan_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
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

_podctl_tenant_rotate-secret() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        ':slug:'
        '--from[The first day of the new secret; the default is tomorrow.]:day:'
        '--drop-expired[Remove old secrets that no window or late line can reach, instead of rotating.]'
        '--breaks-windows[Rotate even if a window may reach over two rotations; credits before the first are lost.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_seed() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--directory[Folder for the generated files; the default is in podctl'\''s data folder.]:dir:'
        '--weeks[Weeks of logs, 2 to 26.]:n:'
        '--seed[Seed of the generated figures.]:n:'
        '--anchor[Monday after the last generated week; the default is this week'\''s.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_tenant_reset() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--directory[Folder for the generated files; the default is in podctl'\''s data folder.]:dir:'
        '--confirm[Skip the prompt; must equal the slug of what will be deleted.]:slug:'
        ':slug:{__podctl_custom_complete ---completion tenant reset -- positional@0 "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast() {
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
            'add:Add a show by its feed.'
            'list:List shows.'
            'show:Show one show and its feed.'
            'sync:Update shows from their feeds.'
            'episodes:List a show'\''s episodes, newest first.'
            'measure:Count downloads in CDN logs, without a database.'
            'ingest:Count CDN logs into a tenant'\''s database.'
            'downloads:Show counted downloads by time, episode, show, app, country or age.'
            'audience:Show distinct listeners by day, week, month, app, device or country.'
            'explain:Explain why a log line was counted or not.'
            'anomalies:Find spikes, re-downloads, preloading players and unusual days.'
            'methodology:Write the description of methodology that auditors ask for.'
            'closed:List log lines that arrived after their windows closed.'
            'restatements:List figures that changed after a report of their day was made.'
            'purge:Delete listener keys of old days and keep their counts.'
            'filters:Manage the filter lists: robots, data centres and shared addresses.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|list|show|sync|episodes|measure|ingest|downloads|audience|explain|anomalies|methodology|closed|restatements|purge|filters)
            "_podctl_podcast_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_podcast_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--feed[Its RSS feed\: a file, or an http or https address.]:file|url:'
        '--if-not-exists[If the show already exists with this feed, update it.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_sync() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast sync -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*:slug:'
        '--all[Update all shows that have a feed.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_episodes() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast episodes -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--limit[Show at most N rows.]:n:'
        '--offset[Skip the first N rows.]:n:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_measure() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___log_format=('bunny' 'bunny-json' 'cloudflare' 'cloudfront' 'cloudfront-json' 'cloudfront-realtime' 'combined' 'megaphone' 'op3-downloads' 'op3-hits' 's3')
    local -ar ___window=('calendar' 'first-touch' 'last-touch')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--log-format[Log format; the default is detected from the first lines.]:name:{__podctl_complete "${___log_format[@]}"}'
        '--format-map[Mapping file that names the columns of another format.]:file:_files'
        '--episodes[CSV or TSV file of episodes with paths and sizes.]:file:'
        '--zone[Time zone whose days are counted; the default is UTC.]:zone:'
        '--window[Window in which one listener'\''s requests are one download\: a day, 24 hours from the first request, or from the latest.]:window:{__podctl_complete "${___window[@]}"}'
        '--volume-limit[Volume limit\: count none of an address'\''s downloads on a day with more than N; none for no limit. Default 250.]:n|none:'
        '*--lists[Folder of user-agent and network lists, recognized by file name. Repeatable.]:folder:'
        '*--safe[File of networks with real listeners, whatever lists and the volume limit say. Repeatable.]:file:'
        '*--referrers[File of bad referrers, as hosts or URL prefixes. Repeatable.]:file:'
        '--compare[Count by other windows and profiles too, side by side with the one asked for.]'
        '--against[A host'\''s own numbers as CSV\: episode,downloads\[,day\].]:file:'
        '--tolerance[With --against\: accepted difference in percent; the default is 5.]:percent:'
        '--reasons[Show lines by reason, instead of downloads.]'
        '--explain[Explain why one line was counted or not, instead of showing downloads.]:log\:line:'
        '*:log:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_ingest() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___log_format=('bunny' 'bunny-json' 'cloudflare' 'cloudfront' 'cloudfront-json' 'cloudfront-realtime' 'combined' 'megaphone' 'op3-downloads' 'op3-hits' 's3')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast ingest -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--log-format[Log format; the default is detected from the first lines.]:name:{__podctl_complete "${___log_format[@]}"}'
        '--format-map[Mapping file that names the columns of another format.]:file:_files'
        '*--lists[Folder of published lists, instead of the stored ones. Repeatable.]:dir:'
        '--reasons[Show all of the tenant'\''s lines by reason, instead of the files.]'
        '--again[Count again what was taken, after episodes, lists or rules have changed; logs are then files that were moved since. Closed days stand.]'
        '--all-tenants[Read logs that tenants share\: each line goes to the tenant that owns its path.]'
        '*:log:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_downloads() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___by=('day' 'week' 'month' 'episode' 'show' 'app' 'device' 'country' 'age')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast downloads -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':show:'
        '--by[What each row stands for.]:by:{__podctl_complete "${___by[@]}"}'
        '--from[The first day; the default is the first that was counted.]:day:'
        '--to[The last day, included; the default is the last that was counted.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_audience() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___by=('day' 'week' 'month' 'app' 'device' 'country')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast audience -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':show:'
        '--by[What each row stands for.]:by:{__podctl_complete "${___by[@]}"}'
        '--from[The first day; the default is the first that was counted.]:day:'
        '--to[The last day, included; the default is the last that was counted.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_explain() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___log_format=('bunny' 'bunny-json' 'cloudflare' 'cloudfront' 'cloudfront-json' 'cloudfront-realtime' 'combined' 'megaphone' 'op3-downloads' 'op3-hits' 's3')
    local -ar ___window=('calendar' 'first-touch' 'last-touch')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast explain -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--log-format[Log format; the default is detected from the first lines.]:name:{__podctl_complete "${___log_format[@]}"}'
        '--format-map[Mapping file that names the columns of another format.]:file:_files'
        '--episodes[File of episodes with paths and sizes, instead of a tenant.]:file:'
        '--zone[Time zone whose days are counted; the default is UTC.]:zone:'
        '--window[Window in which one listener'\''s requests are one download\: a day, 24 hours from the first request, or from the latest.]:window:{__podctl_complete "${___window[@]}"}'
        '--volume-limit[Volume limit\: count none of an address'\''s downloads on a day with more than N; none for no limit. Default 250.]:n|none:'
        '*--lists[Folder of user-agent and network lists, recognized by file name. Repeatable.]:folder:'
        '*--safe[File of networks with real listeners, whatever lists and the volume limit say. Repeatable.]:file:'
        '*--referrers[File of bad referrers, as hosts or URL prefixes. Repeatable.]:file:'
        ':log\:line:'
        '*:log:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_anomalies() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast anomalies -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':show:'
        '--from[The first day; the default is the first that was counted.]:day:'
        '--to[The last day, included; the default is the last that was counted.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_methodology() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast methodology -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--from[The first day; the default is the first that was counted.]:day:'
        '--to[The last day, included; the default is the last that was counted.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_closed() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast closed -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--since[Show only lines from this day on.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_restatements() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast restatements -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--since[Show only figures from this day on.]:day:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_purge() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast purge -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--older-than[Purge days older than this many days, such as 400d.]:400d:'
        '--dry-run[Show what would be purged, and change nothing.]'
        '--breaks-windows[Purge days even if an attribution window may still reach them.]'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters() {
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
            'import:Import published lists of user agents and networks.'
            'show:Show the filter lists in use, or the entries of one.'
            'update:Read the stored lists from their sources again.'
            'diff:Show how the current lists would change past counts.'
            'safe:Manage a tenant'\''s safe list: shared addresses with real listeners.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        import|show|update|diff|safe)
            "_podctl_podcast_filters_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_podcast_filters_import() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--from[First day to which new entries apply; the default is all days.]:day:'
        '--undated[Drop the first days that earlier imports gave to entries.]'
        '--as[Kind of list, if the file'\''s or address'\''s name does not tell.]:name:'
        '--replace[Drop lists of the current set that are not among those given.]'
        '*:place:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--sets[Show every set of lists that was in use.]'
        ':name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_update() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--from[First day to which new entries apply; the default is all days.]:day:'
        '--undated[Drop the first days that earlier imports gave to entries.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_diff() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters diff -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--since[The first day to compare.]:day:'
        '*--lists[Folder of lists to compare with, instead of the current ones.]:dir:'
        '--entries[Show the entries that make the difference, instead of shows.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_safe() {
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
            'add:Put a shared address on the safe list.'
            'list:Show the safe list, and which entries are due for review.'
            'renew:Record that a safe network was reviewed and still has real listeners.'
            'remove:Take a network off the safe list.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|list|renew|remove)
            "_podctl_podcast_filters_safe_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_podcast_filters_safe_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters safe add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--note[Who uses the network, and how you know.]:note:'
        ':network:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_safe_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters safe list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_safe_renew() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters safe renew -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--all[All networks of the safe list.]'
        ':network:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_podcast_filters_safe_remove() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters safe remove -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':network:'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--origin[Show where each value comes from.]'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
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

_podctl_campaign() {
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
            'create:Create a campaign, from an order file or by flags.'
            'list:List campaigns.'
            'show:Show one campaign with its orders and flights.'
            'launch:Start a campaign, or resume a paused one.'
            'pause:Pause an active campaign.'
            'complete:Mark a campaign as completed.'
            'cancel:Cancel a campaign for good and release its promo codes.'
            'pacing:Show delivery against goal.'
            'check:Find flights that are off pace; exits with 1 if there are any.'
            'sponsor:Manage sponsors: the advertisers who buy campaigns.'
            'flight:Manage flights: the lines of a campaign'\''s insertion orders.'
            'spot:Manage spots: a flight'\''s airings in episodes.'
            'delivery:Import delivery that was counted elsewhere.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        create|list|show|launch|pause|complete|cancel|pacing|check|sponsor|flight|spot|delivery)
            "_podctl_campaign_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_campaign_create() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign create -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--file[Order file\: YAML, CSV or TSV.]:path:'
        '*--map[Read a table'\''s column from one with another name, as OURS=THEIRS. Repeatable.]:ours=theirs:'
        '--sponsor[The sponsor'\''s slug.]:slug:'
        '--name[Name on reports.]:name:'
        '--currency[Currency code, such as USD; the default is the tenant'\''s.]:code:'
        '--notes[Notes, as free text.]:notes:'
        '--io[The insertion order'\''s number; the default is IO-SLUG.]:number:'
        '--bill-to[Who is billed; the default is the sponsor.]:name:'
        '--po[The buyer'\''s purchase order.]:number:'
        '--terms-days[Payment terms in days; the default is 30.]:days:'
        '--signed-on[Day on which the order was signed.]:date:'
        '--commission[Agency commission in percent.]:percent:'
        '--billing[net deducts the commission from invoices; gross only states it.]:net|gross:'
        '--if-not-exists[Do nothing if the campaign already exists.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___status=('draft' 'active' 'paused' 'completed' 'cancelled')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*--status[Show only campaigns with this status. Repeatable.]:status:{__podctl_complete "${___status[@]}"}'
        '--sponsor[Show only this sponsor'\''s campaigns.]:slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_launch() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign launch -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_pause() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign pause -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_complete() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign complete -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_cancel() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign cancel -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--confirm[Skip the prompt; must equal the slug of what will be deleted.]:slug:'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_pacing() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign pacing -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--through[Last day to count; the default is the last complete day.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_check() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign check -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--through[Last day to count; the default is the last complete day.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_sponsor() {
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
            'add:Add a sponsor.'
            'update:Change a sponsor'\''s name or contact.'
            'list:List sponsors.'
            'show:Show one sponsor.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|update|list|show)
            "_podctl_campaign_sponsor_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_campaign_sponsor_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign sponsor add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--name[Name on invoices and reports.]:name:'
        '--contact-name[Name of the contact person.]:name:'
        '--contact-email[Email address of the contact.]:address:'
        '--website[Its website.]:url:'
        '--if-not-exists[Do nothing if the sponsor already exists.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_sponsor_update() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign sponsor update -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--name[Name on invoices and reports.]:name:'
        '--contact-name[Name of the contact person.]:name:'
        '--contact-email[Email address of the contact.]:address:'
        '--website[Its website.]:url:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_sponsor_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign sponsor list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_sponsor_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign sponsor show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_flight() {
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
            'add:Add a flight to a campaign.'
            'list:List the flights of a campaign, or of all.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|list)
            "_podctl_campaign_flight_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_campaign_flight_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___position=('pre-roll' 'mid-roll' 'post-roll')
    local -ar ___insertion=('baked-in' 'dynamic')
    local -ar ___shortfall=('pro-rata' 'makegood')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign flight add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        ':flight:'
        '--name[Name on invoices and reports; the default is the slug.]:name:'
        '--starts[The first day.]:date:'
        '--ends[The last day, included.]:date:'
        '--position[Position in the episode.]:position:{__podctl_complete "${___position[@]}"}'
        '--insertion[baked-in\: part of the episode'\''s file; dynamic\: inserted by an ad server.]:insertion:{__podctl_complete "${___insertion[@]}"}'
        '--goal[Goal\: units booked.]:units:'
        '--cpm[CPM\: price per thousand units.]:amount:'
        '--flat[Flat price of the flight.]:amount:'
        '--cpa[CPA\: price per conversion.]:amount:'
        '--per-spot[Price per aired spot.]:amount:'
        '*--tier[CPM after N units, as N@RATE. Repeatable.]:units@cpm:'
        '--minimum[Minimum billed by the flight'\''s end.]:amount:'
        '--maximum[Maximum billed in total.]:amount:'
        '--shortfall[If the flight misses its goal\: pro-rata bills delivered units, makegood bills booked units.]:rule:{__podctl_complete "${___shortfall[@]}"}'
        '--cap[Maximum number of units billed; the default is the goal.]:units:'
        '--promo-code[Promo code read out in the spot.]:code:'
        '--vanity-url[Vanity URL read out in the spot.]:url:'
        '--window-days[Measuring window\: days from the air date in which downloads count.]:days:'
        '--io[The insertion order; the default is the campaign'\''s newest.]:number:'
        '--if-not-exists[Do nothing if the flight already exists.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_flight_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign flight list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_spot() {
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
            'add:Plan a spot: one airing of a flight in one episode.'
            'list:List spots with what each has delivered.'
            'air:Record that spots aired or were missed.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|list|air)
            "_podctl_campaign_spot_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_campaign_spot_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign spot add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':flight:'
        '--episode[The episode'\''s GUID, or SHOW/GUID.]:guid:'
        '--podcast[Show, if two shows share the GUID.]:slug:'
        '--airs-on[The air date.]:date:'
        '--aired[Mark the spot as aired.]'
        '--if-not-exists[Do nothing if the flight already has a spot in this episode.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_spot_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign spot list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_spot_air() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign spot air -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':flight:'
        '*--episode[The episode'\''s GUID, repeatable.]:guid:'
        '--due[Take all planned spots whose air date has come.]'
        '--missed[Mark the spots as missed.]'
        '--on[Actual air date.]:date:'
        '--note[Note on the spot.]:note:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_campaign_delivery() {
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
            'import:Import delivery that an ad server counted.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        import)
            "_podctl_campaign_delivery_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_campaign_delivery_import() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___date_format=('ISO' 'DMY' 'MDY' 'YMD')
    local -ar ___decimal=('point' 'comma')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign delivery import -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*--map[Read a column from one with another name, as OURS=THEIRS. Repeatable.]:ours=theirs:'
        '--date-format[Order of day, month and year; ISO 8601 is understood under all of them.]:date-format:{__podctl_complete "${___date_format[@]}"}'
        '--decimal[Decimal separator, point or comma, if the values are ambiguous.]:mark:{__podctl_complete "${___decimal[@]}"}'
        '--rejects[Write rejected rows to this file; the default is FILE.rejects.csv.]:path:'
        '--max-rejects[Accept up to N rejected rows; with more the exit status is 65.]:count:'
        ':file:'
        '--source[Name of the source, such as the ad server.]:name:'
        '--primary[Count by this source from now on, instead of the current one.]'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution import -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[Sponsor whose conversions these are.]:slug:'
        ':file:'
        '*--map[Read a column from one with another name, as OURS=THEIRS. Repeatable.]:ours=theirs:'
        '--date-format[Order of day, month and year in dates\: ISO, DMY, MDY or YMD.]:order:'
        '--zone[Time zone of times without an offset; by default such rows are rejected.]:zone:'
        '--currency[Currency of rows without one; the default is the tenant'\''s.]:code:'
        '--decimal[Decimal separator, point or comma; detected from the file by default.]:mark:'
        '--rejects[Write rejected rows to this file; the default is FILE.rejects.csv.]:file:'
        '--max-rejects[Accept up to N rejected rows; with more the exit status is 65.]:n:'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution run -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor.]:slug:'
        '--window-days[Attribution window\: days before a conversion in which a download is credited.]:days:'
        '--from[Include conversions from this day on.]:day:'
        '--to[Include conversions through this day.]:day:'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution compare -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor.]:slug:'
        '--window-days[Attribution window\: days before a conversion in which a download is credited.]:days:'
        '--from[Include conversions from this day on.]:day:'
        '--to[Include conversions through this day.]:day:'
        '--campaign[Show only this campaign.]:slug:'
        '--by[Show one row per flight or per spot.]:by:{__podctl_complete "${___by[@]}"}'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion attribution explain -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sponsor[The sponsor.]:slug:'
        '--window-days[Attribution window\: days before a conversion in which a download is credited.]:days:'
        ':order:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report() {
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
            'sponsor:Report a campaign'\''s delivery and effect to its sponsor.'
            'tenant:Report on all campaigns of a tenant, worst pacing first.'
            'portfolio:Report on all sponsors of a tenant, largest spend first.'
            'host:Report to a show'\''s host what aired and what comes next, without prices.'
            'finance:Compare what was delivered by a month'\''s end with what was billed and paid.'
            'preview:Preview the mail of a campaign'\''s report.'
            'send:Mail the reports that are due, each once.'
            'cancel:Cancel a report'\''s mails at SendGrid before they are sent.'
            'approve:Approve a report that is on hold or waits for review.'
            'reject:Reject a report that is on hold or waits for review.'
            'schedule:Manage schedules: which sponsor reports are sent when, and to whom.'
            'publish:Write the stored reports as a static site, for a web server.'
            'suppression:Manage the suppression list: addresses that get no mail, and why.'
            'webhook:Verify and apply SendGrid'\''s events: delivered, bounced, unsubscribed.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        sponsor|tenant|portfolio|host|finance|preview|send|cancel|approve|reject|schedule|publish|suppression|webhook)
            "_podctl_report_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_report_sponsor() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report sponsor -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[ISO week; the default is the last complete one.]:yyyy-Www:'
        '--from[First day, instead of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--window-days[The attribution window in days.]:days:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_tenant() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report tenant -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--week[ISO week; the default is the last complete one.]:yyyy-Www:'
        '--from[First day, instead of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_portfolio() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report portfolio -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--week[ISO week; the default is the last complete one.]:yyyy-Www:'
        '--from[First day, instead of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_host() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report host -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':podcast:'
        '--week[ISO week; the default is the last complete one.]:yyyy-Www:'
        '--from[First day, instead of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_finance() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report finance -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[Month, such as 2026-10.]:yyyy-mm:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_preview() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___as=('email' 'html' 'pdf' 'text')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report preview -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[ISO week; the default is the last complete one.]:yyyy-Www:'
        '--from[First day, instead of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--as[The mail as email or text, or the report'\''s own page as html or pdf.]:as:{__podctl_complete "${___as[@]}"}'
        '--open[Open the file in the default program.]'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_send() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___transport=('sendgrid' 'smtp')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report send -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--from[Who mails are from, as '\''Name <address>'\''; the default is PODCTL_MAIL_FROM.]:sender:'
        '--transport[sendgrid or smtp; the default is PODCTL_MAIL_TRANSPORT, then sendgrid.]:way:{__podctl_complete "${___transport[@]}"}'
        '--mail-server[The mail server, as smtps\://USER@HOST\:465 or smtp\://USER@HOST\:587; the default is PODCTL_MAIL_SERVER.]:url:'
        '--smtp-password-file[File of the mail server'\''s password, for its owner alone (0600); the default is the credential podctl-smtp, then PODCTL_SMTP_PASSWORD.]:file:'
        '--sendgrid-key-file[File of SendGrid'\''s key, for its owner alone (0600); the default is the credential podctl-sendgrid, then PODCTL_SENDGRID_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--due[Send all reports that are due.]'
        '--dry-run[Show what is due and what would be held, and send nothing.]'
        '--ping[Ping this URL after the run, with /fail appended if it failed.]:url:'
        '--window[Minutes for which SendGrid holds the mails so that they can be cancelled; 0 for none. The default is each schedule'\''s own, or else 30.]:minutes:'
        '--clock-moved-ok[Accept that the system clock was corrected.]'
        '--to[Send a proof to this address, instead of the reports that are due.]:address:'
        '--campaign[The proof'\''s campaign.]:slug:'
        '--week[The proof'\''s ISO week; the default is the last complete one.]:yyyy-Www:'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_cancel() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report cancel -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sendgrid-key-file[File of SendGrid'\''s key, for its owner alone (0600); the default is the credential podctl-sendgrid, then PODCTL_SENDGRID_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--campaign[The campaign.]:slug:'
        '--week[The ISO week of the report.]:yyyy-Www:'
        '--dry-run[Show which mails could be cancelled, and change nothing.]'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_approve() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report approve -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[The report'\''s ISO week.]:yyyy-Www:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_reject() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report reject -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[The report'\''s ISO week.]:yyyy-Www:'
        '--reason[Reason, kept on record.]:reason:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_schedule() {
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
            'add:Schedule a campaign'\''s weekly report for recipients.'
            'list:List schedules and when each report is due next.'
            'remove:Stop sending a campaign'\''s report, to one recipient or to all.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|list|remove)
            "_podctl_report_schedule_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_report_schedule_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___part=('html' 'text')
    local -ar ___hold=('none' 'review')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report schedule add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--weekday[Weekday on which the report is due.]:day:'
        '--hour[Hour of the day, 0 to 23.]:hour:'
        '--zone[Time zone of the hour; the default is the tenant'\''s.]:zone:'
        '*--to[Recipient'\''s email address. Repeatable.]:address:'
        '--part[Mail format for these recipients\: html (with a plain-text part) or text.]:format:{__podctl_complete "${___part[@]}"}'
        '--hold[review\: wait for report approve; none\: send once the data is complete.]:hold:{__podctl_complete "${___hold[@]}"}'
        '--deadline[Hours after which a report that is not sent is overdue.]:hours:'
        '--window[Minutes for which SendGrid holds the mails so that they can be cancelled; 0 for none. The default is 30.]:minutes:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_schedule_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report schedule list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_schedule_remove() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report schedule remove -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--to[Only this recipient.]:address:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_publish() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report publish -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':folder:'
        '--sponsor[Only this sponsor'\''s reports.]:slug:'
        '--fresh-days[Do not rewrite pages of periods that ended more than N days ago.]:days:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_suppression() {
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
            'list:List suppressed addresses with the reasons.'
            'add:Add an address to the suppression list: it gets no more reports.'
            'remove:Remove an address from the suppression list.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list|add|remove)
            "_podctl_report_suppression_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_report_suppression_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report suppression list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_suppression_add() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report suppression add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':address:'
        '--reason[Reason, kept on record.]:reason:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_suppression_remove() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report suppression remove -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':address:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_webhook() {
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
            'verify:Verify the signature of SendGrid'\''s events and show them.'
            'apply:Apply SendGrid'\''s events: resolve unknown mails, suppress bounced addresses.'
            'list:List SendGrid'\''s events about mails, newest first.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        verify|apply|list)
            "_podctl_report_webhook_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_report_webhook_verify() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--key[SendGrid'\''s public key for events, in base64; the default is PODCTL_SENDGRID_WEBHOOK_KEY.]:key:'
        '--signature[The header X-Twilio-Email-Event-Webhook-Signature.]:base64:'
        '--timestamp[The header X-Twilio-Email-Event-Webhook-Timestamp.]:seconds:'
        ':file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_webhook_apply() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report webhook apply -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--key[SendGrid'\''s public key for events, in base64; the default is PODCTL_SENDGRID_WEBHOOK_KEY.]:key:'
        '--signature[The header X-Twilio-Email-Event-Webhook-Signature.]:base64:'
        '--timestamp[The header X-Twilio-Email-Event-Webhook-Timestamp.]:seconds:'
        ':file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_report_webhook_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report webhook list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--limit[Show at most N rows.]:n:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill() {
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
            'preview:Show a month'\''s invoices without storing them.'
            'draft:Draft a month'\''s invoices, one for each insertion order.'
            'approve:Approve drafts that are within bounds; park the others.'
            'issue:Issue approved invoices through Stripe, each once.'
            'void:Void an invoice, at Stripe too if it was issued.'
            'show:Show an invoice with the evidence for each line.'
            'list:List invoices by month and number.'
            'credit:Issue a credit note against an invoice'\''s open balance.'
            'refund:Refund all or part of what was paid for an invoice.'
            'uncollectible:Write off an invoice'\''s open balance, at Stripe too.'
            'payments:Record and list payments, also those made outside Stripe.'
            'events:Fetch and list Stripe'\''s events about invoices.'
            'webhook:Verify and apply events that Stripe sends to your webhook endpoint.'
            'reconcile:Compare every invoice, line, credit note and payment with Stripe, both ways.'
            'aging:Show what payers owe, by days overdue.'
            'statement:Show a payer'\''s account: invoices, payments, credits and the balance after each.'
            'journal:The double-entry journal over all invoices.'
            'payer:Manage payers: brand or agency, invoice address and tax.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        preview|draft|approve|issue|void|show|list|credit|refund|uncollectible|payments|events|webhook|reconcile|aging|statement|journal|payer)
            "_podctl_bill_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_bill_preview() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill preview -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[Month, such as 2026-10.]:yyyy-mm:'
        '--campaign[Only this campaign'\''s invoices.]:slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_draft() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill draft -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[Month, such as 2026-10.]:yyyy-mm:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_approve() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___waive=('unusual' 'early' 'stale' 'incomplete' 'no-data' 'spike')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill approve -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*:number:'
        '--period[Approve all drafts of this month.]:yyyy-mm:'
        '*--waive[Ignore a finding\: unusual, early, stale, incomplete, no-data or spike. Repeatable.]:finding:{__podctl_complete "${___waive[@]}"}'
        '--grace-days[Days to wait for late logs after the period.]:days:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_issue() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill issue -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--period[Only invoices of this month.]:yyyy-mm:'
        '--dry-run[Show what would be issued, and change nothing.]'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_void() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill void -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        ':number:'
        '--confirm[Skip the prompt; must equal the invoice number.]:number:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown' 'html' 'pdf')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead of standard output.]:file:'
        ':number:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___status=('draft' 'approved' 'open' 'paid' 'uncollectible' 'void')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[Only invoices of this month.]:yyyy-mm:'
        '--status[Show only invoices with this status.]:status:{__podctl_complete "${___status[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_credit() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar ___reason=('duplicate' 'fraudulent' 'order_change' 'product_unsatisfactory')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill credit -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        ':number:'
        '--amount[Amount in the invoice'\''s currency, such as 25.00.]:amount:'
        '--reference[Reference within the invoice; the same reference is booked only once. The default is the amount.]:text:'
        '--reason[Reason, one of Stripe'\''s values.]:reason:{__podctl_complete "${___reason[@]}"}'
        '--memo[Text printed on the credit note.]:text:'
        '--dry-run[Show what would be done, and change nothing.]'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_refund() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar ___reason=('duplicate' 'fraudulent' 'order_change' 'product_unsatisfactory')
    local -ar ___to=('stripe' 'outside')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill refund -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        ':number:'
        '--amount[Amount in the invoice'\''s currency, such as 25.00.]:amount:'
        '--reference[Reference within the invoice; the same reference is booked only once. The default is the amount.]:text:'
        '--reason[Reason, one of Stripe'\''s values.]:reason:{__podctl_complete "${___reason[@]}"}'
        '--memo[Text printed on the credit note.]:text:'
        '--dry-run[Show what would be done, and change nothing.]'
        '--yes[Skip the confirmation prompt.]'
        '--to[Where to send the refund if the invoice was paid both ways\: stripe or outside.]:to:{__podctl_complete "${___to[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_uncollectible() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill uncollectible -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        ':number:'
        '--dry-run[Show what would be written off, and change nothing.]'
        '--confirm[Skip the prompt; must equal the invoice number.]:number:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_payments() {
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
            'import:Import payments by cheque, ACH or wire from CSV.'
            'tell:Mark invoices paid by cheque or transfer as paid at Stripe, each once.'
            'list:List payments by the day they were received.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        import|tell|list)
            "_podctl_bill_payments_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_bill_payments_import() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___date_format=('ISO' 'DMY' 'MDY' 'YMD')
    local -ar ___decimal=('point' 'comma')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payments import -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*--map[Read a column from one with another name, as OURS=THEIRS. Repeatable.]:ours=theirs:'
        '--date-format[Order of day, month and year; ISO 8601 is understood under all of them.]:date-format:{__podctl_complete "${___date_format[@]}"}'
        '--decimal[Decimal separator, point or comma, if the values are ambiguous.]:mark:{__podctl_complete "${___decimal[@]}"}'
        '--rejects[Write rejected rows to this file; the default is FILE.rejects.csv.]:path:'
        '--max-rejects[Accept up to N rejected rows; with more the exit status is 65.]:count:'
        ':file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_payments_tell() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payments tell -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--dry-run[Show which invoices would be marked, and change nothing.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_payments_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payments list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_events() {
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
            'pull:Apply Stripe'\''s events since the last pull: payments, credits, voids.'
            'list:List applied Stripe events and their outcomes, newest first.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        pull|list)
            "_podctl_bill_events_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_bill_events_pull() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill events pull -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_events_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___outcome=('applied' 'unchanged' 'known' 'foreign' 'missing')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill events list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--outcome[Show only events with this outcome\: applied, unchanged, foreign or missing.]:outcome:{__podctl_complete "${___outcome[@]}"}'
        '--limit[Show at most N rows.]:n:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_webhook() {
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
            'verify:Verify the signature of a Stripe event and show it.'
            'apply:Apply a Stripe event: fetch its invoice and store its current state.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        verify|apply)
            "_podctl_bill_webhook_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_bill_webhook_verify() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--webhook-secret-file[File of the endpoint'\''s signing secret (0600); the default is the credential podctl-stripe-webhook, then PODCTL_STRIPE_WEBHOOK_SECRET.]:file:'
        '--signature[Value of the Stripe-Signature header, unchanged.]:header:'
        ':file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_webhook_apply() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill webhook apply -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--webhook-secret-file[File of the endpoint'\''s signing secret (0600); the default is the credential podctl-stripe-webhook, then PODCTL_STRIPE_WEBHOOK_SECRET.]:file:'
        '--signature[Value of the Stripe-Signature header, unchanged.]:header:'
        ':file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_reconcile() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___lock=('wait' 'fail' 'skip')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill reconcile -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[If another run holds the lock\: wait, fail (exit 75) or skip (exit 0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Start nothing new after N seconds.]:seconds:'
        '--rebuild[Restore what exists at Stripe and is missing here.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_aging() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___by=('payer' 'invoice')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill aging -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--as-of[Show balances at the end of this day; the default is today.]:yyyy-mm-dd:'
        '--by[Show one row per payer or per invoice.]:by:{__podctl_complete "${___by[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_statement() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___mode=('live' 'test')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill statement -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':payer:'
        '--from[First day.]:yyyy-mm-dd:'
        '--to[Last day, included.]:yyyy-mm-dd:'
        '--mode[Stripe mode; the default is live if there is a live invoice.]:mode:{__podctl_complete "${___mode[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_journal() {
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
            'export:Export the journal as CSV, for hledger or for beancount.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        export)
            "_podctl_bill_journal_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_bill_journal_export() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('csv' 'hledger' 'beancount')
    local -ar ___mode=('live' 'test')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill journal export -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--mode[Export only entries of this mode.]:mode:{__podctl_complete "${___mode[@]}"}'
        '--from[First day.]:yyyy-mm-dd:'
        '--to[Last day, included.]:yyyy-mm-dd:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_payer() {
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
            'set:Set a payer'\''s kind, invoice address and tax.'
            'list:List payers with their kind, invoice address and tax.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        set|list)
            "_podctl_bill_payer_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_bill_payer_set() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___kind=('brand' 'agency')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payer set -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':name:'
        '--kind[Kind of payer\: brand, or agency that buys for several brands.]:kind:{__podctl_complete "${___kind[@]}"}'
        '--email[Email address for invoices; the default is the sponsor'\''s contact.]:address:'
        '--tax[Tax in percent, added to each line; 0 for none.]:percent:'
        '--tax-name[Name of the tax on invoices; the default is Tax.]:name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_bill_payer_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payer list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
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
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--failed[Show only runs that failed or never finished.]'
        '--overdue[Show runs that started more than --hours ago and never finished, and reports past their deadline.]'
        '--hours[Hours after which a run is overdue.]:hours:'
        '--limit[Show at most N rows.]:n:'
        '--tenant[Show only this tenant'\''s runs.]:slug:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_outbox() {
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
            'list:List effects that are not done, and why.'
            'show:Show one effect in full.'
            'resolve:Resolve a failed or unknown effect, after checking at the service.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list|show|resolve)
            "_podctl_outbox_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_podctl_outbox_list() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar ___state=('planned' 'sending' 'done' 'failed' 'unknown' 'withheld' 'cancelled')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion outbox list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--all[Include effects that are done.]'
        '--state[Show only effects in this state.]:state:{__podctl_complete "${___state[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_outbox_show() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion outbox show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':name:'
        '--live[Select the live-mode effect, if both modes have it.]'
        '--body[Print only the request body.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_outbox_resolve() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___format=('table' 'json' 'ndjson' 'csv' 'tsv' 'markdown')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion outbox resolve -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':name:'
        '--live[Select the live-mode effect, if both modes have it.]'
        '--done[Mark as done, with its id at the service.]:id:'
        '--failed[Mark as failed\: it did not happen and is given up.]'
        '--retry[Plan it again, for the next run to look and send.]'
        '--yes[Skip the confirmation prompt.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_podctl_metrics() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, instead of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Print no messages on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[Only this tenant.]:slug:{__podctl_custom_complete ---completion metrics -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--textfile[Write to this file, whose name should end in .prom.]:file:'
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
