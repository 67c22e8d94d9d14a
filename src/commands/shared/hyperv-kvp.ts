/** Commands that put data for a guest on its host, and take it away. */
import type { Command } from '../../command/command.js';
import type { HypervContext } from '../../command/hyperv-context.js';
import { argument, flag, optionalArgument, text } from '../../command/options.js';
import { Failure, UsageError } from '../../core/errors.js';
import { changeItem, checkItem, fingerprint, readItems } from '../../hyperv/kvp.js';
import { findVm } from '../../hyperv/vms.js';
import type { Wsman } from '../../hyperv/wsman/client.js';
import { textOf } from '../../hyperv/wsman/instance.js';
import { changing, hostChange, type Planned, waitingOf } from './hyperv.js';

const where = { host: argument('<host>', 'Host.'), vm: argument('<vm>', 'Name or ID of the machine.') };
const dataOptions = {
  dataFile: text('<file>', 'The data is the content of this file.'),
  replace: flag('There may be an item of this key; its data is replaced.'),
  ...changing,
};

type Writing = Pick<HypervContext<unknown, unknown>, 'now' | 'sleep' | 'progress' | 'hide'>;

/** `kvp set`: any key. */
export const setItem: Command = hostChange({
  options: dataOptions,
  arguments: { ...where, key: argument('<key>', 'Key.'), data: optionalArgument('<data>', 'Data.') },
  prepare: async (context, wsman) => {
    const { args, options } = context;
    const data = await dataOf(context, args.data, options.dataFile);
    return planSet(context, wsman, { vm: args.vm, key: args.key, data, ...options });
  },
});

/** `userdata set`: the key that CloudStack's agent uses. */
export const setItemOf = (key: string): Command =>
  hostChange({
    options: dataOptions,
    arguments: { ...where, data: optionalArgument('<data>', 'Data.') },
    prepare: async (context, wsman) => {
      const { args, options } = context;
      const data = await dataOf(context, args.data, options.dataFile);
      return planSet(context, wsman, { vm: args.vm, key, data, ...options });
    },
  });

/** The command that deletes the item of the key that its line names. */
export const deleteItem: Command = hostChange({
  options: changing,
  arguments: { ...where, key: argument('<key>', 'Key.') },
  destroys: 'item',
  prepare: (context, wsman) =>
    planDelete(context, wsman, context.args.vm, context.args.key, context.options.waitTimeout),
});

/** A command that deletes the item of one key. */
export const deleteItemOf = (key: string): Command =>
  hostChange({
    options: changing,
    arguments: where,
    destroys: 'item',
    prepare: (context, wsman) => planDelete(context, wsman, context.args.vm, key, context.options.waitTimeout),
  });

async function dataOf(
  { readFile }: Pick<HypervContext<unknown, unknown>, 'readFile'>,
  typed: string | undefined,
  file: string | undefined,
): Promise<string> {
  if ((typed === undefined) === (file === undefined)) throw new UsageError('one of <data> and --data-file is required');
  return file === undefined ? (typed ?? '') : readFile(file);
}

interface Setting {
  readonly vm: string;
  readonly key: string;
  readonly data: string;
  readonly replace: boolean;
  readonly waitTimeout: number | undefined;
}

async function planSet(context: Writing, wsman: Wsman, given: Setting): Promise<Planned> {
  const { key, data, replace } = given;
  context.hide(data);
  checkItem(key, data);
  const vm = await findVm(wsman, given.vm);
  const present = (await readItems(wsman, vm, ['host'])).find(({ name }) => name === key);
  const name = `${textOf(vm, 'ElementName')} (${textOf(vm, 'Name')})`;
  if (present !== undefined && !replace) {
    // A host refuses it, too, but only after it has begun.
    throw new Failure(`${wsman.host}: '${key}' of ${name} is there already.`, {
      hint: '--replace gives it other data.',
    });
  }
  const what = present === undefined ? 'Set' : `Replace ${fingerprint(present.data)} of`;
  return {
    plan: [`${what} '${key}' on ${name} on ${wsman.host} to ${fingerprint(data)}.`],
    run: () =>
      change(context, wsman, { vm, key, data, exists: present !== undefined }, given, `'${key}' of ${name} is set.`),
  };
}

async function planDelete(
  context: Writing,
  wsman: Wsman,
  given: string,
  key: string,
  waitTimeout: number | undefined,
): Promise<Planned> {
  const vm = await findVm(wsman, given);
  const present = (await readItems(wsman, vm, ['host'])).find(({ name }) => name === key);
  const name = `${textOf(vm, 'ElementName')} (${textOf(vm, 'Name')})`;
  if (present === undefined) throw new Failure(`${wsman.host}: ${name} has no '${key}' from its host.`);
  return {
    plan: [`Delete '${key}' ${fingerprint(present.data)} of ${name} on ${wsman.host}.`],
    run: () =>
      change(context, wsman, { vm, key, exists: true }, { vm: given, waitTimeout }, `'${key}' of ${name} is deleted.`),
  };
}

async function change(
  context: Writing,
  wsman: Wsman,
  wanted: Parameters<typeof changeItem>[1],
  given: Pick<Setting, 'vm' | 'waitTimeout'>,
  said: string,
) {
  try {
    await changeItem(wsman, wanted, waitingOf(context, given.waitTimeout));
  } finally {
    context.progress(undefined);
  }
  const id = textOf(wanted.vm, 'Name');
  return { given: given.vm, said, ...(id === undefined ? {} : { id }) };
}
