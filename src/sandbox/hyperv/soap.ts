/** Messages of WS-Management as a service reads and writes them; whatever is wrong with one is a fault. */
import { attributeOf, childOf, escapeXml, readXml, type XmlElement, XmlError } from '../../lib/xml.js';
import type { Instance, Value } from './instances.js';

export const uris = {
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  addressing: 'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  enumeration: 'http://schemas.xmlsoap.org/ws/2004/09/enumeration',
  transfer: 'http://schemas.xmlsoap.org/ws/2004/09/transfer',
  wsman: 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd',
  fault: 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault',
  identity: 'http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd',
  wmi: 'http://schemas.microsoft.com/wbem/wsman/1/wmi/',
} as const;

/** Ends a message with a fault. `code`: Windows' number for it. */
export class Fault extends Error {
  constructor(
    /** With the prefix of its namespace: `w:InvalidSelectors`. */
    readonly subcode: string,
    message: string,
    readonly code?: number,
    /** The fault of a provider, in which the real text is. */
    readonly provider?: string,
  ) {
    super(message);
  }
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly messageId: string;
  readonly selectors: Readonly<Record<string, string>>;
  readonly body: XmlElement | undefined;
}

const GUID = /^uuid:[\dA-Fa-f]{8}(-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/;
/** What a header may be, by namespace; one that must be understood and is none of them is a fault (SOAP 1.2, 5.4.8). */
const UNDERSTOOD =
  /^(To|Action|ReplyTo|MessageID|ResourceURI|SelectorSet|MaxEnvelopeSize|OperationTimeout|OptionSet|Locale|DataLocale|SessionId|OperationID|SequenceId|FragmentTransfer)$/;

/** The message in a text, or what `Identify` is instead of one. */
export function readRequest(text: string, url: string): Request | 'identify' {
  const root = parsed(text);
  if (root.name !== 'Envelope' || root.uri !== uris.soap) throw new Fault('s:VersionMismatch', 'This is no SOAP 1.2.');
  const [header, body] = [childOf(root, 'Header', uris.soap), childOf(root, 'Body', uris.soap)];
  if (body === undefined || body.children.length > 1) throw schema('There must be one body with at most one element.');
  const [content] = body.children;
  if (content?.name === 'Identify' && content.uri === uris.identity) return 'identify';
  if (header === undefined) throw schema('There is no header.');
  for (const one of header.children) {
    const must = attributeOf(one, 'mustUnderstand', uris.soap);
    if ((must === 'true' || must === '1') && !UNDERSTOOD.test(one.name)) {
      throw new Fault('s:MustUnderstand', `The header ${one.name} is not understood.`);
    }
  }
  const required = (name: string, uri: string): string => {
    const found = header.children.filter((one) => one.name === name && one.uri === uri);
    const [only] = found;
    if (only === undefined || found.length > 1) throw invalidHeader(`There must be one ${name}.`);
    return only.text.trim();
  };
  const to = required('To', uris.addressing);
  if (!URL.canParse(to) || new URL(to).pathname !== new URL(url).pathname) throw invalidHeader(`To is wrong: ${to}`);
  const replyTo = childOf(childOf(header, 'ReplyTo', uris.addressing), 'Address', uris.addressing)?.text.trim();
  if (replyTo !== `${uris.addressing}/role/anonymous`) throw invalidHeader('ReplyTo must be the anonymous role.');
  const messageId = required('MessageID', uris.addressing);
  if (!GUID.test(messageId)) throw invalidHeader('MessageID must be uuid: and a UUID.');
  const timeout = childOf(header, 'OperationTimeout', uris.wsman)?.text.trim() ?? 'PT60S';
  if (!/^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(timeout)) throw invalidHeader('OperationTimeout');
  const size = childOf(header, 'MaxEnvelopeSize', uris.wsman)?.text.trim() ?? '153600';
  if (!/^\d+$/.test(size) || Number(size) < 8192) throw new Fault('w:EncodingLimit', 'MaxEnvelopeSize is too small.');
  return {
    action: required('Action', uris.addressing),
    resource: required('ResourceURI', uris.wsman),
    messageId,
    selectors: selectorsIn(childOf(header, 'SelectorSet', uris.wsman)),
    body: content,
  };
}

function parsed(text: string): XmlElement {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlError) throw schema(error.message);
    throw error;
  }
}

