/** The management service of a host, of which there is one: all changes are asked of it. */
import { Failure } from '../core/errors.js';
import type { Wsman } from './wsman/client.js';
import type { Reference } from './wsman/envelope.js';
import { type Instance, textOf } from './wsman/instance.js';
import { resourceOf } from './wsman/names.js';
import { wql } from './wsman/wql.js';

const CLASS = 'Msvm_VirtualSystemManagementService';
const KEYS = ['CreationClassName', 'Name', 'SystemCreationClassName', 'SystemName'];

/** @throws Failure where the host has no Hyper-V, or does not let the user see it */
export async function managementService(wsman: Wsman): Promise<Instance> {
  const [service] = await wsman.query(wql`SELECT * FROM Msvm_VirtualSystemManagementService`);
  if (service !== undefined) return service;
  throw new Failure(`${wsman.host}: no Hyper-V subsystem on the host.`, {
    hint: 'Either it is not installed, or the user may not see it (administrators and Hyper-V Administrators may).',
  });
}

/** The service by its keys, as methods are called on it. */
export async function serviceReference(wsman: Wsman): Promise<Reference> {
  const service = await managementService(wsman);
  const selectors = KEYS.flatMap((key) => {
    const value = textOf(service, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { resource: resourceOf(CLASS), selectors: Object.fromEntries(selectors) };
}
