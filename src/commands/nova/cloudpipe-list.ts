import { list } from '../../command/define.js';
import { listCloudpipes } from '../../services/compute/cloudpipes.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print a list of all cloudpipe instances.' };

export default list({
  openstack: false,
  rows: ({ session }) => listCloudpipes(session),
  columns: {
    project: attribute('Project Id'),
    publicIp: attribute('Public IP'),
    publicPort: attribute('Public Port'),
    internalIp: attribute('Internal IP'),
  },
});
