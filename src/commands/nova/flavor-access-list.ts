import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { findFlavor, flavorAccess } from '../../services/compute/flavors.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print access information about the given flavor.' };

export default list({
  openstack: 'flavor show {flavor} -c access_project_ids',
  options: { flavor: text('<flavor>', 'Filter results by flavor name or ID.') },
  rows: async function* ({ session, options }) {
    if (!options.flavor) throw new Failure('Unable to get all access lists. Specify --flavor');
    const flavor = await findFlavor(session, options.flavor);
    // novaclient takes a flavor that does not say whether it is public for one that is.
    if (flavor['os-flavor-access:is_public'] ?? true) {
      throw new Failure('Access list not available for public flavors.');
    }
    yield await flavorAccess(session, String(flavor.id));
  },
  columns: { flavor: attribute('Flavor_ID'), tenant: attribute('Tenant_ID') },
});
