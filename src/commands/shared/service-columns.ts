import type { Column } from '../../core/view.js';
import type { KnownService } from '../../services/compute/services.js';
import { python2Datetime, serviceState } from './service-state.js';

/** The columns of `service list` in the *-manage programs, which title the last one each in its own way. */
export const serviceColumns = (updatedAt: string): Readonly<Record<string, Column<KnownService>>> => ({
  binary: { title: 'Binary', value: (service) => service.binary },
  host: { title: 'Host', value: (service) => service.host },
  zone: { title: 'Zone', value: (service) => service.zone },
  status: { title: 'Status', value: (service) => service.status },
  state: { title: 'State', value: (service) => service.state, text: (service) => serviceState(service.state) },
  updated: {
    title: updatedAt,
    value: (service) => service.updated_at,
    text: (service) => python2Datetime(service.updated_at),
  },
});
