interface Placed {
  readonly host?: unknown;
  readonly zone?: unknown;
}

/** Hosts by their services: the first service of each one tells its zone, as in nova-manage and cinder-manage. */
export async function* hostsOf<Service extends Placed>(
  pages: AsyncIterable<readonly Service[]>,
  zone: string | undefined,
): AsyncGenerator<readonly Service[]> {
  const seen = new Set<unknown>();
  for await (const page of pages) {
    yield page.filter((service) => {
      if ((zone !== undefined && zone !== '' && service.zone !== zone) || seen.has(service.host)) return false;
      seen.add(service.host);
      return true;
    });
  }
}
