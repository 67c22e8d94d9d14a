// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
image-download: Download a specific image.
image-list: List images you can access.
image-show: Describe a specific image.
`;
