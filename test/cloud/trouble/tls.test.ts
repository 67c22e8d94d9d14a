/** The real keystone and nova behind TLS, with certificates that are good, expired, self-signed and for another name. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { before, type Kind, makeCertificates } from './certificates.js';
import { fails, openLab, person, works } from './lab.js';

const lab = await openLab();
const certificates = makeCertificates();
after(() => certificates.remove());
const TABLE = /\| wiki +\|/;
const trusting = { OS_CACERT: certificates.ca };

test('with the CA named, a list over TLS is the list', async (t) => {
  const { env } = await lab.user(t, ['anne']);
  const keystone = await before(t, 5000, certificates, 'good');
  const nova = await before(t, 8774, certificates, 'good');
  const region = await lab.region(t, `${nova}/v2.1`);
  const user = person(t, { ...env, ...trusting, OS_AUTH_URL: `${keystone}/v3`, OS_REGION_NAME: region.name });
  works(await user('list'), TABLE);
  works(await user('list'), TABLE);
  const doctor = await user('doctor');
  assert.equal(doctor.code, 0, doctor.stdout);
  assert.match(doctor.stdout, /^ok +TLS +TLSv1\.3, certificate of Test CA, \d+ days left$/m);
});

const bad: readonly { kind: Kind; env: object; says: RegExp; doctor: RegExp }[] = [
  {
    kind: 'good',
    env: {},
    says: /SSLError.*the CA that signed it is not known here/,
    doctor: /the CA that signed it is not known here/,
  },
  { kind: 'self-signed', env: {}, says: /SSLError.*the certificate is self-signed/, doctor: /certificate of self/ },
  {
    kind: 'expired',
    env: trusting,
    says: /SSLError.*it has expired on Jan {2}1 00:00:00 2015 GMT/,
    doctor: /ended \d+ days ago/,
  },
  {
    kind: 'wrong name',
    env: trusting,
    says: /SSLError.*it is not for '127\.0\.0\.1', but for cloud\.example\.com/,
    doctor: /it is not for .127\.0\.0\.1., but for cloud\.example\.com/,
  },
];

for (const { kind, env: trust, says, doctor: inDoctor } of bad) {
  const what = kind === 'good' ? 'of an unknown CA' : kind;
  test(`a certificate that is ${what}: refused before anything secret is sent, or taken with --insecure`, async (t) => {
    const { env } = await lab.user(t, ['anne']);
    const keystone = await before(t, 5000, certificates, kind);
    const user = person(t, { ...env, ...trust, OS_AUTH_URL: `${keystone}/v3` });
    const refused = await user('list');
    fails(refused, says);
    assert.ok(refused.stderr.includes(keystone), refused.stderr);
    const doctor = await user('doctor');
    assert.equal(doctor.code, 1, doctor.stdout);
    const line = /^\w+ +TLS .*$/m.exec(doctor.stdout)?.[0] ?? doctor.stdout;
    assert.match(line, inDoctor);
    works(await user('--insecure list'), TABLE);
    // What was taken then is not trusted now.
    fails(await user('list --no-cache'), says);
  });

  test(`the same certificate at the compute service alone (${what}): refused, with its URL`, async (t) => {
    const { env } = await lab.user(t, ['anne']);
    const nova = await before(t, 8774, certificates, kind);
    const region = await lab.region(t, `${nova}/v2.1`);
    const user = person(t, { ...env, ...trust, OS_REGION_NAME: region.name });
    const refused = await user('list');
    fails(refused, says);
    assert.ok(refused.stderr.includes(nova), refused.stderr);
    works(await user('--insecure list'), TABLE);
    fails(await user('list'), says);
  });
}
