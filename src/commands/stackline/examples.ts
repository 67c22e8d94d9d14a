import type { Examples } from '../../command/examples.js';

export default {
  words: {
    for: 'status=ACTIVE',
  },
  lines: `
api: GET compute /servers | GET compute '/servers?limit=2' --paginate
config set: format json | color never
config unset: format | color
explain: server.status | volume -f csv
links install: ~/bin | ~/bin openstack
links remove: ~/bin
sandbox: | --port 35357 --compute v2.1
use: prod | -
wait: server devstack --for status=ACTIVE | server devstack --for status=ACTIVE --timeout 10m
`,
} satisfies Examples;
