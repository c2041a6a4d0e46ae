# Completion of sealift's command line for bash.

_sealift_options() {
    # The options of a command, as its own help lists them.
    sealift "$@" --help 2>/dev/null | sed -n 's/^  \(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\2/p'
}

_sealift() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local -a command=()
    local word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
            library | key | init | check | add | change | list | remove | import | images | image | rename | tag | delete | export | copy | inspect | version | help | \
                tasks | task | show | run | pause | resume | cancel | retry | scratch | sweep | receipt | verify | audit | evidence | aws | whoami | policy | \
                ec2 | setup | staging | snapshots)
                command+=("$word")
                ;;
            *) break ;;
        esac
    done

    case $previous in
        --profile)
            mapfile -t COMPREPLY < <(compgen -W "$(aws configure list-profiles 2>/dev/null)" -- "$current")
            return
            ;;
        -l | --library)
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return
            ;;
        --password-file | --to-password-file | --new-password-file | --ca-file | --seal-for | --sign | --key | --age-passphrase-file | --luks-passphrase-file | -o | --output)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        -f | --format)
            mapfile -t COMPREPLY < <(compgen -W 'raw qcow2 vhd vhdx vdi vmdk' -- "$current")
            return
            ;;
        --s3-sse)
            mapfile -t COMPREPLY < <(compgen -W 'aes256 kms kms: customer:' -- "$current")
            return
            ;;
        --compression)
            local methods='auto off max'
            [[ ${command[*]} == export ]] && methods='none zlib zstd'
            mapfile -t COMPREPLY < <(compgen -W "$methods" -- "$current")
            return
            ;;
        --to)
            if [[ ${command[*]} == copy ]]; then
                mapfile -t COMPREPLY < <(compgen -d -- "$current")
                return
            fi
            mapfile -t COMPREPLY < <(compgen -W 'library ec2-snapshot ec2-image' -- "$current")
            return
            ;;
        --from)
            [[ ${command[*]} == evidence* ]] || mapfile -t COMPREPLY < <(compgen -W 'ec2' -- "$current")
            return
            ;;
        --boot-mode)
            mapfile -t COMPREPLY < <(compgen -W 'uefi legacy-bios uefi-preferred' -- "$current")
            return
            ;;
        --staging-format)
            mapfile -t COMPREPLY < <(compgen -W 'vmdk raw vhd' -- "$current")
            return
            ;;
        --architecture)
            mapfile -t COMPREPLY < <(compgen -W 'x86_64 arm64' -- "$current")
            return
            ;;
        --subformat)
            mapfile -t COMPREPLY < <(compgen -W 'dynamic fixed streamOptimized' -- "$current")
            return
            ;;
        --for)
            local targets='kvm esxi workstation hyper-v-2 hyper-v-1 azure virtualbox xen'
            [[ ${command[*]} == inspect ]] && targets+=' library file ec2 ec2-image ec2-snapshot vmware hyper-v'
            mapfile -t COMPREPLY < <(compgen -W "$targets" -- "$current")
            return
            ;;
    esac

    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_sealift_options "${command[@]}")" -- "$current")
        return
    fi
    case "${command[*]}" in
        '' | help) mapfile -t COMPREPLY < <(compgen -W 'library import images image export copy verify inspect tasks task scratch receipt audit evidence aws ec2 version help' -- "$current") ;;
        library) mapfile -t COMPREPLY < <(compgen -W 'init check key' -- "$current") ;;
        task) mapfile -t COMPREPLY < <(compgen -W 'show run pause resume cancel retry remove' -- "$current") ;;
        image) mapfile -t COMPREPLY < <(compgen -W 'rename tag delete' -- "$current") ;;
        scratch) mapfile -t COMPREPLY < <(compgen -W 'list sweep' -- "$current") ;;
        receipt) mapfile -t COMPREPLY < <(compgen -W 'list show verify export' -- "$current") ;;
        evidence) mapfile -t COMPREPLY < <(compgen -W 'export' -- "$current") ;;
        aws) mapfile -t COMPREPLY < <(compgen -W 'whoami policy' -- "$current") ;;
        ec2) mapfile -t COMPREPLY < <(compgen -W 'images snapshots setup staging' -- "$current") ;;
        'ec2 staging') mapfile -t COMPREPLY < <(compgen -W 'sweep' -- "$current") ;;
        audit) mapfile -t COMPREPLY < <(compgen -W 'show verify' -- "$current") ;;
        'library key') mapfile -t COMPREPLY < <(compgen -W 'add change list remove' -- "$current") ;;
        *) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    esac
}

complete -o filenames -F _sealift sealift
