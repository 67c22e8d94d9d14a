import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { identityChanges } from '../../services/identity/changes.js';
import { ownerOf } from '../../services/identity/ec2-credentials.js';
import { idOf } from '../../services/identity/named.js';
import { createsOne } from '../shared/identity-commands.js';

export const about = { summary: 'Create EC2-compatible credentials for user per tenant.' };

export default createsOne('EC2 credential', {
  openstack: 'ec2 credentials create {owner:--user} {tenantId:--project}',
  options: {
    owner: text(
      '<user-id>',
      'User ID for which to create credentials. If not specified, the authenticated user will be used.',
      { long: 'user-id' },
    ),
    tenantId: text(
      '<tenant-id>',
      'Tenant ID for which to create credentials. If not specified, the authenticated tenant ID will be used.',
    ),
  },
  create: async ({ session, options: { owner, tenantId } }) => {
    const tenant = tenantId || (await session.accessInfo()).project?.id;
    if (tenant === undefined) {
      throw new Failure('The token is unscoped, and EC2 keys are for one project.', {
        hint: 'Name it with --tenant-id.',
      });
    }
    return (await identityChanges(session)).createEc2Credential(
      await ownerOf(session, await idOf(session, 'user', owner)),
      tenant,
    );
  },
});
