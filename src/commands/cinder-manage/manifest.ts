// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
host list: Show the hosts of the volume services.
service list: Show the volume services.
`;
