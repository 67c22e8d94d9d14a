// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
details: DEPRECATED! Use image-list instead.
image-download: Download a specific image.
image-index: DEPRECATED! Use image-list instead.
index = image-index
image-list: List images you can access.
image-members: DEPRECATED! Use member-list instead.
image-show: Describe a specific image.
member-images: DEPRECATED! Use member-list instead.
member-list: Describe sharing permissions by image or tenant.
show: DEPRECATED! Use image-show instead.
`;
