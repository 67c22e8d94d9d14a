import { plainText } from '../../command/define.js';
import { choice, integer } from '../../command/options.js';

export const about = { summary: 'Serve the embedded cloud on this machine.' };

export default plainText({
  isLive: true,
  options: {
    port: integer('<port>', 'Port on 127.0.0.1; 0, the default, takes a free one.'),
    compute: choice(['v2', 'v2.1'], "Compute API in the catalogue: the guide's, or the one with microversions.", {
      placeholder: '<version>',
    }),
  },
  run: async function* ({ options, program }) {
    const { login } = await program.serve(options.port ?? 0, options.compute ?? 'v2');
    yield `# An embedded OpenStack cloud on this machine, gone when this command ends (Ctrl-C).
# Put these lines into another shell:
export OS_AUTH_URL=${login.authUrl}
export OS_USERNAME=${login.username}
export OS_PASSWORD=${login.password}
export OS_TENANT_NAME=${login.tenantName}
export OS_REGION_NAME=${login.region}
`;
    await new Promise(() => undefined);
  },
});
