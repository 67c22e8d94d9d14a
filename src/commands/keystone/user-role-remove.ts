import { changesRole } from '../shared/identity-commands.js';

export const about = { summary: 'Remove role from user.' };

export default changesRole(
  ['role remove --user {user} --project {tenant} {role}', 'role remove --user {user} {role}'],
  (changes) => changes.removeRole,
);
