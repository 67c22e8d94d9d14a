import type { Examples } from '../../command/examples.js';

export default {
  lines: `
download: logs syslog | logs --output-dir /tmp/logs
tempurl: GET 3600 /v1/AUTH_admin/logs/syslog s3cret
`,
} satisfies Examples;
