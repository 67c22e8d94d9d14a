/** What our own help has beside commands. */
import type { Applet } from '../../command/applet.js';
import { UsageError } from '../../core/errors.js';
import { builtIn, builtInHelp } from '../built-in-verbs.js';
import { globalOptions, groups } from '../globals.js';
import type { Route } from '../route.js';
import { selectionOptions } from '../selection-options.js';
import { exitRows } from './exit-meanings.js';
import { columnOf, fold, type Rows, section } from './layout.js';
import { optionRows } from './option-rows.js';

/**
 * Help on a subject or on a verb that is no command.
 * @returns undefined for words that are neither
 */
export async function subject(
  { program, client }: Route,
  { multiCall }: Applet,
  [first = '', ...others]: readonly string[],
  width: number,
): Promise<string | undefined> {
  const isSubject = multiCall === true && (first === 'options' || first === 'exit-codes');
  const topic = multiCall ? await topicScreen(program, first, width) : undefined;
  const summary = Object.hasOwn(builtIn, first) ? builtIn[first] : undefined;
  if (!isSubject && summary === undefined && topic === undefined) return undefined;
  if (others.length > 0) throw new UsageError(`too many words: '${others.join(' ')}'`, { wrong: { words: others } });
  if (summary !== undefined) return builtInHelp(program, first, summary);
  if (topic !== undefined) return topic;
  return first === 'options' ? optionsScreen(client.globals, width) : exitCodesScreen(width);
}

/** What is no command: `stackline help cron`; `topics` lists them. */
async function topicScreen(program: string, name: string, width: number): Promise<string | undefined> {
  const { blocksOf, topics } = await import('./topics.js');
  if (name === 'topics') {
    const rows = [
      ...topics,
      { name: 'options', title: 'The options of all commands' },
      { name: 'exit-codes', title: 'How a run can end' },
    ];
    return [
      ...section(
        `${program} help`,
        rows.map(({ name: one, title }): Rows[number] => [one, title]),
        width,
      ).slice(1),
      '',
    ].join('\n');
  }
  const topic = topics.find((one) => one.name === name);
  if (topic === undefined) return undefined;
  const lines = blocksOf(topic).flatMap((block) => {
    if ('rows' in block) return section('', block.rows, width).slice(1);
    return ['', ...('text' in block ? fold(block.text, width) : block.lines.map((line) => `  ${line}`))];
  });
  return [topic.title, ...lines, ''].join('\n');
}

/** The options that all commands take: `stackline help options`. */
function optionsScreen(own: Route['client']['globals'], width: number): string {
  const all = { ...globalOptions(own), ...selectionOptions({}) };
  const parts = Object.entries(groups()).map(([title, keys]): readonly [string, Rows] => [
    title,
    keys.flatMap((key) =>
      all[key as keyof typeof all] === undefined ? [] : optionRows({ [key]: all[key as keyof typeof all] }),
    ),
  ]);
  const column = columnOf(
    parts.flatMap(([, rows]) => rows),
    width,
  );
  return [
    ...fold('Options that every command takes, before or behind its name.', width),
    ...parts.flatMap(([title, rows]) => section(title, rows, width, column)),
    '',
  ].join('\n');
}

function exitCodesScreen(width: number): string {
  return [...section('How a run can end', exitRows(), width).slice(1), ''].join('\n');
}
