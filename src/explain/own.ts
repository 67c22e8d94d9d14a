import type { Explained } from './resource.js';

/** What our own commands print. */
export default [
  {
    name: 'login',
    printedBy: ['stackline whoami', 'stackline token', 'keystone token-get'],
    fields: `
user: The user's name.
user_id: The user.
project: The project's name.
project_id: The project that the login is for.
tenant_id: The same, under the name of Identity v2.0.
roles: What the user may be in the project.
identity: Where the identity service is, and which version of it is spoken.
region: The region that is worked in.
regions: All regions of the catalog.
expires: When the token ends, in UTC.
id: The token itself.
`,
  },
  {
    name: 'catalog-endpoint',
    aliases: 'catalog',
    printedBy: [
      ...['stackline catalog', 'keystone catalog', 'keystone endpoint-get', 'nova endpoints', 'cinder endpoints'],
      'keystone discover',
    ],
    fields: `
type: The type of the service: compute, identity, image, volumev3, network, object-store and so on.
name: What its administrator called it.
region: The region in which it is reached there.
interface: public (for everybody), internal (for the cloud's own services) or admin.
url: The address.
found_at: The address at which the identity service was asked.
status: stable (v3), deprecated, or what else the service says of this version.
extension: An extension of this version.
*.publicURL: The public address of the service.
*: The endpoints of this service: publicURL, internalURL and adminURL, with the region.
`,
  },
  {
    name: 'cloud',
    printedBy: ['stackline clouds', 'stackline config clouds'],
    fields: `
cloud [Cloud]: Its name in clouds.yaml.
region [Region, Regions]: Its regions.
auth_url [Auth URL]: Where its identity service is.
project [Project]: The project that is worked in.
user [User]: Who logs in.
current [Current]: Whether it is the one that is used where nothing names another.
state [State]: Whether its identity service answers: up or down.
details [Details]: What it says of itself, or why it does not answer.
`,
  },
  {
    name: 'setting',
    printedBy: ['stackline config'],
    fields: `
setting [Setting]: A setting, by the name that config set takes.
value [Value]: What it is; of secrets, only that there is one.
from [From]: Where that was said: an option, a variable, clouds.yaml, your own settings, or nowhere.
`,
  },
  {
    name: 'check',
    printedBy: ['stackline doctor'],
    fields: `
check [Check]: What was looked at.
result [Result]: ok, warning, failed, or skipped because something before it failed.
details [Details]: What was seen.
hint [Hint]: What to do.
`,
  },
  {
    name: 'explanation',
    printedBy: ['stackline explain', 'glance explain'],
    fields: `
field [Field, Attribute]: A field, behind the thing that it is of.
column [Column]: What it is called in a list, where that is another name.
since [Since]: The microversion from which on the API has it.
meaning [Meaning, Description]: What it says.
`,
  },
  {
    name: 'link',
    printedBy: ['stackline links list'],
    fields: `
name [Name]: The name of a client.
path [Path]: The first program of that name in PATH.
ours [Ours]: Whether it is a link to us.
what [What]: What it is otherwise.
`,
  },
] satisfies readonly Explained[];
