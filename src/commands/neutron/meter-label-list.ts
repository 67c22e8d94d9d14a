import { meteringLabels } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List metering labels that belong to a given tenant.' };

export default neutronList(meteringLabels, {
  openstack: 'network meter list',
  columns: ['id', 'name', 'description', 'shared'],
});
