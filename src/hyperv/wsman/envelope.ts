/** What is sent: SOAP 1.2 with the headers of WS-Management. */
import { escapeXml } from '../../lib/xml.js';
import { ADDRESSING, ANONYMOUS, ENUMERATION, IDENTITY, SOAP, WSMAN, WSMAN_MS } from './names.js';

/** An instance by its class and its keys, as it is named in selectors and in references. */
export interface Reference {
  readonly resource: string;
  readonly selectors: Readonly<Record<string, string>>;
}

export interface Envelope {
  readonly to: string;
  readonly action: string;
  /** `uuid:` and a UUID in upper case; the answer relates to it. */
  readonly messageId: string;
  readonly target: Reference;
  /** Seconds that the service may take. */
  readonly timeout: number;
  /** Bytes of an answer. */
  readonly maxSize: number;
  /** XML. */
  readonly body: string;
}

const NAMESPACES = `xmlns:s="${SOAP}" xmlns:a="${ADDRESSING}" xmlns:n="${ENUMERATION}" xmlns:w="${WSMAN}" xmlns:p="${WSMAN_MS}"`;

/** A message for one resource. */
export function envelopeText({ to, action, messageId, target, timeout, maxSize, body }: Envelope): string {
  const header = [
    `<a:To>${escapeXml(to)}</a:To>`,
    `<w:ResourceURI s:mustUnderstand="true">${escapeXml(target.resource)}</w:ResourceURI>`,
    `<a:ReplyTo><a:Address s:mustUnderstand="true">${ANONYMOUS}</a:Address></a:ReplyTo>`,
    `<a:Action s:mustUnderstand="true">${escapeXml(action)}</a:Action>`,
    `<w:MaxEnvelopeSize s:mustUnderstand="true">${maxSize}</w:MaxEnvelopeSize>`,
    `<a:MessageID>${messageId}</a:MessageID>`,
    '<w:Locale xml:lang="en-US" s:mustUnderstand="false"/><p:DataLocale xml:lang="en-US" s:mustUnderstand="false"/>',
    `<w:OperationTimeout>PT${timeout}S</w:OperationTimeout>`,
    selectorSet(target.selectors),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope ${NAMESPACES}><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** The question that needs no login: which product is this? It has no headers at all (DSP0226, 11). */
export const identifyText = `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${SOAP}" xmlns:i="${IDENTITY}"><s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>`;

function selectorSet(selectors: Reference['selectors']): string {
  const all = Object.entries(selectors).map(
    ([name, value]) => `<w:Selector Name="${escapeXml(name)}">${escapeXml(value)}</w:Selector>`,
  );
  return all.length === 0 ? '' : `<w:SelectorSet>${all.join('')}</w:SelectorSet>`;
}

/** A parameter of a method: text (several times for an array), or an instance that is named. */
export type Parameter = string | readonly string[] | Reference;

/** The body of a method call: `<METHOD_INPUT>` with its parameters, all in the namespace of the class. */
export function methodInput(resource: string, method: string, parameters: Readonly<Record<string, Parameter>>): string {
  const one = (name: string, content: string): string => `<m:${name}>${content}</m:${name}>`;
  const all = Object.entries(parameters).flatMap(([name, value]) => {
    if (typeof value === 'string') return one(name, escapeXml(value));
    if ('selectors' in value) return one(name, endpointReference(value));
    return value.map((item) => one(name, escapeXml(item)));
  });
  return `<m:${method}_INPUT xmlns:m="${escapeXml(resource)}">${all.join('')}</m:${method}_INPUT>`;
}

function endpointReference({ resource, selectors }: Reference): string {
  const parameters = `<w:ResourceURI>${escapeXml(resource)}</w:ResourceURI>${selectorSet(selectors)}`;
  return `<a:Address>${ANONYMOUS}</a:Address><a:ReferenceParameters>${parameters}</a:ReferenceParameters>`;
}
