function __podctl_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __podctl_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __podctl_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __podctl_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __podctl_parse_tokens -S
    set -l unparsed_tokens (__podctl_tokens -pc)
    switch $unparsed_tokens[1]
    case 'podctl'
        __podctl_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'migrate'
            __podctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'up'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'dir=' 'version' 'h/help'
            case 'status'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'dir=' 'version' 'h/help'
            case 'plan'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'dir=' 'sql' 'version' 'h/help'
            end
        case 'config'
            __podctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'origin' 'version' 'h/help'
            end
        case 'doctor'
            __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'version' 'h/help'
        case 'attribution'
            __podctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'import'
                __podctl_parse_subcommand 1 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'tenant=' 'sponsor=' 'map=+' 'date-format=' 'zone=' 'currency=' 'decimal=' 'rejects=' 'max-rejects=' 'version' 'h/help'
            case 'run'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'tenant=' 'sponsor=' 'window-days=' 'from=' 'to=' 'version' 'h/help'
            case 'compare'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'tenant=' 'sponsor=' 'window-days=' 'from=' 'to=' 'campaign=' 'by=' 'version' 'h/help'
            case 'explain'
                __podctl_parse_subcommand 1 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'tenant=' 'sponsor=' 'window-days=' 'version' 'h/help'
            end
        case 'runs'
            __podctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'failed' 'limit=' 'tenant=' 'version' 'h/help'
            end
        case 'help'
            __podctl_parse_subcommand -r 1 'version'
        end
    end
end

function __podctl_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __podctl_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __podctl_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __podctl_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__podctl_tokens -p)
    if test -z "$(__podctl_tokens -t)"
        set -l index (count (__podctl_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'podctl' -f
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'migrate' -d 'Bring a database\'s schema up to date.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'config' -d 'See which settings apply.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'doctor' -d 'Check database, schema, secrets, time zones and lists.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'attribution' -d 'Credit a sponsor\'s conversions to the spots that were downloaded.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'runs' -d 'See what ran and how it ended.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl migrate" -eq 1' -fa 'up' -d 'Apply every pending migration.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl migrate" -eq 1' -fa 'status' -d 'List the migrations and whether each is applied; exits 1 while any is pending.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl migrate" -eq 1' -fa 'plan' -d 'Show what migrate up would apply, and change nothing.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" dir' -l 'dir' -d 'A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl\'s own migrations.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate up" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" dir' -l 'dir' -d 'A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl\'s own migrations.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" dir' -l 'dir' -d 'A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); without it, podctl\'s own migrations.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" sql' -l 'sql' -d 'With the SQL of each: as text, or as the field sql in a machine format.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl migrate plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl config" -eq 1' -fa 'show' -d 'Show every setting and where it comes from.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" origin' -l 'origin' -d 'Say where each value comes from.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl config show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl attribution" -eq 1' -fa 'import' -d 'Import a sponsor\'s conversions from CSV or JSON lines.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl attribution" -eq 1' -fa 'run' -d 'Credit a sponsor\'s conversions under every model.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl attribution" -eq 1' -fa 'compare' -d 'Show the models side by side, from the last run.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl attribution" -eq 1' -fa 'explain' -d 'Show one conversion\'s touches, weights and window.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" tenant' -l 'tenant' -d 'The tenant\'s slug; the default is PODCTL_TENANT or the profile\'s.' -rfka '(__podctl_custom_completion ---completion attribution import -- --tenant (count (__podctl_tokens -pc)) (__podctl_tokens -tC))'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" sponsor' -l 'sponsor' -d 'The sponsor whose customers they are.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import"' -l 'map' -d 'The file\'s name of one of our columns; repeat it.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" date-format' -l 'date-format' -d 'The order of dates: ISO, DMY, MDY or YMD.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" zone' -l 'zone' -d 'The zone of times that carry no offset; without it they are rejected.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" currency' -l 'currency' -d 'The currency of rows that name none; the default is the tenant\'s.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" decimal' -l 'decimal' -d 'The mark before decimals, point or comma; learnt from the file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" rejects' -l 'rejects' -d 'Where rejected rows go; the default is FILE.rejects.csv.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" max-rejects' -l 'max-rejects' -d 'How many rows may be rejected before the exit status is 65.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" tenant' -l 'tenant' -d 'The tenant\'s slug; the default is PODCTL_TENANT or the profile\'s.' -rfka '(__podctl_custom_completion ---completion attribution run -- --tenant (count (__podctl_tokens -pc)) (__podctl_tokens -tC))'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" sponsor' -l 'sponsor' -d 'The sponsor.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" window-days' -l 'window-days' -d 'Days before a conversion in which a download may be credited.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" from' -l 'from' -d 'Only conversions from this day on.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" to' -l 'to' -d 'Only conversions to this day, included.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" tenant' -l 'tenant' -d 'The tenant\'s slug; the default is PODCTL_TENANT or the profile\'s.' -rfka '(__podctl_custom_completion ---completion attribution compare -- --tenant (count (__podctl_tokens -pc)) (__podctl_tokens -tC))'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" sponsor' -l 'sponsor' -d 'The sponsor.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" window-days' -l 'window-days' -d 'Days before a conversion in which a download may be credited.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" from' -l 'from' -d 'Only conversions from this day on.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" to' -l 'to' -d 'Only conversions to this day, included.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" campaign' -l 'campaign' -d 'Only this campaign\'s rows.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" by' -l 'by' -d 'A row for each flight or for each spot.' -rfka 'flight spot'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution compare" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" tenant' -l 'tenant' -d 'The tenant\'s slug; the default is PODCTL_TENANT or the profile\'s.' -rfka '(__podctl_custom_completion ---completion attribution explain -- --tenant (count (__podctl_tokens -pc)) (__podctl_tokens -tC))'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" sponsor' -l 'sponsor' -d 'The sponsor.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" window-days' -l 'window-days' -d 'Days before a conversion in which a download may be credited.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl attribution explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl runs" -eq 1' -fa 'list' -d 'List the runs that changed the database, or failed to, newest first.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" database' -l 'database' -d 'sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" config' -l 'config' -d 'Settings file, in place of the one in the configuration directory.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" profile' -l 'profile' -d 'Profile of the settings file.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" quiet' -l 'quiet' -d 'Say nothing on success.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" color' -l 'color' -d 'When to use colour; the default is auto.' -rfka 'auto always never'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" format' -l 'format' -d 'Output format.' -rfka 'table json ndjson csv tsv markdown'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" json' -l 'json' -d 'The same as --format json, with all fields.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" fields' -l 'fields' -d 'Only these fields, in this order, in any format.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" failed' -l 'failed' -d 'Only those that failed or never ended.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" limit' -l 'limit' -d 'At most so many.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" tenant' -l 'tenant' -d 'Only those for one tenant.' -rfka ''
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" version' -l 'version' -d 'Show the version.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl runs list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_flags_or_options "podctl help" version' -l 'version' -d 'Show the version.'
