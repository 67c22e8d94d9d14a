import { list } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import {
  type Code,
  type EnabledState,
  enabledStates,
  jobStates,
  requestedStates,
  returnCodes,
} from '../../hyperv/codes.js';

export const about = { summary: 'List the numbers that hosts answer, with what CloudStack and nova call them.' };

const tables: Readonly<Record<string, readonly (Code | EnabledState)[]>> = {
  return: returnCodes,
  job: jobStates,
  requested: requestedStates,
  state: enabledStates,
};

interface Row {
  readonly kind: string;
  readonly code: Code & Partial<Pick<EnabledState, 'cloudStack' | 'nova'>>;
}

export default list({
  login: false,
  arguments: { kind: optionalArgument('<kind>', `Only these: ${Object.keys(tables).join(', ')}.`) },
  rows: async function* ({ args }): AsyncGenerator<readonly Row[]> {
    const { kind } = args;
    if (kind !== undefined && !Object.hasOwn(tables, kind)) {
      throw new UsageError(
        `argument <kind>: invalid choice: '${kind}' (choose from ${Object.keys(tables).join(', ')})`,
      );
    }
    for (const [name, codes] of Object.entries(tables)) {
      if (kind === undefined || kind === name) yield codes.map((code) => ({ kind: name, code }));
    }
  },
  columns: {
    kind: { title: 'Kind', value: ({ kind }: Row) => kind },
    value: { title: 'Value', value: ({ code }) => code.value },
    name: { title: 'Name', value: ({ code }) => code.name },
    cloudStack: { title: 'CloudStack', value: ({ code }) => code.cloudStack ?? null },
    nova: { title: 'Nova', value: ({ code }) => code.nova ?? null },
    meaning: { title: 'Meaning', value: ({ code }) => code.meaning },
  },
  sortBy: false,
});
