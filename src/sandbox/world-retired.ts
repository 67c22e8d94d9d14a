/** The state of what nova had in the guide's days and has no more: DNS of floating addresses, bare metal, cells, zones. */

export interface DnsDomain {
  domain: string;
  scope: 'public' | 'private';
  /** The tenant of a public one. */
  project: string | null;
  /** The zone of a private one. */
  availabilityZone: string | null;
  entries: { name: string; ip: string; type: 'A' }[];
}

export interface BaremetalNode {
  number: number;
  cpus: number;
  memoryMb: number;
  localGb: number;
  pmAddress: string | null;
  pmUser: string | null;
  serviceHost: string;
  terminalPort: number | null;
  instanceId: string | null;
  interfaces: { number: number; address: string; datapathId: string | null; portNo: number | null }[];
}

/** A cell of the first kind, with room for servers of 512, 2048, … MB. */
export interface Cell {
  name: string;
  username: string;
  rpcHost: string;
  rpcPort: number;
  type: 'child' | 'parent';
  ramFreeMb: number;
  diskFreeMb: number;
}

/** A zone below this one, as nova 2011.3 knew it. */
export interface ChildZone {
  number: number;
  name: string;
  apiUrl: string;
  capabilities: string;
  isActive: boolean;
  weightOffset: number;
  weightScale: number;
}

export interface Retired {
  dnsDomains: DnsDomain[];
  baremetalNodes: BaremetalNode[];
  cells: Cell[];
  childZones: ChildZone[];
  /** Servers that are a tenant's way into its VLAN. */
  cloudpipes: string[];
  /** Fixed addresses that no server is given. */
  reservedIps: string[];
  /** What the group `default` of a new tenant begins with. */
  defaultRules: { number: number; protocol: string; fromPort: number; toPort: number; cidr: string }[];
  /** Do nova's services note what of them is run, and in one file? */
  coverage: 'off' | 'on' | 'combined';
}
