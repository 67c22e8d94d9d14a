/** Two servers as the API gives them, and the answers with them, for the tests of `nova list`. */
export const web = {
  id: '11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  name: 'web',
  status: 'ACTIVE',
  tenant_id: 'p1',
  updated: '2026-01-02T00:00:00Z',
  addresses: {
    test02: [{ addr: '10.1.1.7' }],
    empty: [],
    test01: [{ addr: '10.1.0.9' }, { addr: '203.0.113.4' }],
  },
  'OS-EXT-STS:task_state': null,
  'OS-EXT-STS:power_state': 1,
  'OS-EXT-SRV-ATTR:host': 'c01',
  hostId: 'abc',
  flavor: { original_name: 'm1.small', ram: 2048 },
  security_groups: [{ name: 'default' }, { name: 'default' }],
  metadata: { role: "it's" },
};
export const db = {
  id: '22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  name: 'db',
  status: 'SHUTOFF',
  tenant_id: 'p2',
  updated: '2026-01-01T00:00:00Z',
  addresses: {},
  'OS-EXT-STS:task_state': 'powering-on',
  'OS-EXT-STS:power_state': 4,
  'OS-EXT-SRV-ATTR:host': null,
  flavor: { original_name: 'm1.tiny', ram: 512 },
  security_groups: [],
  metadata: {},
};
export const detail = 'GET compute /servers/detail';
export const both = { [detail]: { servers: [web, db] } };
export const empty = { servers: [] };

/** A line of a table without the blanks that lay it out. */
export function squeeze(line: string | undefined): string {
  return (line ?? '').replace(/ +/g, ' ');
}
