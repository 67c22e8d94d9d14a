/** Completion in real shells, on a terminal: what is typed, a tab, and the words that the line has then. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/imports.js';
import { sandbox } from './embedded.js';

const cloud = await sandbox();

/** One of them would be a command, if a shell took it for more than a word. */
const CLOUDS = 'clouds: { production: {}, "lab:one": {}, "lab:two x": {}, "q;$(exit 7)`exit 8`": {} }\n';

/** By shell: how it is started with a file of commands, and that file. */
const shells = {
  bash: {
    argv: (file: string) => ['bash', '--noprofile', '--rcfile', file, '-i'],
    file: 'rc',
    commands: `PS1='READY> '
bind 'set enable-bracketed-paste off'
words() { printf 'WO''RDS'; printf '[%s]' "$@"; printf '\\n'; }
source <(stackline completion bash nova)
`,
  },
  zsh: {
    argv: () => ['zsh', '-i'],
    file: '.zshrc',
    commands: `PS1='READY> '
unsetopt zle_bracketed_paste prompt_sp prompt_cr 2>/dev/null
bindkey -e
unset zle_bracketed_paste
words() { printf 'WO''RDS'; printf '[%s]' "$@"; printf '\\n'; }
autoload -Uz compinit && compinit -u -D
source <(stackline completion zsh nova)
`,
  },
  fish: {
    argv: (file: string) => ['fish', '--no-config', '-i', '-C', `source ${file}`],
    file: 'rc.fish',
    commands: `function fish_prompt; echo -n 'READY> '; end
function words; printf 'WO''RDS'; printf '[%s]' $argv; printf '\\n'; end
stackline completion fish nova | source
`,
  },
} as const;

for (const [name, { argv, file, commands }] of Object.entries(shells)) {
  test(`${name} completes commands, options, values and the names of servers that a list has shown`, () => {
    const home = mkdtempSync(join(tmpdir(), 'stackline-shell-'));
    try {
      for (const called of ['stackline', 'nova']) symlinkSync(join(root, 'bin', 'stackline.js'), join(home, called));
      writeFileSync(join(home, file), commands);
      writeFileSync(join(home, 'clouds.yaml'), CLOUDS);
      const asked = {
        argv: argv(join(home, file)),
        env: {
          ...cloud,
          ...{ HOME: home, ZDOTDIR: home, TERM: 'dumb', PAGER: '', LANG: 'C.UTF-8' },
          PATH: `${home}:${process.env.PATH}`,
          OS_CLIENT_CONFIG_FILE: join(home, 'clouds.yaml'),
        },
        // The first tab says that completion is used; then a list on the terminal is remembered.
        setup: ["stackline complete-word bash stackline ''", 'stackline list --all-tenants'],
        lines: [
          'stackline console-l',
          'stackline links ins',
          'stackline list --all-ten',
          'stackline list -f mark',
          'stackline list --format=mark',
          'stackline --os-cloud prod',
          'stackline show devst',
          'stackline show compute',
          'stackline show "compute',
          "stackline show 'compute",
          'stackline show compute\\ no',
          'stackline show caf',
          'stackline --os-cloud lab:tw',
          'stackline --os-cloud=lab:tw',
          'stackline --os-cloud q',
          'stackline list --os-cloud production,lab:tw',
          'stackline list --os-cloud=lab:one,prod',
          'nova suspe',
          'stackline nosuch noth',
        ],
      };
      const done = spawnSync('/usr/bin/python3', [join(root, 'test', 'peers', 'shell_judge.py')], {
        input: JSON.stringify(asked),
        encoding: 'utf8',
      });
      assert.equal(done.status, 0, done.stderr);
      assert.deepEqual(JSON.parse(done.stdout), [
        ['stackline', 'console-log'],
        ['stackline', 'links', 'install'],
        ['stackline', 'list', '--all-tenants'],
        ['stackline', 'list', '-f', 'markdown'],
        ['stackline', 'list', '--format=markdown'],
        ['stackline', '--os-cloud', 'production'],
        ['stackline', 'show', 'devstack'],
        ...[1, 2, 3, 4].map(() => ['stackline', 'show', 'compute node 1']),
        ['stackline', 'show', 'café-東京'],
        ['stackline', '--os-cloud', 'lab:two x'],
        ['stackline', '--os-cloud=lab:two x'],
        ['stackline', '--os-cloud', 'q;$(exit 7)`exit 8`'],
        ['stackline', 'list', '--os-cloud', 'production,lab:two x'],
        ['stackline', 'list', '--os-cloud=lab:one,production'],
        ['nova', 'suspend'],
        ['stackline', 'nosuch', 'noth'],
      ]);
    } finally {
      // A program that completed something may still be writing.
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
