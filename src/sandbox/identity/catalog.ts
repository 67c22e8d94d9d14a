import type { Cloud } from '../cloud.js';
import { hexId } from '../ids.js';
import type { EndpointTemplate } from '../world.js';

const interfaces = ['admin', 'internal', 'public'] as const;
type Interface = (typeof interfaces)[number];

export interface EndpointRow {
  readonly id: string;
  readonly template: EndpointTemplate;
  readonly interface: Interface;
  /** As it is stored, with `%(tenant_id)s`. */
  readonly url: string;
}

/** The endpoints of v3: one row for each interface that a row of v2.0 has. */
export function endpointRows(cloud: Cloud): EndpointRow[] {
  return cloud.world.endpoints.flatMap((template) =>
    interfaces.flatMap((name): EndpointRow[] => {
      const url = template[`${name}url`];
      return url === undefined
        ? []
        : [{ id: hexId(template.id, name), template, interface: name, url: cloud.layout.translate(url) }];
    }),
  );
}

function expand(url: string, tenantId: string): string {
  return url.replaceAll(/[%$]\((?:tenant_id|project_id)\)s/g, tenantId);
}

/** `access.serviceCatalog` of v2.0. An endpoint's id is not the one of `/endpoints`: it is that of a v3 endpoint. */
export function catalogV2(cloud: Cloud, tenantId: string): unknown[] {
  const rows = endpointRows(cloud);
  return cloud.world.services.flatMap((service) => {
    const regions = new Map<string, Record<string, string>>();
    for (const { id, template, interface: name, url } of rows) {
      if (template.serviceId !== service.id) continue;
      // Two endpoints of one service in one region melt into one; the last URL of each kind wins.
      const endpoint = regions.get(template.region) ?? { region: template.region, id };
      endpoint[`${name}URL`] = expand(url, tenantId);
      regions.set(template.region, endpoint);
    }
    if (regions.size === 0) return [];
    return [{ endpoints: [...regions.values()], endpoints_links: [], type: service.type, name: service.name }];
  });
}

/** `token.catalog` of v3. */
export function catalogV3(cloud: Cloud, tenantId: string | undefined): unknown[] {
  const rows = endpointRows(cloud);
  return cloud.world.services.flatMap((service) => {
    const endpoints = rows
      .filter(
        ({ template, url }) => template.serviceId === service.id && (tenantId !== undefined || !/[%$]\(/.test(url)),
      )
      .map(({ id, template, interface: name, url }) => ({
        id,
        interface: name,
        region_id: template.region,
        url: expand(url, tenantId ?? ''),
        region: template.region,
      }));
    return endpoints.length === 0 ? [] : [{ endpoints, id: service.id, type: service.type, name: service.name }];
  });
}
