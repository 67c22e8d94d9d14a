import { ikepolicies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given IKE policy.' };

export default neutronShow(ikepolicies, { openstack: 'vpn ike policy show', called: 'IKE policy' });
