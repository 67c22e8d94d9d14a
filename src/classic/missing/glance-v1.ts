/** The commands of glanceclient 4.1 over Image API 1 that only it has, and what openstackclient calls each of them. */
export default `
add: image create
clear: image delete
delete: image delete
image-create: image create
image-delete: image delete
image-update: image set
member-add: image add project
member-create: image add project
member-delete: image remove project
members-replace: image add project
update: image set
`;
