import type { ClassicClient } from '../classic/client.js';
import type { Settings } from '../core/settings.js';

/**
 * The settings with the type under which the client's service stands in the catalogue, where that is another one for each
 * version of its API and nobody names a type.
 */
export function withServiceType(settings: Settings, { serviceTypes }: Pick<ClassicClient, 'serviceTypes'>): Settings {
  if (serviceTypes === undefined || settings.serviceType !== undefined) return settings;
  const { setting, byMajor, otherwise } = serviceTypes;
  const [major = ''] = (settings[setting] ?? '').split('.');
  return { ...settings, serviceType: (Object.hasOwn(byMajor, major) ? byMajor[major] : undefined) ?? otherwise };
}
