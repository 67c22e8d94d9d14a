/** The commands of glanceclient 4.1 that only it has, and what openstackclient calls each of them, where it has it. */
export default `
cache-clear: cached image clear
cache-delete: cached image delete
cache-queue: cached image queue
image-create: image create
image-create-via-import: image create --import
image-deactivate: image set --deactivate
image-delete: image delete
image-import: image import
image-reactivate: image set --activate
image-stage: image stage
image-tag-delete: image unset --tag
image-tag-update: image set --tag
image-update: image set
image-upload:
location-add:
location-delete:
location-update:
md-namespace-create: image metadef namespace create
md-namespace-delete: image metadef namespace delete
md-namespace-import:
md-namespace-objects-delete: image metadef object delete
md-namespace-properties-delete: image metadef property delete
md-namespace-tags-delete:
md-namespace-update: image metadef namespace set
md-object-create: image metadef object create
md-object-delete: image metadef object delete
md-object-update: image metadef object update
md-property-create: image metadef property create
md-property-delete: image metadef property delete
md-property-update: image metadef property set
md-resource-type-associate: image metadef resource type association create
md-resource-type-deassociate: image metadef resource type association delete
md-tag-create:
md-tag-create-multiple:
md-tag-delete:
md-tag-update:
member-create: image add project
member-delete: image remove project
member-update: image set --accept
stores-delete: image delete --store
task-create:
`;
