import { argument } from '../../command/options.js';

/** The group whose rule it is. */
export const groupArgument = argument('<secgroup>', 'ID or name of security group.');

/** What a rule lets through, as it is typed behind the groups. */
export const ruleArguments = {
  ipProto: argument('<ip-proto>', 'IP protocol (icmp, tcp, udp).'),
  fromPort: argument('<from-port>', 'Port at start of range.'),
  toPort: argument('<to-port>', 'Port at end of range.'),
};
