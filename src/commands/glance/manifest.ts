// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
cache-list: Get cache state.
explain: Describe a specific model.
image-download: Download a specific image.
image-list: List images you can access.
image-show: Describe a specific image.
image-tasks: Get tasks associated with image.
import-info: Print import methods available from Glance.
md-namespace-list: List metadata definitions namespaces.
md-namespace-resource-type-list: List resource types associated to specific namespace.
md-namespace-show: Describe a specific metadata definitions namespace.
md-object-list: List metadata definitions objects inside a specific namespace.
md-object-property-show: Describe a specific metadata definitions property inside an object.
md-object-show: Describe a specific metadata definitions object inside a namespace.
md-property-list: List metadata definitions properties inside a specific namespace.
md-property-show: Describe a specific metadata definitions property inside a namespace.
md-resource-type-list: List available resource type names.
md-tag-list: List metadata definitions tags inside a specific namespace.
md-tag-show: Describe a specific metadata definitions tag inside a namespace.
member-get: Show details of an image member.
member-list: Describe sharing permissions by image.
stores-info: Print available backends from Glance.
task-list: List tasks you can access.
task-show: Describe a specific task.
usage: Get quota usage information.
`;
