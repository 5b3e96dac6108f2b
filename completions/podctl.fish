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
        case 'config'
            __podctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'origin' 'version' 'h/help'
            end
        case 'doctor'
            __podctl_parse_subcommand 0 'database=' 'config=' 'profile=' 'quiet' 'color=' 'format=' 'json' 'fields=' 'version' 'h/help'
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
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'config' -d 'See which settings apply.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'doctor' -d 'Check database, schema, secrets, time zones and lists.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'runs' -d 'See what ran and how it ended.'
complete -c 'podctl' -n '__podctl_should_offer_completions_for_positional "podctl" -eq 1' -fa 'help' -d 'Show subcommand help information.'
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
