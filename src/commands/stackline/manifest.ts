// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
api: Send any request to a service, and print its answer.
catalog: List where the services are.
clouds: List the clouds of clouds.yaml, and which of them answer.
completion: Print what makes a shell complete commands, options and names.
config: List the settings of a login and where each came from.
config clouds: List the clouds of clouds.yaml.
config list = config clouds
config set: Keep a setting of your own.
config unset: Take out a setting of your own.
demo: Walk through a cloud, on the embedded one.
doctor: Find out why a login does not work, step by step.
ec2rc: Print an ec2rc.sh with your EC2 keys, or pack it.
explain: Say what a field of a list or a show means: server.status.
links install: Make links that call us nova, keystone and so on.
links list: Show what nova, keystone and so on are.
links remove: Remove the links that call us.
logout: Forget and revoke the kept tokens of this cloud's user, or all of them.
openrc: Print an openrc.sh for your project.
projects: List the projects that you can work in.
sandbox: Serve the embedded cloud on this machine.
services: List the services of nova, cinder and neutron: which are up, which are down.
token: Show the token that is worked with.
use: Choose the cloud that is used where nothing names another one.
wait: Wait until a thing is gone, or has the state that is asked for.
whoami: Show who you are to the cloud, and for how long.
`;
