/** The commands of swiftclient 4.1 that only it has, and what openstackclient calls each of them, where it has it. */
export default `
copy:
delete: object delete
post: object set
upload: object create
`;
