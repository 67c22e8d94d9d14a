import { sections } from '../../command/define.js';
import { text } from '../../command/options.js';
import { pythonInt } from '../../lib/python/numbers.js';
import type { Json } from '../../lib/read.js';
import { describedLogin } from '../../services/identity/login.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show user credentials returned from auth.' };

export default sections({
  openstack: 'token issue {wrap:--max-width}',
  options: {
    wrap: text('<integer>', 'Wrap PKI tokens to a specified length, or 0 to disable.', { formats: ['table'] }),
  },
  parts: async function* ({ session, options: { wrap = '64' } }) {
    const { user, token } = describedLogin(await session.accessInfo());
    yield part('User Credentials', user, pythonInt(wrap));
    if (token !== undefined) yield part('Token', token, pythonInt(wrap));
  },
});

const part = (title: string, item: Json, wrap: number) =>
  ({
    title,
    view: { kind: 'show', titles: [title, 'Value'], fields: everyField(item), wrap },
  }) as const;
