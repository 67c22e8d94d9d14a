import { show } from '../../command/define.js';

export const about = { summary: 'Show who you are to the cloud, and for how long.' };

/** The login in one look: who, where, what for, how long. */
export default show({
  fields: async ({ session, now, program: { cloud } }) => {
    const { user, project, domain, roles, version, authUrl, expires, expiresAt, catalog } = await session.accessInfo();
    const regions = [...new Set(catalog.flatMap((endpoint) => endpoint.region ?? []))];
    const minutes = Math.max(0, Math.round((expires - now()) / 60_000));
    return [
      ...(cloud === undefined ? [] : [{ name: 'cloud', value: cloud }]),
      { name: 'user', value: user.name },
      { name: 'user_id', value: user.id },
      ...(user.domainId === undefined ? [] : [{ name: 'user_domain_id', value: user.domainId }]),
      ...(project === undefined
        ? []
        : [
            { name: 'project', value: project.name },
            { name: 'project_id', value: project.id },
          ]),
      ...(domain === undefined ? [] : [{ name: 'domain', value: domain.name ?? domain.id ?? '' }]),
      { name: 'roles', value: roles, text: roles.join(', ') },
      { name: 'identity', value: `${version} at ${authUrl}` },
      { name: 'region', value: session.settings.region ?? '' },
      { name: 'regions', value: regions, text: regions.join(', ') },
      { name: 'expires', value: expiresAt ?? '', text: `${expiresAt ?? 'unknown'} (in ${minutes} minutes)` },
    ];
  },
});