/** The names and values of a SelectorSet. */
export function selectorsIn(set: XmlElement | undefined): Readonly<Record<string, string>> {
  const all = (set?.children ?? []).map((one): [string, string] => {
    const name = attributeOf(one, 'Name');
    if (one.name !== 'Selector' || one.uri !== uris.wsman || !name)
      throw new Fault('w:InvalidSelectors', 'No selector.');
    return [name, one.text];
  });
  if (new Set(all.map(([name]) => name)).size !== all.length)
    throw new Fault('w:InvalidSelectors', 'A selector twice.');
  return Object.fromEntries(all);
}

/** The fault for a message that is not as its schema has it. */
export const schema = (message: string): Fault => new Fault('w:SchemaValidationError', message, 2150858811);
const invalidHeader = (message: string): Fault => new Fault('a:InvalidMessageInformationHeader', message);

const NAMESPACES = `xmlns:s="${uris.soap}" xmlns:a="${uris.addressing}" xmlns:n="${uris.enumeration}" xmlns:w="${uris.wsman}" xmlns:x="${uris.transfer}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xml:lang="en-US"`;

/** @param body XML */
export function answerText(action: string, relatesTo: string, body: string): string {
  const id = `uuid:${crypto.randomUUID().toUpperCase()}`;
  const header = `<a:Action>${escapeXml(action)}</a:Action><a:MessageID>${id}</a:MessageID><a:To>${uris.addressing}/role/anonymous</a:To><a:RelatesTo>${escapeXml(relatesTo)}</a:RelatesTo>`;
  return `<s:Envelope ${NAMESPACES}><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** The answer to Identify; who is not known is told less. */
export const identifyAnswer = (isKnown: boolean): string =>
  `<s:Envelope xmlns:s="${uris.soap}"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid="${uris.identity}"><wsmid:ProtocolVersion>${uris.wsman}</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor><wsmid:ProductVersion>OS: ${isKnown ? '6.3.9600' : '0.0.0'} SP: 0.0 Stack: 3.0</wsmid:ProductVersion></wsmid:IdentifyResponse></s:Body></s:Envelope>`;

/** A fault as the message that answers the one with this id. */
export function faultText({ subcode, message, code, provider }: Fault, relatesTo: string): string {
  const isReceiver = ['w:TimedOut', 'w:InternalError', 'w:QuotaLimit'].includes(subcode);
  const nested =
    provider === undefined
      ? escapeXml(message)
      : `<f:ProviderFault provider="WMI Provider" path="%systemroot%\\system32\\WsmWmiPl.dll"><f:WSManFault xmlns:f="${uris.fault}" Code="${code}" Machine="hv"><f:Message>${escapeXml(provider)}</f:Message></f:WSManFault></f:ProviderFault>`;
  const detail =
    code === undefined
      ? ''
      : `<s:Detail><f:WSManFault xmlns:f="${uris.fault}" Code="${code}" Machine="hv"><f:Message>${nested}</f:Message></f:WSManFault></s:Detail>`;
  const codes = `<s:Code><s:Value>s:${isReceiver ? 'Receiver' : 'Sender'}</s:Value><s:Subcode><s:Value>${subcode}</s:Value></s:Subcode></s:Code>`;
  const body = `<s:Fault>${codes}<s:Reason><s:Text xml:lang="en-US">${escapeXml(message)}</s:Text></s:Reason>${detail}</s:Fault>`;
  return answerText('http://schemas.dmtf.org/wbem/wsman/1/wsman/fault', relatesTo, body);
}

/** `<p:Class>` with all of its properties. */
export function instanceXml({ className, values }: Instance, resource: string): string {
  const uri = escapeXml(resource);
  const all = Object.entries(values).map(([name, value]) => propertyXml('p:', name, value));
  return `<p:${className} xmlns:p="${uri}" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:${className}_Type">${all.join('')}</p:${className}>`;
}

/** Some properties without their class. */
export function fragmentXml(values: readonly (readonly [string, Value])[]): string {
  return `<w:XmlFragment xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common">${values.map(([name, value]) => propertyXml('', name, value)).join('')}</w:XmlFragment>`;
}

function propertyXml(prefix: string, name: string, value: Value): string {
  const tag = `${prefix}${name}`;
  if (value === null) return `<${tag} xsi:nil="true"/>`;
  const one = (content: string): string => `<${tag}>${content}</${tag}>`;
  if (typeof value !== 'object') return one(escapeXml(String(value)));
  if ('datetime' in value) {
    const kind = value.datetime.includes('T') ? 'Datetime' : 'Interval';
    return one(`<cim:${kind}>${escapeXml(value.datetime)}</cim:${kind}>`);
  }
  return value.map((item) => one(escapeXml(String(item)))).join('');
}
