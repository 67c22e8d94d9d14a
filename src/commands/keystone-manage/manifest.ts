// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
`;
