import { show } from '../../command/define.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { tokenOf } from '../../services/identity/token.js';

export const about = { summary: 'Display the current user token.' };

export default show({
  openstack: 'token issue {wrap:--max-width}',
  options: {
    wrap: text('<integer>', 'Wrap PKI tokens to a specified length, or 0 to disable.', { formats: ['table'] }),
  },
  wrap: ({ wrap }) => Number(wrap ?? 0),
  fields: async ({ session, options: { wrap = '0' } }) => {
    const { expires, id, projectId, domainId, userId } = tokenOf(await session.accessInfo());
    // Python's own words, and not before the login.
    if (!/^\s*[+-]?\d+\s*$/.test(wrap)) throw new Failure(`invalid literal for int() with base 10: '${wrap}'`);
    return [
      { name: 'expires', value: expires },
      { name: 'id', value: id },
      ...(projectId === undefined ? [] : [{ name: 'tenant_id', value: projectId }]),
      ...(domainId === undefined ? [] : [{ name: 'domain_id', value: domainId }]),
      { name: 'user_id', value: userId },
    ];
  },
});
