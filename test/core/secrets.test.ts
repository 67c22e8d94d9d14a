import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Secrets, secretRegistry } from '../../src/core/secrets.js';
import { fc, runs } from '../support/property.js';

function knowing(...known: readonly string[]): Secrets {
  const secrets = secretRegistry();
  for (const one of known) secrets.add(one);
  return secrets;
}

describe('the secrets of a run', () => {
  it('hide those that were told, each in every spelling, and nothing else', () => {
    const odd = 'a "b" c/d\\e ф&\'<';
    const inForm = new URLSearchParams([['', odd]]).toString().slice(1);
    const escaped = JSON.stringify(odd).slice(1, -1).replace('ф', '\\u0444');
    const inHtml = 'a &quot;b&quot; c/d\\e ф&amp;&#x27;&lt;';
    for (const spelling of [odd, JSON.stringify(odd).slice(1, -1), escaped, encodeURIComponent(odd), inForm, inHtml])
      assert.equal(knowing(odd).hide(`It is ${spelling}.`), 'It is ***.');
    assert.equal(knowing(odd).hide('It is another.'), 'It is another.');
    assert.equal(secretRegistry().hide('It is another.'), 'It is another.');
  });

  it('are known from the moment at which they are told', () => {
    const secrets = secretRegistry();
    assert.equal(secrets.hide('first-secret, other-secret'), 'first-secret, other-secret');
    secrets.add('first-secret');
    assert.equal(secrets.hide('first-secret, other-secret'), '***, other-secret');
    secrets.add('other-secret');
    assert.equal(secrets.hide('first-secret, other-secret'), '***, ***');
    secrets.add(undefined);
    secrets.add('');
    assert.equal(secrets.hide('nothing'), 'nothing');
  });

  it('leave short words as they are, and short numbers only within longer ones', () => {
    assert.equal(knowing('admin').hide('admin'), 'admin');
    assert.equal(knowing('314159').hide('314159 is 314159, not 13141592'), '*** is ***, not 13141592');
    assert.equal(knowing('12345').hide('12345'), '12345');
  });

  it('hide the longer one of two that begin alike, as a whole', () => {
    for (const order of [
      ['password', 'password-2'],
      ['password-2', 'password'],
    ])
      assert.equal(knowing(...order).hide('password-2, password'), '***, ***');
  });

  it('hide what is too long for a regular expression, as tokens of PKI are', () => {
    const token = `MII${'A+/='.repeat(3000)}`;
    const said = `${token} ${encodeURIComponent(token)} ${token}`;
    assert.equal(knowing(token, 'other-secret').hide(`${said} other-secret`), '*** *** *** ***');
  });

  it('hold any text that is told, whatever stands around it', () => {
    const property = fc.property(fc.string({ minLength: 8, unit: 'binary' }), fc.string(), (secret, around) => {
      const shown = knowing(secret).hide(`${around} ${secret} ${around}`);
      assert.ok(!shown.includes(secret) || '***'.includes(secret) || ` ${around}`.repeat(2).includes(secret), shown);
    });
    fc.assert(property, { numRuns: runs(500) });
  });

  it('hold the latest hundred of what was learnt by its name, if it is no file', () => {
    const secrets = secretRegistry();
    for (let one = 0; one <= 100; one += 1) secrets.learn(`learnt-${1000 + one}`);
    assert.equal(secrets.hide('learnt-1000 learnt-1001 learnt-1100'), 'learnt-1000 *** ***');
    secrets.learn('x'.repeat(10_000));
    assert.equal(secrets.hide('x'.repeat(10_000)), 'x'.repeat(10_000));
    for (let one = 0; one < 200; one += 1) secrets.add(`told-${1000 + one}`);
    assert.equal(secrets.hide('told-1000 learnt-1001'), '*** ***');
  });

  it('tell each new one, once', () => {
    const told: string[] = [];
    const secrets = secretRegistry((secret) => void told.push(secret));
    for (const one of ['a-secret-1', 'a-secret-2', 'a-secret-1']) secrets.add(one);
    for (const one of ['a-secret-2', 'a-secret-3', 'a-secret-3']) secrets.learn(one);
    assert.deepEqual(told, ['a-secret-1', 'a-secret-2', 'a-secret-3']);
  });
});
