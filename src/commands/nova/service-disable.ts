import { argument, text } from '../../command/options.js';
import { changeService } from '../../services/compute/service-changes.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Disable the service.' };

export default listChange({
  openstack: 'compute service set --disable {reason:--disable-reason} {id} nova-compute',
  options: { reason: text('<reason>', 'Reason for disabling the service.') },
  arguments: { id: argument('<id>', 'ID of the service as a UUID.') },
  run: async ({ session, options: { reason }, args }) => [
    await changeService(session, args.id, {
      action: reason ? 'disable-log-reason' : 'disable',
      fields: { status: 'disabled', ...(reason && { disabled_reason: reason }) },
    }),
  ],
  columns: {
    id: { ...attribute('ID'), since: '2.53' },
    host: attribute('Host'),
    binary: attribute('Binary'),
    status: attribute('Status'),
    reason: { ...attribute('Disabled Reason'), when: ({ reason }) => Boolean(reason) },
  },
  targets: ({ args }) => [args.id],
});
