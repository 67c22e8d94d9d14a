import { hexId } from '../ids.js';
import type { EndpointTemplate, Service } from '../world.js';

export const region = 'RegionOne';

/**
 * Names, types and descriptions of the guide's `keystone service-list`, and what a cloud of its time and after has beside:
 * the later versions of cinder, networks, objects.
 */
const rows: readonly (readonly [name: string, type: string, description: string])[] = [
  ['cinder', 'volume', 'Cinder Service'],
  ['cinderv2', 'volumev2', 'Cinder Service V2'],
  ['cinderv3', 'volumev3', 'Cinder Service V3'],
  ['glance', 'image', 'OpenStack Image Service'],
  ['nova_ec2', 'ec2', 'EC2 Service'],
  ['keystone', 'identity', 'OpenStack Identity Service'],
  ['nova', 'compute', 'OpenStack Compute Service'],
  ['quantum', 'network', 'OpenStack Networking Service'],
  ['swift', 'object-store', 'OpenStack Object Storage Service'],
];

/** The services of the guide's catalogue. */
export function services(): Service[] {
  return rows.map(([name, type, description]) => ({ id: hexId('service', name), name, type, description }));
}

/**
 * One endpoint for each service, at the ports that OpenStack's services have had since 2012.
 * `compute`: what the catalogue hands out for nova, the guide's legacy URL or the one of clouds since 2016.
 */
export function endpoints(compute: 'v2' | 'v2.1'): EndpointTemplate[] {
  const at = (port: number, path = '') => `http://cloud.example.com:${port}${path}`;
  const template = (name: string, publicurl: string, adminurl = publicurl): EndpointTemplate => ({
    id: hexId('endpoint', name),
    serviceId: hexId('service', name),
    region,
    publicurl,
    internalurl: publicurl,
    adminurl,
  });
  return [
    template('keystone', at(5000, '/v2.0'), at(35357, '/v2.0')),
    template('nova', at(8774, compute === 'v2' ? '/v2/%(tenant_id)s' : '/v2.1')),
    template('swift', at(8080, '/v1/AUTH_%(tenant_id)s'), at(8080, '/')),
    template('quantum', at(9696, '/')),
    template('nova_ec2', at(8773, '/services/Cloud'), at(8773, '/services/Admin')),
    template('cinder', at(8776, '/v1/%(tenant_id)s')),
    template('cinderv2', at(8776, '/v2/%(tenant_id)s')),
    template('cinderv3', at(8776, '/v3/%(tenant_id)s')),
    template('glance', at(9292)),
  ];
}
