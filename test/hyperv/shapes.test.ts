import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultIn } from '../../src/hyperv/wsman/fault.js';
import { instanceOf, numberOf, referenceOf, textOf, textsOf } from '../../src/hyperv/wsman/instance.js';
import { plainValue } from '../../src/hyperv/wsman/plain.js';
import { readXml } from '../../src/lib/xml.js';

/* The shapes in which services answer: those of Windows as recordings have them, and those of other services. */

const S = 'xmlns:s="http://www.w3.org/2003/05/soap-envelope"';
const F = 'xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"';

const fault = (subcode: string, reason: string, detail: string) =>
  faultIn(
    readXml(
      `<s:Body ${S} xmlns:w="urn:w"><s:Fault><s:Code><s:Value>s:Sender</s:Value>${subcode === '' ? '' : `<s:Subcode><s:Value>${subcode}</s:Value></s:Subcode>`}</s:Code><s:Reason><s:Text xml:lang="en-US">${reason}</s:Text></s:Reason><s:Detail>${detail}</s:Detail></s:Fault></s:Body>`,
    ),
    'hv01',
  );

describe('a fault', () => {
  const rows: readonly (readonly [string, Parameters<typeof fault>, string, string | undefined])[] = [
    [
      'of a provider has the real text in a fault within',
      [
        'w:CannotProcessFilter',
        'The data source could not process the filter. ',
        `<f:WSManFault ${F} Code="2150858778" Machine="hv"><f:Message><f:ProviderFault provider="WMI Provider" path="x.dll"><f:WSManFault Code="2150858778" Machine="hv"><f:Message>The WS-Management service cannot process the request.
          The class does not exist. </f:Message></f:WSManFault></f:ProviderFault></f:Message></f:WSManFault>`,
      ],
      'hv01: The WS-Management service cannot process the request. The class does not exist (CannotProcessFilter, 0x8033801A)',
      'Is Hyper-V installed there? Windows Server 2012 is the first that has its namespace root/virtualization/v2.',
    ],
    [
      'of WMI has a number and a text',
      [
        'w:InternalError',
        'Not this.',
        '<m:MSFT_WmiError xmlns:m="urn:m"><m:error_Code>2147749890</m:error_Code><m:Message>Not found </m:Message></m:MSFT_WmiError>',
      ],
      'hv01: Not found (InternalError, 0x80041002)',
      undefined,
    ],
    [
      'of OMI has a text',
      [
        'a:DestinationUnreachable',
        'No route.',
        '<m:OMI_Error xmlns:m="urn:m"><m:CIMStatusCode>5</m:CIMStatusCode><m:Message>INVALID_CLASS</m:Message></m:OMI_Error>',
      ],
      'hv01: INVALID_CLASS (DestinationUnreachable)',
      'Is Hyper-V installed there? Windows Server 2012 is the first that has its namespace root/virtualization/v2.',
    ],
    [
      'of rights says which they are',
      [
        'w:AccessDenied',
        'Access is denied. ',
        `<f:WSManFault ${F} Code="5" Machine="hv"><f:Message>Access is denied. </f:Message></f:WSManFault>`,
      ],
      'hv01: Access is denied (AccessDenied, 0x5)',
      'The user must be an administrator of the host, or in both of its groups Hyper-V Administrators and Remote Management Users.',
    ],
    [
      'of a quota says that it passes',
      [
        'w:QuotaLimit',
        'The maximum number of concurrent operations has been exceeded.',
        `<f:WSManFault ${F} Code="2150859174"/>`,
      ],
      'hv01: The maximum number of concurrent operations has been exceeded (QuotaLimit, 0x803381A6)',
      'The host serves as many requests of this user as it may; try again later.',
    ],
    ['without anything is still a sentence', ['', '', ''], 'hv01: no reason was given', undefined],
  ];
  for (const [what, given, message, hint] of rows) {
    it(what, () => {
      const found = fault(...given);
      assert.equal(found?.message, message);
      assert.equal(found?.hint, hint);
    });
  }

  it('is not in an answer', () => assert.equal(faultIn(readXml(`<s:Body ${S}><x/></s:Body>`), 'hv01'), undefined));
});

