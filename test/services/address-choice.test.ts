import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressFor } from '../../src/services/compute/address-choice.js';
import { scriptedSession } from '../support/scripted-session.js';

const id = '11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const fixed = { version: 4, addr: '10.1.0.5', 'OS-EXT-IPS:type': 'fixed' };
const floating = { version: 4, addr: '203.0.113.9', 'OS-EXT-IPS:type': 'floating' };
const six = { version: 6, addr: 'fd00::5', 'OS-EXT-IPS:type': 'fixed' };

const choose = (addresses: unknown, wanted: Partial<Parameters<typeof addressFor>[2]> = {}) => {
  const { session } = scriptedSession({ answers: { [`GET compute /servers/${id}`]: { server: { id, addresses } } } });
  return addressFor(session, id, { version: 4, type: 'floating', ...wanted });
};

describe('the address at which a server is reached', () => {
  it('is the only one of the kind', async () => {
    assert.equal(await choose({ net: [fixed, floating, six] }), '203.0.113.9');
    assert.equal(await choose({ net: [fixed, floating, six] }, { type: 'fixed' }), '10.1.0.5');
    assert.equal(await choose({ net: [fixed, floating, six] }, { type: 'fixed', version: 6 }), 'fd00::5');
    assert.equal(await choose({ a: [fixed], b: [floating] }, { network: 'b' }), '203.0.113.9');
    // Clouds before the extension do not say of which kind an address is.
    assert.equal(await choose({ net: [{ version: 4, addr: '10.1.0.6' }] }), '10.1.0.6');
  });

  it('is asked for by network where there are several, and is none or too many in the sentences of novaclient', async () => {
    const says = (message: RegExp) => ({ message });
    await assert.rejects(choose({ a: [fixed], b: [floating] }), says(/attached to more than one network/));
    await assert.rejects(choose({}), says(/is not attached to any network/));
    await assert.rejects(choose({ a: [fixed] }, { network: 'x' }), says(/is not attached to network 'x'$/));
    await assert.rejects(
      choose({ a: [fixed] }),
      says(/^No address that would match network 'None' and type 'floating'/),
    );
    await assert.rejects(choose({ a: [floating, floating] }), says(/^More than one IPv4 floating address found/));
  });

  it('is no word of another kind, whatever a server calls an address: it becomes one of a command line', async () => {
    for (const addr of ['1.2.3.4; reboot', '-oProxyCommand=reboot', '$(reboot)', 'host.example.com', 7, null]) {
      await assert.rejects(choose({ net: [{ ...floating, addr }] }), /^ResourceNotFound: No address/);
    }
  });
});
