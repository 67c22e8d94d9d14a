import type { Examples } from '../../command/examples.js';

export default {
  words: {
    service: 'nova',
    'access-key': '335b233a7e018d1e380515a87b5fd7b9',
    'endpoint-id': 'c5d027f748428257f24c85c6938181e1',
  },
  lines: `
bootstrap: --user-name ops --pass s3cret --role-name operator --tenant-name ops
endpoint-create: --service nova --publicurl http://cloud.example.com:8774/v2.1
endpoint-get: --service compute | --service compute --endpoint-type adminURL
password-update: | --current-password admin-password --new-password s3cret2
user-password-update: adam | --pass s3cret adam
user-role-add: --user adam --role Member --tenant admin
user-role-remove: --user adam --role Member --tenant adam
`,
} satisfies Examples;
