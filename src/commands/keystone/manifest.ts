// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
catalog: List service catalog, possibly filtered by service.
discover: Discover Keystone servers, supported API versions and extensions.
ec2-credentials-get: Display EC2-compatible credentials.
ec2-credentials-list: List EC2-compatible credentials for a user.
endpoint-get: Find endpoint filtered by a specific attribute or service type.
endpoint-list: List configured service endpoints.
role-get: Display role details.
role-list: List all roles.
service-get: Display service from Service Catalog.
service-list: List all services in Service Catalog.
tenant-get: Display tenant details.
tenant-list: List all tenants.
token-get: Display the current user token.
user-get: Display user details.
user-list: List users.
user-role-add: Add role to user.
user-role-list: List roles granted to a user.
`;
