// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
auth: Display auth related environment variables.
capabilities: List cluster capabilities.
info = capabilities
download: Download objects from containers.
list: Lists the containers for the account or the objects for a container.
stat: Displays information for the account, container, or object.
tempurl: Create a temporary URL.
`;
