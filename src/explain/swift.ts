import type { Explained } from './resource.js';

export default [
  {
    name: 'container',
    aliases: 'object account',
    printedBy: ['swift list', 'swift stat'],
    fields: `
name [Name]: The container, or the object in it.
count [Count, Objects]: How many objects there are.
bytes [Bytes, Content Length]: The bytes of all objects, or of the object.
last_modified [Last Modified]: When the object was last written, in UTC.
content_type [Content Type, Content-Type]: The type of the object that whoever wrote it told; of an account or a container, that of the answer.
hash [ETag]: The MD5 hash of the object.
Account: The account: of keystone's, AUTH_ and the project.
Container: The container.
Object: The object.
Containers: How many containers the account has.
Containers in policy *: How many of them have their objects in this storage policy.
Objects in policy *: How many objects are in this storage policy.
Bytes in policy *: Their bytes.
Read ACL: Who may read the container.
Write ACL: Who may write to it.
Sync To: The container to which it is copied.
Sync Key: The secret of that.
Manifest: Where the parts of a large object are.
Meta *: What users keep with it.
X-Timestamp: When it was made, in seconds since 1970.
X-Trans-Id: The request, as it stands in swift's logs.
X-Openstack-Request-Id: The same.
X-*: A header of the answer.
Accept-Ranges: That parts of an object can be asked for.
Vary: A header of the answer, for caches.
`,
  },
  {
    name: 'capability',
    printedBy: ['swift capabilities'],
    fields: `
Feature: A part of the service: swift itself, or one of its middlewares.
Option: One of its settings.
Value: What it is set to.
Kind: core, or additional: of a middleware.
`,
  },
] satisfies readonly Explained[];
