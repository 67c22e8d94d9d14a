import { show } from '../../command/define.js';
import { tokenOf } from '../../services/identity/token.js';

export const about = { summary: 'Show the token that is worked with.' };

export default show({
  openstack: 'token issue',
  fields: async ({ session }) => {
    const { expires, id, projectId, domainId, userId } = tokenOf(await session.accessInfo());
    return [
      { name: 'expires', value: expires },
      { name: 'id', value: id },
      ...(projectId === undefined ? [] : [{ name: 'project_id', value: projectId }]),
      ...(domainId === undefined ? [] : [{ name: 'domain_id', value: domainId }]),
      { name: 'user_id', value: userId },
    ];
  },
});
