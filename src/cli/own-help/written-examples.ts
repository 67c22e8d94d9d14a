/**
 * Examples that say more than those that `examples.ts` makes: what follows the command, by client and command. On the
 * embedded cloud they can be run as they are.
 */
export const written: Readonly<Record<string, readonly [string, string]>> = {
  'nova list': ['--all-tenants --status ERROR', '--fields name,status,networks -f csv'],
  'nova boot': [
    'web01 --image cirros-0.3.1-x86_64 --flavor m1.small',
    'web01 --image cirros-0.3.1-x86_64 --flavor m1.small --poll',
  ],
  'stackline api': ['GET compute /servers', "GET compute '/servers?limit=2' --paginate"],
  'stackline config set': ['format json', 'color never'],
  'stackline config unset': ['format', 'color'],
  'stackline explain': ['server.status', 'volume -f csv'],
  'stackline links install': ['~/bin', '~/bin openstack'],
  'stackline sandbox': ['', '--port 35357 --compute v2.1'],
};
