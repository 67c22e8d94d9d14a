/**
 * What a shell is told. Each asks `stackline complete-word <shell> <words>`, whose first line is `files` where the path of a
 * file may stand, and whose others are candidates (`cli/completion/shells.ts`).
 * @param names the commands that are completed
 */
type Script = (names: readonly string[]) => string;

/** What makes a shell ask us for candidates; `names` are those of the programs that are completed. */
export const scripts: Readonly<Record<'bash' | 'zsh' | 'fish', Script>> = {
  bash: (names) => `# Completion of ${names.join(', ')} in bash:
#   source <(stackline completion bash)
_stackline() {
  local line kind=
  COMPREPLY=()
  while IFS= read -r line; do
    if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
  done < <(command stackline complete-word bash "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null </dev/null)
  if [ "$kind" = files ]; then compopt -o default; fi
}
complete -F _stackline ${names.join(' ')}
`,
  zsh: (names) => `#compdef ${names.join(' ')}
# Completion of ${names.join(', ')} in zsh:
#   source <(stackline completion zsh)
_stackline() {
  local -a lines found shown
  local line
  lines=("\${(@f)$(command stackline complete-word zsh "\${(@)words[1,CURRENT]}" 2>/dev/null </dev/null)}")
  for line in "\${(@)lines[2,-1]}"; do
    found+=("\${line%%$'\\t'*}")
    if [[ "\${line#*$'\\t'}" == "" ]]; then shown+=("\${line%%$'\\t'*}")
    else shown+=("\${line%%$'\\t'*}  -- \${line#*$'\\t'}"); fi
  done
  if [[ "$lines[1]" == files ]]; then _files; fi
  if (( $#found )); then compadd -l -d shown -a found; fi
}
if (( ! $+functions[compdef] )); then autoload -Uz compinit && compinit -u; fi
compdef _stackline ${names.join(' ')}
`,
  fish: (names) => `# Completion of ${names.join(', ')} in fish:
#   stackline completion fish | source
function __stackline_complete
  set -l lines (command stackline complete-word fish (commandline -opc) (commandline -ct) 2>/dev/null </dev/null)
  if test "$lines[1]" = files
    __fish_complete_path (commandline -ct)
  end
  string join \\n -- $lines[2..-1]
end
${names.map((name) => `complete -c ${name} -f -a '(__stackline_complete)'`).join('\n')}
`,
};
