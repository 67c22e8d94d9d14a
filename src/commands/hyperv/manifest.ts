// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
codes: List the numbers that hosts answer, with what CloudStack and nova call them.
default-path: Show where hosts put new disks, and where CloudStack's agent thinks that they do.
host show: Show a host: its Windows, its machine, and how many guests it has.
job show: Show a job of a host.
job wait: Wait for the end of a job of a host.
kvp delete: Take an item back that a host hands to a guest.
kvp list: List the data that a host and a guest exchange.
kvp set: Hand an item to a guest.
ping: Ask hosts whether they answer, let you in, and have Hyper-V.
query: Ask a host any question in WQL.
userdata delete: Take the user data of a guest back.
userdata set: Hand user data to a guest, under the key of CloudStack.
vm list: List the virtual machines of hosts.
vm settings: Show the settings that a virtual machine has now.
vm show: Show one virtual machine.
`;
