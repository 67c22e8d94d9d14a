import { attribute } from './attributes.js';

/** A floating address of the Compute API. */
export const floatingIpColumns = {
  id: attribute('Id'),
  ip: attribute('IP'),
  server: attribute('Server Id', 'instance_id'),
  fixedIp: attribute('Fixed IP'),
  pool: attribute('Pool'),
} as const;
