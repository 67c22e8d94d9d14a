import { flag } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { managementService } from '../../hyperv/service.js';
import { textOf } from '../../hyperv/wsman/instance.js';
import { hostList, manyHosts } from '../shared/hyperv.js';

export const about = { summary: 'Ask hosts whether they answer, let you in, and have Hyper-V.' };

interface Row {
  readonly host: string;
  readonly product: string;
  readonly version: string;
  readonly service: string | null;
  readonly milliseconds: number;
}

export default hostList({
  options: { ...manyHosts.options, noLogin: flag('Only ask whether they answer: no login.') },
  arguments: manyHosts.arguments,
  hosts: ({ hosts, args, options }) => hosts(args.host, options.hosts),
  rows: async ({ options, now }, wsman): Promise<readonly Row[]> => {
    const start = now();
    const identity = await wsman.identify().catch((error: unknown) => {
      // A host may want a login even for this; a login shows then that it answers.
      if (options.noLogin || !(error instanceof Failure) || error.name !== 'Unauthorized') throw error;
      return { vendor: '', version: '' };
    });
    const milliseconds = now() - start;
    const service = options.noLogin ? null : (textOf(await managementService(wsman), 'Name') ?? '');
    return [{ host: wsman.host, product: identity.vendor, version: identity.version, service, milliseconds }];
  },
  columns: [
    { title: 'Host', value: ({ host }) => host },
    { title: 'Product', value: ({ product }) => product },
    { title: 'Version', value: ({ version }) => version },
    { title: 'Hyper-V', value: ({ service }) => service },
    { title: 'ms', value: ({ milliseconds }) => milliseconds },
  ],
});
