/** What a service says instead of an answer. */
import { Failure } from '../../core/errors.js';
import { attributeOf, childOf, type XmlElement } from '../../lib/xml.js';
import { SOAP } from './names.js';

/** A fault that the service itself has sent. What was asked for was not done. */
export class WsmanFault extends Failure {
  /** Its last subcode without a prefix: `AccessDenied`, `TimedOut`. */
  readonly subcode: string;
  /** Windows' number for it, where there is one. */
  readonly code: number | undefined;

  constructor(message: string, subcode: string, code: number | undefined, hint: string | undefined) {
    super(message, { name: 'WsmanFault', ...(hint === undefined ? {} : { hint }) });
    this.subcode = subcode;
    this.code = code;
  }
}

const RIGHTS =
  'The user must be an administrator of the host, or in both of its groups Hyper-V Administrators and Remote Management Users.';
const NO_HYPERV =
  'Is Hyper-V installed there? Windows Server 2012 is the first that has its namespace root/virtualization/v2.';

/** What can be done about it, by subcode. */
const HINTS: Readonly<Record<string, string>> = {
  AccessDenied: RIGHTS,
  CannotProcessFilter: NO_HYPERV,
  DestinationUnreachable: NO_HYPERV,
  InvalidSelectors: 'What was asked for is not there any more.',
  QuotaLimit: 'The host serves as many requests of this user as it may; try again later.',
  EncodingLimit: 'One answer would be longer than MaxEnvelopeSizekb of the host allows.',
};

/**
 * The fault in a body, as a sentence.
 * @param host as the person knows it
 */
export function faultIn(body: XmlElement | undefined, host: string): WsmanFault | undefined {
  const fault = childOf(body, 'Fault', SOAP);
  if (fault === undefined) return undefined;
  const subcode = subcodeOf(fault);
  const detail = childOf(fault, 'Detail', SOAP);
  const { code, text } = innermost(detail) ?? {};
  const reason = childOf(childOf(fault, 'Reason', SOAP), 'Text', SOAP)?.text;
  const said = oneLine(text ?? '') || oneLine(reason ?? '') || 'no reason was given';
  const numbers = [subcode, code === undefined ? '' : `0x${code.toString(16).toUpperCase()}`].filter(
    (one) => one !== '',
  );
  const shown = numbers.length === 0 ? '' : ` (${numbers.join(', ')})`;
  const hint = Object.hasOwn(HINTS, subcode) ? HINTS[subcode] : code === 5 ? RIGHTS : undefined;
  return new WsmanFault(`${host}: ${said}${shown}`, subcode, code, hint);
}

function subcodeOf(fault: XmlElement): string {
  let code = childOf(fault, 'Code', SOAP);
  let found = '';
  while (code !== undefined) {
    const value = childOf(code, 'Value', SOAP)?.text.trim();
    const next = childOf(code, 'Subcode', SOAP);
    found = next === undefined ? (value ?? '') : found;
    code = next;
  }
  const name = found.replace(/^.*:/, '');
  return name === 'Sender' || name === 'Receiver' ? '' : name;
}

/** Windows puts a fault of the provider into its own, and the real text is that of the innermost. */
function innermost(
  element: XmlElement | undefined,
): { readonly code: number | undefined; readonly text: string } | undefined {
  let found: { code: number | undefined; text: string } | undefined;
  const look = (one: XmlElement): void => {
    if (one.name === 'WSManFault') {
      const message = childOf(one, 'Message');
      const text = message === undefined ? '' : message.text.trim();
      found = {
        code: numeric(attributeOf(one, 'Code')) ?? found?.code,
        text: text === '' ? (found?.text ?? '') : text,
      };
    } else if (one.name === 'MSFT_WmiError' || one.name === 'OMI_Error') {
      const text = childOf(one, 'Message')?.text ?? '';
      found ??= { code: numeric(childOf(one, 'error_Code')?.text), text };
    }
    for (const child of one.children) look(child);
  };
  if (element !== undefined) look(element);
  return found;
}

const numeric = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;

/** What a host says is shown, but not a book of it. */
const LONGEST = 1000;

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
};
