import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCimText, writeCimText } from '../../src/hyperv/wsman/cim-text.js';
import { envelopeText, methodInput } from '../../src/hyperv/wsman/envelope.js';
import { typedQuery, wql } from '../../src/hyperv/wsman/wql.js';
import { escapeXml, readXml, XmlError } from '../../src/lib/xml.js';
import { readRequest } from '../../src/sandbox/hyperv/soap.js';
import { parseQuery } from '../../src/sandbox/hyperv/wql.js';
import { fc, runs } from '../support/property.js';

const nasty = fc.string({
  unit: fc.constantFrom(
    "'",
    '"',
    '\\',
    ' ',
    '\n',
    '\t',
    '\r',
    ']',
    '>',
    '<',
    '&',
    ';',
    '=',
    '{',
    '}',
    'a',
    'OR',
    'é',
    '東',
  ),
});
/** Whatever XML can carry. */
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' })).filter((value) => {
  try {
    escapeXml(value);
    return true;
  } catch {
    return false;
  }
});

describe('a name in a query', () => {
  it('comes out as it went in, and is never more than a name', () => {
    fc.assert(
      fc.property(text, (name) => {
        const query = parseQuery(wql`SELECT * FROM Msvm_ComputerSystem WHERE ElementName = ${name}`.text);
        assert.deepEqual(query, {
          kind: 'select',
          properties: undefined,
          from: 'Msvm_ComputerSystem',
          where: [{ property: 'ElementName', operator: '=', value: name }],
        });
        const path = parseQuery(wql`ASSOCIATORS OF {A.InstanceID=${name}} WHERE AssocClass = B ResultClass = C`.text);
        assert.deepEqual(path, {
          kind: 'associators',
          of: { className: 'A', keys: { InstanceID: name } },
          assocClass: 'B',
          resultClass: 'C',
        });
      }),
      { numRuns: runs(3000) },
    );
  });

  it('a typed query only reads', () => {
    for (const good of ['select * from x', ' SELECT a FROM b', 'ASSOCIATORS OF {x}', 'references of {x}']) {
      assert.ok(typedQuery(good), good);
    }
    for (const bad of ['', 'delete x', 'SELECTED', 'update', 'ASSOCIATORS x'])
      assert.equal(typedQuery(bad), undefined, bad);
  });
});

describe('a message', () => {
  it('carries any text through two layers of XML', () => {
    fc.assert(
      fc.property(text, text, (name, data) => {
        const item = writeCimText('Msvm_KvpExchangeDataItem', [
          ['Name', 'string', name],
          ['Data', 'string', data],
        ]);
        const target = { resource: 'urn:x', selectors: { Name: name } };
        const body = methodInput('urn:x', 'AddKvpItems', { TargetSystem: target, DataItems: [item] });
        const messageId = 'uuid:00000000-0000-4000-8000-000000000000';
        const envelope = envelopeText({
          to: 'http://h/wsman',
          action: 'urn:x/AddKvpItems',
          messageId,
          target,
          timeout: 1,
          maxSize: 9000,
          body,
        });
        const request = readRequest(envelope, 'http://h/wsman');
        assert.ok(request !== 'identify');
        assert.equal(request.selectors.Name, name);
        const sent = request.body?.children.find((one) => one.name === 'DataItems')?.text ?? '';
        assert.deepEqual(
          [...readCimText(sent)],
          [
            ['Name', name],
            ['Data', data],
          ],
        );
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('XML', () => {
  it('is read, or refused with its own error, whatever comes', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<a',
        '/>',
        '<b:c xmlns:b="u">',
        '</b:c>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '&amp;',
        '&#x0;',
        '&x;',
        '<?x?>',
        '<!DOCTYPE a>',
        ' x="1"',
        'text',
        '\0',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
          pieces.map((all) => `<r>${all.join('')}</r>`),
        ),
        (document) => {
          try {
            readXml(document);
          } catch (error) {
            assert.ok(error instanceof XmlError, String(error));
          }
        },
      ),
      { numRuns: runs(5000) },
    );
  });

  it('has no characters that it cannot carry', () => {
    for (const wrong of ['\0', '\u0008', '\ufffe', '\ud800'])
      assert.throws(() => escapeXml(wrong), { message: /XML cannot carry/ });
  });
});
