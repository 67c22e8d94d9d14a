import { plainText } from '../../command/define.js';
import { flag, text } from '../../command/options.js';
import { visibleLine } from '../../lib/escape.js';
import { word } from '../../lib/shell.js';
import { type Account, accountOf } from '../../services/identity/openrc.js';

export const about = { summary: 'Print an openrc.sh for your project.' };

export default plainText({
  login: true,
  options: {
    v2: flag('Log in over Identity v2.0.', { conflicts: ['v3'] }),
    v3: flag('Log in over Identity v3.'),
    project: text('<project>', 'Name or ID of another project than the one that is logged in to.'),
  },
  run: async function* ({ session, options: { v2, v3, project } }) {
    const account = await accountOf(session, v2 ? 'v2.0' : v3 ? 'v3' : undefined, project);
    const lines = account.version === 'v3' ? overV3(account) : overV2(account);
    yield [...lines, ...anywhere(account), ...password(account), ''].join('\n');
  },
});

const set = (name: string, value: string): string => `export ${name}=${word(value)}`;

function overV2({ authUrl, projectId, project, user }: Account): readonly string[] {
  return [
    '# Source this file: it sets the account for OpenStack commands and asks for the password.',
    set('OS_AUTH_URL', authUrl),
    set('OS_TENANT_ID', projectId),
    set('OS_TENANT_NAME', project),
    set('OS_USERNAME', user),
    '# Identity v2.0 knows neither domains nor these names; another file may have left them.',
    'unset OS_PROJECT_ID OS_PROJECT_NAME OS_USER_DOMAIN_ID OS_USER_DOMAIN_NAME',
    'unset OS_PROJECT_DOMAIN_ID OS_PROJECT_DOMAIN_NAME OS_IDENTITY_API_VERSION',
  ];
}

function overV3({ authUrl, projectId, project, projectDomainId, user, userDomainId }: Account): readonly string[] {
  return [
    '# Source this file: it sets the account for OpenStack commands and asks for the password.',
    set('OS_AUTH_URL', authUrl),
    set('OS_PROJECT_ID', projectId),
    set('OS_PROJECT_NAME', project),
    set('OS_PROJECT_DOMAIN_ID', projectDomainId),
    set('OS_USERNAME', user),
    set('OS_USER_DOMAIN_ID', userDomainId),
    'export OS_IDENTITY_API_VERSION=3',
    "# What another file may have left: v2.0's names, and other spellings of the same.",
    'unset OS_TENANT_ID OS_TENANT_NAME OS_USER_DOMAIN_NAME OS_PROJECT_DOMAIN_NAME',
  ];
}

const anywhere = ({ region, cacert }: Account): readonly string[] => [
  region === undefined ? 'unset OS_REGION_NAME' : set('OS_REGION_NAME', region),
  ...(cacert === undefined ? [] : [set('OS_CACERT', cacert)]),
];

/** Not every shell's `read` can be silent; where it can, it also mends the terminal after Ctrl-C. */
const password = ({ user, project }: Account): readonly string[] => [
  `printf '%s' ${word(visibleLine(`Password of ${user} for ${project}: `))} >&2`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
  'if [ -n "${BASH_VERSION:-}${ZSH_VERSION:-}" ]; then IFS= read -rs OS_PASSWORD',
  'else stty -echo 2>/dev/null; IFS= read -r OS_PASSWORD; stty echo 2>/dev/null; fi',
  'echo >&2',
  'export OS_PASSWORD',
];
