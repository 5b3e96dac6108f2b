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
            'tenant:The clients of the platform; none sees another'\''s data.'
            'podcast:Shows, their feeds and episodes, and how often they are downloaded.'
            'config:See which settings apply.'
            'doctor:Check database, schema, secrets, time zones and lists.'
            'campaign:Sponsors, campaigns, their flights and spots, and what they deliver.'
            'attribution:Credit a sponsor'\''s conversions to the spots that were downloaded.'
            'report:Report to sponsors, and on all campaigns.'
            'bill:Bill a month'\''s delivery.'
            'runs:See what ran and how it ended.'
            'outbox:See and settle what podctl does to the world outside.'
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
            'status:List the migrations and whether each is applied; exits 1 while any is pending.'
            'plan:Show what migrate up would do, and change nothing.'
            'lint:Find what is dangerous in migration files; exits 1 where something is.'
            'verify:Try the migrations in databases of their own; exits 1 where a check fails.'
            'drift:Compare the schema with what its migrations make; exits 1 where they differ.'
            'ci:Lint, base, plan, verify and drift in one report for a pipeline; exits 1 on findings.'
            'baseline:Begin a history in a database that has its tables already.'
            'repair:Take into the ledger how applied files look now.'
            'new:Make the next file of a folder of migrations.'
            'snapshot:Write the schema as it stands, for migrate drift --snapshot.'
            'down:Undo the newest applied file by its own section down.'
            'partitions:Make months of downloads ahead, and drop those that are empty.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--to[Go no further than this version.]:version:'
        '--allow-out-of-order[Apply a file although a later one is applied already.]'
        '--allow-newer[Go on where the history holds steps that these files lack, as after a release was rolled back.]'
        '--lock[While another runner is at work\: wait, fail (75), or skip and end well.]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[How long --lock wait waits.]:time:'
        '--lock-timeout[How long a statement waits for a table; then the file is rolled back and tried again.]:time:'
        '--statement-timeout[How long a statement may take; by default as long as it needs.]:time:'
        '--retries[How often a file whose table stayed locked is tried again.]:retries:'
        '--plan[Do what this file of migrate plan --out says, or nothing (65).]:file:'
        '--app-role[Grant this PostgreSQL role what podctl needs for its daily work, and nothing more.]:role:'
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
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
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
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--to[Go no further than this version.]:version:'
        '--allow-out-of-order[Apply a file although a later one is applied already.]'
        '--allow-newer[Go on where the history holds steps that these files lack, as after a release was rolled back.]'
        '--sql[With the SQL of each\: as text, or as the field sql in a machine format.]'
        '--check[Exit with 1 where anything is pending.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '*:files:_files -g '\''*.sql'\'''
        '*--variant[The kinds of database that the files are for; without it PostgreSQL, and those that files'\'' names say.]:variant:{__podctl_complete "${___variant[@]}"}'
        '--fail-on[Exit with 1 from this level on\: note, warning or error.]:fail-on:{__podctl_complete "${___fail_on[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--base-ref[The commit whose files of --dir are what runs now, such as origin/main; git reads them.]:commit:'
        '--base-dir[A folder that holds the files of what runs now.]:folder:'
        '--shadow-url[An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. PODCTL_SHADOW_URL says the same.]:url:'
        '*--skip[Leave a check out\: again, repeatable, upgrade, down, kill, promises, isolation.]:check:{__podctl_complete "${___skip[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--shadow-url[An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. PODCTL_SHADOW_URL says the same.]:url:'
        '--last[Compare with the hash that the last migrate up kept, instead\: quick, and no second database is made unless something was changed since.]'
        '--other-env[Compare with the database whose URL this environment variable holds, instead.]:variable:'
        '--snapshot[Compare with a snapshot that --write-snapshot wrote, instead.]:file:'
        '--write-snapshot[Write the schema as it stands to a file, and compare nothing.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--base-ref[The commit whose files of --dir are what runs now, such as origin/main; git reads them.]:commit:'
        '--base-dir[A folder that holds the files of what runs now.]:folder:'
        '--shadow-url[An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. PODCTL_SHADOW_URL says the same.]:url:'
        '--format[How standard output is written.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json.]'
        '*--report[Also write the report to a file\: text, json, junit, sarif, github; may be given for each. A format without a file is written to standard output, before anything else.]:format\[=file\]:'
        '*--skip[Leave a check out\: lint, base, plan, verify or drift; may be given for each.]:skip:{__podctl_complete "${___skip[@]}"}'
        '--fail-on[Lint fails from this level on\: note, warning or error.]:fail-on:{__podctl_complete "${___fail_on[@]}"}'
        '--editable-from[Files of the base from this version on have run nowhere yet, and may be changed.]:version:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--lock[While another runner is at work\: wait, fail (75), or skip and end well.]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[How long --lock wait waits.]:time:'
        '--lock-timeout[How long a statement waits for a table; then the file is rolled back and tried again.]:time:'
        '--statement-timeout[How long a statement may take; by default as long as it needs.]:time:'
        '--retries[How often a file whose table stayed locked is tried again.]:retries:'
        '--at[The newest version that the database has already.]:version:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--lock[While another runner is at work\: wait, fail (75), or skip and end well.]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[How long --lock wait waits.]:time:'
        '--lock-timeout[How long a statement waits for a table; then the file is rolled back and tried again.]:time:'
        '--statement-timeout[How long a statement may take; by default as long as it needs.]:time:'
        '--retries[How often a file whose table stayed locked is tried again.]:retries:'
        '--confirm[A changed file that is to count as applied as it is now, such as 0007_spots.]:name:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        ':name:'
        '--variant[The one kind of database that it is for.]:variant:{__podctl_complete "${___variant[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--out[Write it to a file, in place of standard output.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--dir[A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl'\''s own migrations.]:folder:'
        '--ledger[With --dir\: the table in which its history stands, as NAME or SCHEMA.NAME.]:name:'
        '--lock[While another runner is at work\: wait, fail (75), or skip and end well.]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[How long --lock wait waits.]:time:'
        '--lock-timeout[How long a statement waits for a table; then the file is rolled back and tried again.]:time:'
        '--statement-timeout[How long a statement may take; by default as long as it needs.]:time:'
        '--retries[How often a file whose table stayed locked is tried again.]:retries:'
        '--confirm[Do it without asking\: the step that will be lost, such as 0007_spots.]:name:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--lock[While another runner is at work\: wait, fail (75), or skip and end well.]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[How long --lock wait waits.]:time:'
        '--lock-timeout[How long a statement waits for a table; then the file is rolled back and tried again.]:time:'
        '--statement-timeout[How long a statement may take; by default as long as it needs.]:time:'
        '--retries[How often a file whose table stayed locked is tried again.]:retries:'
        '--ahead[Months to have ready after this one.]:months:'
        '--dry-run[Say what would be done, and change nothing.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--lock[While another runner is at work\: wait, fail (75), or skip and end well.]:lock:{__podctl_complete "${___lock[@]}"}'
        '--lock-wait[How long --lock wait waits.]:time:'
        '--lock-timeout[How long a statement waits for a table; then the file is rolled back and tried again.]:time:'
        '--statement-timeout[How long a statement may take; by default as long as it needs.]:time:'
        '--retries[How often a file whose table stayed locked is tried again.]:retries:'
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
            'create:Make a tenant and its secret.'
            'list:List tenants.'
            'show:Show one tenant.'
            'update:Change a tenant'\''s name, contact, currency, zone or counting.'
            'archive:Close a tenant that no longer works with you; nothing is lost.'
            'sources:How far a tenant'\''s logs, imported delivery and conversions are complete.'
            'brand:How a tenant'\''s reports and mails look.'
            'plan:What a tenant has bought of the platform, and how much of it is used.'
            'rotate-secret:Key listeners by a new secret from a day on; the old one keeps its days.'
            'seed:Make demo tenants from generated feeds, logs and orders.'
            'reset:Make a demo tenant again, as it was first made.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        ':slug:'
        '--name[Its name as reports and invoices show it.]:name:'
        '--kind[What it is\: network, agency or independent.]:kind:{__podctl_complete "${___kind[@]}"}'
        '--zone[The zone in which its days are counted.]:zone:'
        '--currency[The currency of its prices.]:code:'
        '--contact-email[Where to write to.]:email:'
        '--owner[The email of the person to whom it belongs.]:email:'
        '--counting-window[How long one listener'\''s requests are one download\: calendar, first-touch or last-touch.]:window:{__podctl_complete "${___counting_window[@]}"}'
        '--closes-after[Days after which a window takes no late lines; 45 unless set.]:days:'
        '--volume-limit[Count nothing of an address that has more downloads than this on one day; none for no limit.]:n|none:'
        '--if-not-exists[Change nothing where the tenant exists already.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--all[Archived ones too.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        ':slug:'
        '--name[Its name as reports and invoices show it.]:name:'
        '--kind[What it is\: network, agency or independent.]:kind:{__podctl_complete "${___kind[@]}"}'
        '--zone[The zone in which its days are counted.]:zone:'
        '--currency[The currency of new prices; campaigns keep theirs.]:code:'
        '--contact-email[Where to write to.]:email:'
        '--counting-window[How long one listener'\''s requests are one download\: calendar, first-touch or last-touch.]:window:{__podctl_complete "${___counting_window[@]}"}'
        '--closes-after[Days after which a window takes no late lines; 45 unless set.]:days:'
        '--volume-limit[Count nothing of an address that has more downloads than this on one day; none for no limit.]:n|none:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--yes[Do it without asking.]'
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
            'list:List how far each source is complete.'
            'complete:Say that everything of a source is in, through a day.'
            'forget:Take back what was said of a source; what was taken in speaks for itself again.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant sources complete -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--through[The last day that is complete, in the tenant'\''s zone.]:date:'
        '--final[No more will come.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
            'set:Give a tenant'\''s reports its colour, logo and last line, and its mails a name.'
            'show:Show how a tenant'\''s reports and mails look.'
            'clear:Give a tenant'\''s reports podctl'\''s own look again.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant brand set -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--accent[The colour of figures and links.]:#rrggbb:'
        '--logo[A PNG or SVG file.]:file:'
        '--from-name[Who mails are from, where their sender has no name.]:name:'
        '--footer[A line at the end of every report.]:text:'
        '--page-layout[A Mustache file\: the layout of pages and paper.]:file:'
        '--mail-layout[A Mustache file\: the layout of mails.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant brand show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--layout[Print the layout of pages or of mails alone, podctl'\''s own where the tenant has none.]:layout:{__podctl_complete "${___layout[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
            'set:Set a tenant'\''s plan, or a limit of its own, and what pays it.'
            'show:Show what a tenant has used of its plan; "—" is no limit.'
            'check:Compare the subscription that pays a plan with Stripe.'
            'price:Set what a plan costs, by a price that stands at Stripe.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion tenant plan set -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        ':plan:{__podctl_complete "${_plan[@]}"}'
        '*--limit[The most podcasts, campaigns or reports; none for no limit. Repeatable.]:quota=n|none:'
        '--stripe-subscription[The subscription that pays it, where podctl does not keep one; an empty text takes it away.]:sub_…:'
        '--no-subscription[Change the plan here alone, and nothing at Stripe.]'
        '--yes[Do it without asking.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        ':plan:{__podctl_complete "${_plan[@]}"}'
        ':price_…:'
        '--live[The price of live mode; otherwise of test mode.]'
        '--none[The plan costs nothing at Stripe any more.]'
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

_podctl_tenant_rotate-secret() {
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
        ':slug:'
        '--from[The first day of the new secret; the default is tomorrow.]:day:'
        '--drop-expired[Remove secrets whose days no window and no late line can reach, in place of rotating.]'
        '--breaks-windows[Rotate although a window may reach over two rotations; its credits before the first are lost.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--directory[Folder for the generated files; the default lies in podctl'\''s data folder.]:dir:'
        '--weeks[Weeks of logs, 2 to 26.]:n:'
        '--seed[What the made-up figures depend on.]:n:'
        '--anchor[The Monday before which the weeks lie; the default is this week'\''s.]:day:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--directory[Folder for the generated files; the default lies in podctl'\''s data folder.]:dir:'
        '--yes[Do it without asking.]'
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
            'sync:Bring shows in line with their feeds.'
            'episodes:List a show'\''s episodes, newest first.'
            'measure:Count downloads in CDN logs, without a database.'
            'ingest:Count CDN logs into a tenant'\''s database.'
            'downloads:Show counted downloads by time, episode, show, app, country or age.'
            'audience:Show distinct listeners by day, week, month, app, device or country.'
            'explain:Say why one line of a log was counted or not.'
            'anomalies:Find spikes, re-downloads, preloading players and unusual days.'
            'methodology:Write the description of methodology that auditors ask for.'
            'closed:List log lines that came after their windows were closed.'
            'restatements:List figures that changed after a report of their day was made.'
            'purge:Forget old days'\'' listeners and keep what was counted of them.'
            'filters:The lists of robots, data centres and shared addresses that counts go by.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--feed[Its RSS feed\: a file, or an http or https address.]:file|url:'
        '--if-not-exists[Where the show exists already with this feed, bring it up to date.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast sync -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*:slug:'
        '--all[Every show that has a feed.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast episodes -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--limit[At most so many.]:n:'
        '--offset[After leaving out so many.]:n:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--log-format[The logs'\'' format, in place of what their first lines tell.]:name:{__podctl_complete "${___log_format[@]}"}'
        '--format-map[A file that says which column holds what, for other formats.]:file:_files'
        '--episodes[Episodes with their paths and sizes, as CSV or TSV.]:file:'
        '--zone[The zone whose days are counted; the default is UTC.]:zone:'
        '--window[How long one listener'\''s requests are one download\: a day, 24 hours from the first, or from the latest request.]:window:{__podctl_complete "${___window[@]}"}'
        '--volume-limit[Count nothing of an address that has more downloads than this on one day.]:n:'
        '*--lists[A folder of agent and network lists, known by their names; may be given several times.]:folder:'
        '*--safe[Networks that are people, whatever other lists and the limit say; may be given several times.]:file:'
        '*--referrers[Hosts or URL prefixes of bad referrers; may be given several times.]:file:'
        '--compare[Count by other windows and profiles too, side by side with the one asked for.]'
        '--against[A host'\''s own numbers as CSV\: episode,downloads\[,day\].]:file:'
        '--tolerance[With --against, the percent by which counts may differ; 5 unless given.]:percent:'
        '--reasons[Show how many lines ended with which reason, in place of the downloads.]'
        '--explain[Say why one line was counted or not, in place of the downloads.]:log\:line:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast ingest -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--log-format[The logs'\'' format, in place of what their first lines tell.]:name:{__podctl_complete "${___log_format[@]}"}'
        '--format-map[A file that says which column holds what, for other formats.]:file:_files'
        '*--lists[Folder of published lists, in place of the stored ones; repeat for several.]:dir:'
        '--reasons[Print the reason ledger of all of the tenant'\''s lines instead of the files.]'
        '--again[Count again what was taken, after episodes, lists or rules have changed; logs are then files that were moved since. Closed days stand.]'
        '--all-tenants[Take logs of a bucket that tenants share\: each line goes to the tenant that owns its path.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast downloads -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':show:'
        '--by[What a row is of.]:by:{__podctl_complete "${___by[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast audience -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':show:'
        '--by[What a row is of.]:by:{__podctl_complete "${___by[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast explain -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--log-format[The logs'\'' format, in place of what their first lines tell.]:name:{__podctl_complete "${___log_format[@]}"}'
        '--format-map[A file that says which column holds what, for other formats.]:file:_files'
        '--episodes[Episodes with their paths and sizes, in place of a tenant.]:file:'
        '--zone[The zone whose days are counted; the default is UTC.]:zone:'
        '--window[How long one listener'\''s requests are one download\: a day, 24 hours from the first, or from the latest request.]:window:{__podctl_complete "${___window[@]}"}'
        '--volume-limit[Count nothing of an address that has more downloads than this on one day.]:n:'
        '*--lists[A folder of agent and network lists, known by their names; may be given several times.]:folder:'
        '*--safe[Networks that are people, whatever other lists and the limit say; may be given several times.]:file:'
        '*--referrers[Hosts or URL prefixes of bad referrers; may be given several times.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast methodology -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast closed -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--since[Only lines of this day and later ones.]:day:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast restatements -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--since[Only figures of this day and later ones.]:day:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast purge -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--older-than[Forget days that are older than so many days.]:400d:'
        '--dry-run[Say what would be forgotten, and forget nothing.]'
        '--breaks-windows[Forget days although an attribution window may still reach them.]'
        '--yes[Do it without asking.]'
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
            'import:Take published lists of agents and networks into the database.'
            'show:Show the lists that counts go by, or the entries of one.'
            'update:Read the stored lists from their sources again.'
            'diff:Say what today'\''s lists would change in what was counted.'
            'safe:Shared addresses of a tenant that are people, whatever the lists say.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--from[Entries that are new apply from this day on; otherwise to all days.]:day:'
        '--undated[Forget the days from which earlier imports let entries apply.]'
        '--as[Which list a file or an address holds whose own name does not say.]:name:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--sets[Every set of lists that was in use.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--from[Entries that are new apply from this day on; otherwise to all days.]:day:'
        '--undated[Forget the days from which earlier imports let entries apply.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters diff -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--since[The first day to compare.]:day:'
        '*--lists[A folder of lists to compare with, in place of today'\''s.]:dir:'
        '--entries[The entries that make a difference, in place of the shows.]'
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
            'list:List the safe list, and what of it is due to be looked at again.'
            'renew:Write down that a safe network was looked at again and is still people.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion podcast filters safe add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--note[Who is behind it, and how that was found out.]:note:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
            'launch:Start a campaign, or go on with a paused one.'
            'pause:Pause an active campaign.'
            'complete:Close a campaign that has run.'
            'cancel:Call a campaign off for good; its promo codes are free again.'
            'pacing:Show delivery against goal.'
            'check:Find flights that are off their pace; exits 1 where there are any.'
            'sponsor:Who buys sponsorships.'
            'flight:The lines of a campaign'\''s orders.'
            'spot:Airings of a flight in episodes.'
            'delivery:Delivery that others counted.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign create -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--file[The order as YAML or as a table.]:path:'
        '*--map[A table'\''s column under another name, repeatable.]:ours=theirs:'
        '--sponsor[The sponsor'\''s slug.]:slug:'
        '--name[Its name as reports show it.]:name:'
        '--currency[Three letters; the default is the tenant'\''s.]:code:'
        '--notes[Anything to remember.]:notes:'
        '--io[The insertion order'\''s number; the default is IO-SLUG.]:number:'
        '--bill-to[Who is billed; the default is the sponsor.]:name:'
        '--po[The buyer'\''s purchase order.]:number:'
        '--terms-days[Days to payment; the default is 30.]:days:'
        '--signed-on[When the order was signed.]:date:'
        '--commission[The agency'\''s share of what is billed.]:percent:'
        '--billing[net takes the commission off invoices, gross only tells of it.]:net|gross:'
        '--if-not-exists[Change nothing where the campaign exists already.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*--status[Only campaigns of this status, repeatable.]:status:{__podctl_complete "${___status[@]}"}'
        '--sponsor[Only this sponsor'\''s.]:slug:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign cancel -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign pacing -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--through[The last day to count; the default is the last one that is over.]:date:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign check -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        '--through[The last day to count; the default is the last one that is over.]:date:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign sponsor add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--name[Its name as invoices and reports show it.]:name:'
        '--contact-name[Whom to write to.]:name:'
        '--contact-email[Where to write to.]:address:'
        '--website[Its website.]:url:'
        '--if-not-exists[Change nothing where the sponsor exists already.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign sponsor update -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':slug:'
        '--name[Its name as invoices and reports show it.]:name:'
        '--contact-name[Whom to write to.]:name:'
        '--contact-email[Where to write to.]:address:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign flight add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':campaign:'
        ':flight:'
        '--name[Its name as invoices and reports show it; the default is the slug.]:name:'
        '--starts[The first day.]:date:'
        '--ends[The last day, included.]:date:'
        '--position[Where in the episode.]:position:{__podctl_complete "${___position[@]}"}'
        '--insertion[Part of the episode'\''s file, or put in by an ad server.]:insertion:{__podctl_complete "${___insertion[@]}"}'
        '--goal[Units booked.]:units:'
        '--cpm[Price of a thousand.]:amount:'
        '--flat[Price of the flight.]:amount:'
        '--cpa[Price of a conversion.]:amount:'
        '--per-spot[Price of an airing.]:amount:'
        '*--tier[After so many units, a thousand costs so much; repeatable.]:units@cpm:'
        '--minimum[The least that the flight is billed by its end.]:amount:'
        '--maximum[The most that the flight is ever billed.]:amount:'
        '--shortfall[When it ends short of its goal\: pro-rata bills what was delivered, makegood what was booked.]:rule:{__podctl_complete "${___shortfall[@]}"}'
        '--cap[The most units that are billed; the default is the goal.]:units:'
        '--promo-code[The code that is read out.]:code:'
        '--vanity-url[The address that is read out.]:url:'
        '--window-days[Days from air in which downloads count.]:days:'
        '--io[The insertion order; the default is the campaign'\''s newest.]:number:'
        '--if-not-exists[Change nothing where the flight exists already.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
            'air:Say that spots have aired, or were missed.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign spot add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':flight:'
        '--episode[The episode'\''s GUID, or SHOW/GUID.]:guid:'
        '--podcast[The show, where two share a GUID.]:slug:'
        '--airs-on[The air date.]:date:'
        '--aired[It has aired.]'
        '--if-not-exists[Change nothing where the flight has a spot in this episode already.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign spot air -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':flight:'
        '*--episode[The episode'\''s GUID, repeatable.]:guid:'
        '--due[Every planned spot whose date has come.]'
        '--missed[It did not air.]'
        '--on[The day on which it really aired.]:date:'
        '--note[What there is to say about it.]:note:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion campaign delivery import -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*--map[A column under another name, repeatable.]:ours=theirs:'
        '--date-format[Order of day, month and year; ISO 8601 is understood under all of them.]:date-format:{__podctl_complete "${___date_format[@]}"}'
        '--decimal[The decimal mark, point or comma, where the values do not show it.]:mark:{__podctl_complete "${___decimal[@]}"}'
        '--rejects[Where rejected rows go; the default is FILE.rejects.csv.]:path:'
        '--max-rejects[Rejected rows that are no failure.]:count:'
        ':file:'
        '--source[Who counted, for example the ad server'\''s name.]:name:'
        '--primary[This source'\''s figures count from now on, in the place of another'\''s.]'
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
            'host:Report to a show'\''s host what aired and what comes next, without any money.'
            'finance:Set what was delivered by the end of a month against what was billed and paid.'
            'preview:Show the mail that a campaign'\''s report would be.'
            'send:Mail the reports that are due, each once.'
            'cancel:Take a report back from SendGrid before its mails go.'
            'approve:Let a report go that is held or waits for review.'
            'reject:Keep a report from going that is held or waits for review.'
            'schedule:Which sponsor reports go out by themselves, when and to whom.'
            'publish:Write a static site of the reports that were kept, for a web server.'
            'suppression:Which addresses take no mail of a tenant, and why.'
            'webhook:Take what SendGrid tells of mails: delivered, bounced, unsubscribed.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report sponsor -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[An ISO week; the default is the last one that is over.]:yyyy-Www:'
        '--from[The first day, in place of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--window-days[The attribution window in days.]:days:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report tenant -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--week[An ISO week; the default is the last one that is over.]:yyyy-Www:'
        '--from[The first day, in place of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report portfolio -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--week[An ISO week; the default is the last one that is over.]:yyyy-Www:'
        '--from[The first day, in place of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report host -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':podcast:'
        '--week[An ISO week; the default is the last one that is over.]:yyyy-Www:'
        '--from[The first day, in place of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report finance -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[The month.]:yyyy-mm:'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report preview -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[An ISO week; the default is the last one that is over.]:yyyy-Www:'
        '--from[The first day, in place of a week.]:date:'
        '--to[The last day, included.]:date:'
        '--as[The mail as email or text, or the report'\''s own page as html or pdf.]:as:{__podctl_complete "${___as[@]}"}'
        '--open[Open the file.]'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        '--due[All reports that are due.]'
        '--dry-run[Only say what is due, and what of it would be held.]'
        '--ping[Tell a monitor how the run went\: this address, or /fail below it.]:url:'
        '--window[Minutes for which SendGrid keeps the mails, to be taken back; 0 for none. The default is each schedule'\''s own, or else 30.]:minutes:'
        '--clock-moved-ok[The clock moved, and is right now.]'
        '--to[Send a proof to this address, in place of what is due.]:address:'
        '--campaign[The proof'\''s campaign.]:slug:'
        '--week[The proof'\''s ISO week; the default is the last one that is over.]:yyyy-Www:'
        '--yes[Do it without asking.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report cancel -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--sendgrid-key-file[File of SendGrid'\''s key, for its owner alone (0600); the default is the credential podctl-sendgrid, then PODCTL_SENDGRID_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        '--campaign[The campaign.]:slug:'
        '--week[The ISO week of the report.]:yyyy-Www:'
        '--dry-run[Only say what could be taken back.]'
        '--yes[Do it without asking.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report reject -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--week[The report'\''s ISO week.]:yyyy-Www:'
        '--reason[Why, for whoever asks later.]:reason:'
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
            'add:Send a campaign'\''s weekly report to somebody.'
            'list:List which reports go out by themselves, and when the next is due.'
            'remove:Send a campaign'\''s report no more, to one recipient or to nobody.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report schedule add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--campaign[The campaign.]:slug:'
        '--weekday[The day on which it is due.]:day:'
        '--hour[The hour by the clock, 0 to 23.]:hour:'
        '--zone[The zone of the hour; the default is the tenant'\''s.]:zone:'
        '*--to[A recipient; may be given several times.]:address:'
        '--part[What these recipients are sent\: html (with a plain part) or text.]:format:{__podctl_complete "${___part[@]}"}'
        '--hold[review waits for report approve; none sends once the data is in.]:hold:{__podctl_complete "${___hold[@]}"}'
        '--deadline[Hours after which a report that cannot go out is a miss.]:hours:'
        '--window[Minutes for which SendGrid keeps the mails, to be taken back; 0 for none. The default is 30.]:minutes:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report publish -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':folder:'
        '--sponsor[Only this sponsor'\''s reports.]:slug:'
        '--fresh-days[Leave pages as they are whose period ended more days ago.]:days:'
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
            'list:List the addresses that reports are not sent to, and why.'
            'add:Send an address no more reports, whatever schedule it is on.'
            'remove:Let an address get reports again.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report suppression add -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':address:'
        '--reason[Why, for whoever asks later.]:reason:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
            'verify:Check the signature of SendGrid'\''s events, and show them.'
            'apply:Take SendGrid'\''s events: settle unknown mails, leave out who bounced.'
            'list:List what SendGrid told of mails, newest first.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion report webhook list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--limit[At most so many.]:n:'
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
            'preview:Show a month'\''s bills without storing them.'
            'draft:Draft a month'\''s invoices, one for each insertion order.'
            'approve:Approve drafts that are within bounds; park the others.'
            'issue:Issue approved invoices by Stripe, each once.'
            'void:Withdraw an invoice, at Stripe too where it is issued.'
            'show:Show an invoice with what stands behind each line.'
            'list:List invoices by month and number.'
            'credit:Make a credit note against what is left of an open invoice.'
            'refund:Give back some of what was paid for an invoice.'
            'uncollectible:Write off what is left of an open invoice, at Stripe too.'
            'payments:Payments of invoices, and those that do not come by Stripe.'
            'events:What Stripe says that happened to invoices.'
            'webhook:Take what Stripe sends to an endpoint of yours.'
            'reconcile:Compare every invoice, line, credit note and payment with Stripe, both ways.'
            'aging:Show what payers owe, by how late it is.'
            'statement:Show a payer'\''s account: billed, paid, credited, and what stands after each.'
            'journal:The double-entry journal over all invoices.'
            'payer:Who pays: brand or agency, where invoices go, and the tax on them.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill preview -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[The month.]:yyyy-mm:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill draft -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[The month.]:yyyy-mm:'
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
    local -ar ___waive=('too-many-lines' 'zero' 'negative' 'unusual' 'currency' 'early' 'no-address')
    local -ar arg_specs=(
        '--database[sqlite\:PATH or postgres\://…; the default is DATABASE_URL, then a SQLite file.]:url:'
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill approve -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*:number:'
        '--period[All drafts of this month.]:yyyy-mm:'
        '*--waive[Let a finding pass\: unusual or early; may be repeated.]:finding:{__podctl_complete "${___waive[@]}"}'
        '--grace-days[Days after the period in which late logs may still come.]:days:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill issue -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        '--period[Only this month'\''s.]:yyyy-mm:'
        '--dry-run[Only say what would be issued.]'
        '--yes[Do it without asking.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill void -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        ':number:'
        '--confirm[Do it without asking\: the invoice'\''s number.]:number:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--format[Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in json, ndjson, csv and tsv.]:a,b,c:'
        '(-o --output)'{-o,--output}'[Write to this file instead.]:file:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--period[Only this month'\''s.]:yyyy-mm:'
        '--status[Only those of one status.]:status:{__podctl_complete "${___status[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill credit -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        ':number:'
        '--amount[How much, in the invoice'\''s currency\: 25.00.]:amount:'
        '--reference[Names it within its invoice\: the same reference is never done twice. The default is the amount.]:text:'
        '--reason[Why, in Stripe'\''s words.]:reason:{__podctl_complete "${___reason[@]}"}'
        '--memo[A sentence on the credit note, for its reader.]:text:'
        '--dry-run[Only say what would be done.]'
        '--yes[Do it without asking.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill refund -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        ':number:'
        '--amount[How much, in the invoice'\''s currency\: 25.00.]:amount:'
        '--reference[Names it within its invoice\: the same reference is never done twice. The default is the amount.]:text:'
        '--reason[Why, in Stripe'\''s words.]:reason:{__podctl_complete "${___reason[@]}"}'
        '--memo[A sentence on the credit note, for its reader.]:text:'
        '--dry-run[Only say what would be done.]'
        '--yes[Do it without asking.]'
        '--to[Where it goes back to, where the invoice was paid both ways\: stripe or outside.]:to:{__podctl_complete "${___to[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill uncollectible -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        ':number:'
        '--dry-run[Only say what would be written off.]'
        '--confirm[Do it without asking\: the invoice'\''s number.]:number:'
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
            'tell:Mark invoices at Stripe that were paid by cheque or transfer, each once.'
            'list:List payments by the day on which they came.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payments import -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '*--map[A column under another name, repeatable.]:ours=theirs:'
        '--date-format[Order of day, month and year; ISO 8601 is understood under all of them.]:date-format:{__podctl_complete "${___date_format[@]}"}'
        '--decimal[The decimal mark, point or comma, where the values do not show it.]:mark:{__podctl_complete "${___decimal[@]}"}'
        '--rejects[Where rejected rows go; the default is FILE.rejects.csv.]:path:'
        '--max-rejects[Rejected rows that are no failure.]:count:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payments tell -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        '--dry-run[Only say which invoices it would be.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
            'pull:Take up what happened at Stripe since the last time: payments, credits, voids.'
            'list:List the events of Stripe that were taken, newest first, and what came of each.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill events pull -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill events list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--outcome[Only those of this outcome\: applied, unchanged, foreign or missing.]:outcome:{__podctl_complete "${___outcome[@]}"}'
        '--limit[At most so many.]:n:'
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
            'verify:Check the signature of a Stripe event, and show it.'
            'apply:Take a Stripe event: read its invoice back, and take it as it stands.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--webhook-secret-file[File of the endpoint'\''s signing secret (0600); the default is the credential podctl-stripe-webhook, then PODCTL_STRIPE_WEBHOOK_SECRET.]:file:'
        '--signature[The header Stripe-Signature as it came.]:header:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill webhook apply -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        '--webhook-secret-file[File of the endpoint'\''s signing secret (0600); the default is the credential podctl-stripe-webhook, then PODCTL_STRIPE_WEBHOOK_SECRET.]:file:'
        '--signature[The header Stripe-Signature as it came.]:header:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill reconcile -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--live[Use a live key\: real money. The profile must say live\: true as well.]'
        '--stripe-key-file[File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.]:file:'
        '--lock[What to do where another run is at work\: wait, fail (75) or skip (0).]:lock:{__podctl_complete "${___lock[@]}"}'
        '--timeout[Begin nothing new after so many seconds.]:seconds:'
        '--rebuild[Take up what stands at Stripe and is lost here.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill aging -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--as-of[At the end of this day; the default is today.]:yyyy-mm-dd:'
        '--by[A row for each payer or for each invoice.]:by:{__podctl_complete "${___by[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill statement -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':payer:'
        '--from[From this day on.]:yyyy-mm-dd:'
        '--to[To this day.]:yyyy-mm-dd:'
        '--mode[The mode of Stripe'\''s key; the default is live where there is a live invoice.]:mode:{__podctl_complete "${___mode[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill journal export -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--mode[Only the entries of one mode.]:mode:{__podctl_complete "${___mode[@]}"}'
        '--from[From this day on.]:yyyy-mm-dd:'
        '--to[To this day.]:yyyy-mm-dd:'
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
            'set:Say of a name on insertion orders what it is, where its invoices go, and its tax.'
            'list:List everyone to whom insertion orders are billed, with what is known of them.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion bill payer set -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':name:'
        '--kind[brand, or agency for one that buys for several brands.]:kind:{__podctl_complete "${___kind[@]}"}'
        '--email[Where invoices go; otherwise to the sponsor'\''s contact.]:address:'
        '--tax[The tax that is added to each line; 0 for none.]:percent:'
        '--tax-name[What the tax is called; Tax where nothing was said.]:name:'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--failed[Only those that failed or never ended.]'
        '--overdue[Runs that began more than --hours ago and never ended, and reports past their deadline.]'
        '--hours[Hours after which a run is overdue.]:hours:'
        '--limit[At most so many.]:n:'
        '--tenant[Only those for one tenant.]:slug:'
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
            'list:List what is not done yet, and why.'
            'show:Show one effect with all that is known of it.'
            'resolve:Settle an effect that failed or is unknown, after looking at the service.'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion outbox list -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        '--all[Those that are done too.]'
        '--state[Only those in one state.]:state:{__podctl_complete "${___state[@]}"}'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion outbox show -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':name:'
        '--live[The one of live mode, where both modes have it.]'
        '--body[Print what was or will be sent, and nothing else.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
        '--color[When to use colour; the default is auto.]:when:{__podctl_complete "${___color[@]}"}'
        '--format[Output format.]:format:{__podctl_complete "${___format[@]}"}'
        '--json[The same as --format json, with all fields.]'
        '--fields[Only these fields, in this order, in any format.]:a,b,c:'
        '--tenant[The tenant'\''s slug; the default is PODCTL_TENANT or the profile'\''s.]:slug:{__podctl_custom_complete ---completion outbox resolve -- --tenant "${current_word_index}" "$(__podctl_cursor_index_in_current_word)"}'
        ':name:'
        '--live[The one of live mode, where both modes have it.]'
        '--done[It is there\: its id at the service.]:id:'
        '--failed[It is not there and is given up.]'
        '--retry[Try it again.]'
        '--yes[Do it without asking.]'
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
        '--config[Settings file, in place of the one in the configuration directory.]:file:'
        '--profile[Profile of the settings file.]:name:'
        '--quiet[Say nothing on success.]'
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
