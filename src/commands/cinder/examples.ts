import type { Examples } from '../../command/examples.js';

export default {
  words: {
    attachment: '72f8ca9d-5b14-4224-8ac4-925c850de5bd',
    backup: 'backup-2013-02-19',
    cgsnapshot: 'nightly-2013-02-20',
    'cluster-name': 'storage@lvm',
    consistencygroup: 'nightly',
    group: 'nightly',
    'group-snapshot': 'nightly-2013-02-20',
    'group-type': 'default_cgsnapshot_type',
    message: '6a59bf9b-e19e-4798-a016-77954b38b261',
    'qos-specs': 'gold',
    snapshot: 'backup-2013-02-20',
    transfer: 'logs-to-tom',
  },
  lines: `
list: --all-tenants --status error | --sort size:desc -f csv
manageable-list: c01.example.com | c01.example.com --detailed False
snapshot-manageable-list: c01.example.com | c01.example.com --detailed False
`,
} satisfies Examples;
