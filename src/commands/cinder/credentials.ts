import { sections } from '../../command/define.js';
import { describedLogin } from '../../services/identity/login.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Shows user credentials returned from auth.' };

/** As cinderclient did up to 3.x (v1/shell.py, v2/shell.py do_credentials). */
export default sections({
  openstack: 'token issue',
  parts: async function* ({ session }) {
    const { user, token } = describedLogin(await session.accessInfo());
    const titled = (title: string) => [title, 'Value'] as const;
    yield {
      title: 'User Credentials',
      view: { kind: 'show', titles: titled('User Credentials'), fields: everyField(user) },
    };
    if (token === undefined) return;
    yield { title: 'Token', view: { kind: 'show', titles: titled('Token'), fields: everyField(token) } };
  },
});
