import { changesRole } from '../shared/identity-commands.js';

export const about = { summary: 'Add role to user.' };

export default changesRole(
  ['role add --user {user} --project {tenant} {role}', 'role add --user {user} {role}'],
  (changes) => changes.addRole,
);