describe('an instance', () => {
  const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const P = 'xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/Msvm_ComputerSystem"';

  it('has texts, numbers, nulls, empty texts, arrays and times', () => {
    const instance = instanceOf(
      readXml(
        `<p:Msvm_ComputerSystem ${P} ${XSI} xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Msvm_ComputerSystem_Type"><p:Name>x</p:Name><p:Empty></p:Empty><p:Nil xsi:nil="true"/><p:State>32769</p:State><p:Long>18446744073709551615</p:Long><p:Notes>a</p:Notes><p:Notes>b</p:Notes><p:Date><cim:Datetime>2013-03-09T03:06:25Z</cim:Datetime></p:Date><p:Took><cim:Interval>P0DT0H5M0S</cim:Interval></p:Took><p:Old>00000000000500.000000:000</p:Old></p:Msvm_ComputerSystem>`,
      ),
    );
    assert.equal(instance.className, 'Msvm_ComputerSystem');
    assert.equal(textOf(instance, 'Name'), 'x');
    assert.equal(textOf(instance, 'Empty'), '');
    assert.equal(textOf(instance, 'Nil'), undefined);
    assert.equal(textOf(instance, 'Absent'), undefined);
    assert.equal(numberOf(instance, 'State'), 32769);
    assert.equal(numberOf(instance, 'Long'), undefined, 'longer than a double');
    assert.equal(textOf(instance, 'Long'), '18446744073709551615');
    assert.deepEqual(textsOf(instance, 'Notes'), ['a', 'b']);
    assert.equal(textOf(instance, 'Date'), '2013-03-09T03:06:25Z');
    assert.equal(textOf(instance, 'Took'), 'P0DT0H5M0S');
    assert.equal(textOf(instance, 'Old'), '00000000000500.000000:000');
  });

  it('of a query for some properties has no class', () => {
    const fragment =
      '<w:XmlFragment xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><Name>x</Name></w:XmlFragment>';
    const instance = instanceOf(readXml(fragment));
    assert.equal(instance.className, undefined);
    assert.equal(textOf(instance, 'Name'), 'x');
  });

  it('may refer to another, with or without the element that says so, and have one within', () => {
    const A = 'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"';
    const W = 'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"';
    const parameters = `<a:ReferenceParameters><w:ResourceURI>urn:x/Msvm_ConcreteJob</w:ResourceURI><w:SelectorSet><w:Selector Name="InstanceID">7</w:Selector></w:SelectorSet></a:ReferenceParameters>`;
    for (const content of [
      `<a:Address/>${parameters}`,
      `<a:EndpointReference><a:Address/>${parameters}</a:EndpointReference>`,
    ]) {
      const instance = instanceOf(
        readXml(`<p:X_OUTPUT ${P} ${A} ${W}><p:Job>${content}</p:Job><p:Own><p:Name>y</p:Name></p:Own></p:X_OUTPUT>`),
      );
      assert.deepEqual(referenceOf(instance, 'Job'), {
        resource: 'urn:x/Msvm_ConcreteJob',
        selectors: { InstanceID: '7' },
      });
      assert.deepEqual(plainValue('Job', instance.properties.get('Job') ?? []), {
        class: 'Msvm_ConcreteJob',
        InstanceID: '7',
      });
      assert.deepEqual(plainValue('Own', instance.properties.get('Own') ?? []), { Name: 'y' });
    }
  });

  it('with an array of one shows an array where it is known to be one', () => {
    assert.deepEqual(plainValue('Notes', ['a']), ['a']);
    assert.deepEqual(plainValue('Notes', [null]), null);
    assert.equal(plainValue('Name', ['a']), 'a');
    assert.equal(plainValue('Name', []), null);
  });
});
