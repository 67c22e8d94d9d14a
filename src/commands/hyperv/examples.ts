import type { Examples } from '../../command/examples.js';

export default {
  words: {
    host: 'hv01.example.com',
    vm: 'files',
    key: 'color',
  },
  lines: `
default-path: hv01.example.com
job wait: hv01.example.com 4C9E1B7A-2D60-4F4E-8B1C-6E0F7D3A5B92
job show: hv01.example.com 4C9E1B7A-2D60-4F4E-8B1C-6E0F7D3A5B92
kvp list: hv01.example.com instance-0000002a | hv01.example.com instance-0000002a --from guest
kvp set: hv01.example.com files color blue
kvp delete: hv01.example.com instance-0000002a cloudstack-vm-userdata
ping: hv01.example.com hv02.example.com | hv01.example.com --no-login
userdata delete: hv01.example.com instance-0000002a
userdata set: hv01.example.com files '#cloud-config'
vm list: hv01.example.com hv02.example.com | hv01.example.com -c Name -c State
`,
} satisfies Examples;
