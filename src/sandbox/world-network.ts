/** The state of networks: nova's own, as in the guide, and quantum's. */

/** A row of `nova-manage network list`. */
export interface FixedNetwork {
  id: string;
  label: string;
  cidr: string;
  netmask: string;
  gateway: string;
  broadcast: string;
  dhcpStart: string;
  bridge: string;
  bridgeInterface: string;
  vlan: number;
  /** The tenant that it was given to; `null`: still to be had. */
  tenantId: string | null;
  created: string;
  /** The host that it was given to. */
  host?: string | null;
  /** Where its cloudpipe is reached from outside. */
  vpnAddress?: string;
  vpnPort?: number;
}

/** A row of `nova-manage floating list`. */
export interface FloatingIp {
  number: number;
  address: string;
  tenantId: string | null;
  serverId: string | null;
  fixedIp: string | null;
  pool: string;
  interface: string;
}

export interface SecurityGroupRule {
  number: number;
  protocol: string;
  fromPort: number;
  toPort: number;
  /** A range of addresses, or the name of a group of the same tenant. */
  from: { cidr: string } | { group: string };
}

export interface SecurityGroup {
  number: number;
  name: string;
  description: string;
  tenantId: string;
  rules: SecurityGroupRule[];
}

/** A resource of quantum's, in the words of its API: what is not set is as `network/kinds.ts` says. */
export type NetworkRow = Record<string, unknown> & { id: string; tenant_id: string };

/** The rows of quantum, by the path of their collection: `networks`, `lb/pools`. */
export type NetworkTables = Record<string, NetworkRow[]>;
