/**
 * Where the services are: on ports of one host, as the guide's cloud has them, or under prefixes of one URL, as devstack
 * has them since 2017. The world's endpoints speak of the ports; a layout translates.
 */

export type ServiceName =
  | 'identity'
  | 'identity_admin'
  | 'compute'
  | 'image'
  | 'volume'
  | 'network'
  | 'object-store'
  | 'ec2';

const ports: readonly (readonly [service: ServiceName, port: number])[] = [
  ['identity', 5000],
  ['identity_admin', 35357],
  ['compute', 8774],
  ['image', 9292],
  ['volume', 8776],
  ['network', 9696],
  ['object-store', 8080],
  ['ec2', 8773],
];

export interface Layout {
  /** Base URL of a service, without a slash at its end. */
  root(service: ServiceName): string;
  /** An endpoint of the world, which speaks of ports, as this layout has it. */
  translate(url: string): string;
  /** Which service a URL belongs to, and the rest of its path. */
  locate(url: URL): { service: ServiceName; rest: string } | undefined;
}

function onPort(port: number): string {
  return `http://cloud.example.com:${port}`;
}

/** Each service on the port of its own that the guide's catalogue has. */
export function portLayout(): Layout {
  const byRoot = new Map(ports.map(([service, port]) => [onPort(port), service]));
  const roots = new Map(ports.map(([service, port]) => [service, onPort(port)]));
  return {
    root: (service) => roots.get(service) ?? '',
    translate: (url) => url,
    locate(url) {
      const service = byRoot.get(url.origin);
      return service === undefined ? undefined : { service, rest: url.pathname };
    },
  };
}

/** @param publicUrl what the services stand under, such as `http://127.0.0.1:5000` */
export function prefixLayout(publicUrl: string): Layout {
  const start = publicUrl.replace(/\/+$/, '');
  const prefix = new URL(start).pathname.replace(/\/+$/, '');
  const root = (service: ServiceName): string => `${start}/${service}`;
  return {
    root,
    translate(url) {
      const found = ports.find(([, port]) => url === onPort(port) || url.startsWith(`${onPort(port)}/`));
      return found === undefined ? url : root(found[0]) + url.slice(onPort(found[1]).length);
    },
    locate(url) {
      for (const [service] of ports) {
        const path = `${prefix}/${service}`;
        if (url.pathname === path) return { service, rest: '' };
        if (url.pathname.startsWith(`${path}/`)) return { service, rest: url.pathname.slice(path.length) };
      }
      return undefined;
    },
  };
}
