import { sections } from '../../command/define.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { catalogEntries } from '../../services/identity/catalog.js';
import type { Endpoint, Session } from '../../session/session.js';

export const about = { summary: 'List service catalog, possibly filtered by service.' };

export default sections({
  openstack: ['catalog show {service}', 'catalog list'],
  options: { service: text('<service-type>', 'Service type to return.') },
  parts: async function* ({ session, options }) {
    const services = await catalogEntries(session, options.service || undefined);
    if (services.size === 0) await checkPlace(session, options.service);
    for (const [type, entries] of services) {
      for (const [index, entry] of entries.entries()) {
        const fields = Object.entries(entry).map(([name, value]) => ({ name, value }));
        const view = { kind: 'show', fields } as const;
        yield { title: type, view, ...(index === 0 ? { header: `Service: ${type}` } : {}) };
      }
    }
  },
});

/** Nothing is shown: that is right only where the whole catalog is empty, as that of a login without a project. */
async function checkPlace(session: Session, type: string | undefined): Promise<void> {
  const { catalog } = await session.accessInfo();
  const { region } = session.settings;
  if (catalog.length === 0 && !type) return;
  const all = (of: (endpoint: Endpoint) => string | undefined): string =>
    `There are: ${[...new Set(catalog.flatMap((endpoint) => of(endpoint) ?? []))].join(', ')}.`;
  if (region !== undefined && !catalog.some((endpoint) => endpoint.region === region)) {
    throw new Failure(`The service catalog has nothing in region ${region}.`, { hint: all((one) => one.region) });
  }
  throw new Failure(`The service catalog has no service of type '${type}' here.`, { hint: all((one) => one.type) });
}
