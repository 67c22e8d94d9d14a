/** `keystone user-role-add` over Identity v2.0, against python-keystoneclient 2.3.2. A role that is there stays there. */
import { keystone232, pike } from './clouds.js';
import { sideBySide } from './side-by-side.js';

const cloud = await pike();

sideBySide(cloud, keystone232, [
  'user-role-add --user adam --role _member_ --tenant nosuch',
  'user-role-add --user nosuch --role _member_ --tenant adam',
  'user-role-add --user adam --role nosuch --tenant adam',
  'user-role-add --user_id nosuch --role-id nosuch',
  'user-role-add --user adam extra --role _member_',
  { run: 'user-role-add --user adam --role _member_ --tenant adam', as: 'anne' },
]);
