// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
backup list: Show the backups of all projects.
host list: Show the hosts of the volume services.
service list: Show the volume services.
volume delete: Delete a volume, bypassing the check that it must be available.
`;
