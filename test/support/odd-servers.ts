import { fc } from './property.js';

type Fields = Readonly<Record<string, unknown>>;

/** A server some of whose fields are missing, null or of another type. */
export function oddServer(server: Fields): fc.Arbitrary<Fields> {
  const odd = fc.option(fc.jsonValue(), { nil: undefined });
  const keys = Object.keys(server);
  return fc
    .array(fc.tuple(fc.constantFrom(...keys), odd), { minLength: 1, maxLength: 6 })
    .map((changes) =>
      Object.fromEntries(Object.entries({ ...server, ...Object.fromEntries(changes) }).filter(isThere)),
    );
}

const isThere = ([, value]: readonly [string, unknown]): boolean => value !== undefined;
