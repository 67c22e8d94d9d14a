import { optionalText, requiredText, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { createsOne, isEnabled, tenantIdOf } from '../shared/identity-commands.js';
import { askNewPassword } from '../shared/new-password.js';

export const about = { summary: 'Create new user.' };

/** `--pass` without a value: no word of a command line holds this character. */
const ASK = '\0';

export default createsOne('user', {
  openstack: 'user create {tenant:--project} {pass:--password} {email:--email} {enabled:--enable|--disable} {name}',
  options: {
    name: requiredText('<user-name>', 'New user name (must be unique).'),
    tenant: text('<tenant>', 'New user default tenant.', { aliases: ['tenant-id'] }),
    pass: optionalText('<pass>', 'New user password; required for some auth backends.', { const: ASK, secret: true }),
    email: text('<email>', 'New user email address.'),
    enabled: text('<true|false>', 'Initial user enabled status. Default is true.'),
  },
  create: async (context) => {
    const { session, options, program } = context;
    const { name, tenant, pass = null, email = null, enabled = 'true' } = options;
    const tenantId = (await tenantIdOf(context, tenant)) ?? null;
    const password = pass === ASK ? ((await askNewPassword(program)) ?? null) : pass;
    const user = { name, password, email, tenantId, enabled: isEnabled(enabled) };
    return (await identityChanges(session)).create('user', user);
  },
});
