/** Two Hyper-V hosts, as their management service sees them. */

export interface Machine {
  /** Upper case, as WMI has it. */
  readonly id: string;
  readonly name: string;
  readonly state: number;
  readonly notes: readonly string[] | null;
  readonly planned?: boolean;
  readonly cpus: number;
  /** MiB. */
  readonly memory: number;
  /** Milliseconds. */
  readonly uptime: bigint;
  /** Items that the host has put there: changed by the methods. */
  readonly hostItems: Map<string, string>;
  readonly guestItems: readonly (readonly [string, string])[];
  readonly intrinsicItems: readonly (readonly [string, string])[];
  /** Instances of guests' items as the guest has written them, which need not be XML. */
  readonly brokenItems?: readonly string[];
}

export interface Job {
  readonly id: string;
  state: number;
  percent: number;
  /** States that it has yet to go through, one at each look. */
  readonly coming: number[];
  readonly error?: string;
  /** Only GetErrorEx tells it. */
  readonly hiddenError?: string;
}

export interface HypervHost {
  readonly name: string;
  readonly machines: Machine[];
  readonly jobs: Map<string, Job>;
  readonly disks: string;
}

const machine = (id: string, name: string, state: number, more: Partial<Machine> = {}): Machine => ({
  id,
  name,
  state,
  notes: null,
  cpus: 2,
  memory: state === 2 ? 4096 : 0,
  uptime: state === 2 ? 1_051_200_000n : 0n,
  hostItems: new Map(),
  guestItems: [],
  intrinsicItems: [],
  ...more,
});

/** A new pair of hosts, `HV01` and `HV02`. */
export function hypervHosts(): readonly HypervHost[] {
  const jobs = () => new Map<string, Job>();
  const ended = '4C9E1B7A-2D60-4F4E-8B1C-6E0F7D3A5B92';
  return [
    {
      name: 'HV01',
      disks: 'D:\\VHD',
      jobs: new Map([[ended, { id: ended, state: 7, percent: 100, coming: [] }]]),
      machines: [
        machine('0ED0B4A1-6C7F-4F3B-9A52-3C1D5E0839E4', 'instance-0000002a', 2, {
          // Of the guide's server `devstack`.
          notes: ['81db556b-8aa5-427d-a95c-2a9a6972f630'],
          cpus: 4,
          memory: 8192,
          hostItems: new Map([['cloudstack-vm-userdata', 'I2Nsb3VkLWNvbmZpZw==']]),
          guestItems: [['deploy', 'done']],
          intrinsicItems: [
            ['FullyQualifiedDomainName', 'devstack.example.com'],
            ['OSName', 'Ubuntu 12.04 LTS'],
            ['NetworkAddressIPv4', '192.0.2.17'],
          ],
        }),
        machine('8FF5D6A0-41BB-4D5E-8C7C-0A2F6B31F7EF', 'build-agent', 32773, {
          notes: ['ask Joe before you stop it'],
        }),
        machine('3B0E2C4D-97A6-4E0F-B1D2-6F5A4C3B2A19', 'files', 3),
      ],
    },
    {
      name: 'HV02',
      disks: 'C:\\ClusterStorage\\Volume1',
      jobs: jobs(),
      machines: [
        machine('C2D1E0F9-A8B7-4C6D-9E5F-1029384756AB', 'twin', 2),
        machine('5A6B7C8D-9E0F-4A1B-8C2D-3E4F5A6B7C8D', 'twin', 32769),
        machine('F00DCAFE-0000-4000-8000-00000000BEEF', 'moving', 2, { planned: true }),
      ],
    },
  ];
}
