// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
bootstrap: Grants a new role to a new user on a new tenant, after creating each.
catalog: List service catalog, possibly filtered by service.
discover: Discover Keystone servers, supported API versions and extensions.
ec2-credentials-create: Create EC2-compatible credentials for user per tenant.
ec2-credentials-delete: Delete EC2-compatible credentials.
ec2-credentials-get: Display EC2-compatible credentials.
ec2-credentials-list: List EC2-compatible credentials for a user.
endpoint-create: Create a new endpoint associated with a service.
endpoint-delete: Delete a service endpoint.
endpoint-get: Find endpoint filtered by a specific attribute or service type.
endpoint-list: List configured service endpoints.
password-update: Update own password.
role-create: Create new role.
role-delete: Delete role.
role-get: Display role details.
role-list: List all roles.
service-create: Add service to Service Catalog.
service-delete: Delete service from Service Catalog.
service-get: Display service from Service Catalog.
service-list: List all services in Service Catalog.
tenant-create: Create new tenant.
tenant-delete: Delete tenant.
tenant-get: Display tenant details.
tenant-list: List all tenants.
tenant-update: Update tenant name, description, enabled status.
token-get: Display the current user token.
user-create: Create new user.
user-delete: Delete user.
user-get: Display user details.
user-list: List users.
user-password-update: Update user password.
user-role-add: Add role to user.
user-role-list: List roles granted to a user.
user-role-remove: Remove role from user.
user-update: Update user's name, email, and enabled status.
`;
