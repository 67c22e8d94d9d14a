/** XML, read whole and strictly. The only file that imports saxes. */
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { Failure } from '../core/errors.js';

/** An element with its namespace instead of its prefix, which is whatever a server likes. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly { readonly name: string; readonly uri: string; readonly value: string }[];
  readonly children: readonly XmlElement[];
  /** The text directly in it, CDATA too, as it stands. */
  readonly text: string;
}

/** What is no XML, or more of it than is read. */
export class XmlError extends Failure {}

/** Elements in one another; a SOAP answer has some ten. */
const DEEPEST = 64;
/** All elements; a page of 32,000 items would have fewer. */
const MOST = 500_000;

/**
 * The root element of a document. Only the five entities of XML are there: a document type declaration is refused, and
 * with it all that it could bring in.
 *
 * @throws XmlError
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: Building | undefined;
  let count = 0;
  const append = (more: string): void => {
    const top = open.at(-1);
    if (top !== undefined) top.text += more;
  };
  parser.on('error', (error) => {
    throw new XmlError(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlError('a document type declaration is not read');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (open.length >= DEEPEST) throw new XmlError(`more than ${DEEPEST} elements in one another`);
    if (count > MOST) throw new XmlError(`more than ${MOST} elements`);
    const element: Building = { name: local, uri, attributes: attributesOf(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(text).close();
  if (root === undefined) throw new XmlError('there is no element');
  return root;
}

interface Building extends XmlElement {
  readonly children: Building[];
  text: string;
}

const attributesOf = (attributes: Readonly<Record<string, SaxesAttributeNS>>): XmlElement['attributes'] =>
  Object.values(attributes).map(({ local, uri, value }) => ({ name: local, uri, value }));

/** The first child of this name; in any namespace where none is given. */
export function childOf(element: XmlElement | undefined, name: string, uri?: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name && (uri === undefined || child.uri === uri));
}

/** The value of an attribute; in any namespace where none is given. */
export function attributeOf(element: XmlElement | undefined, name: string, uri?: string): string | undefined {
  return element?.attributes.find((one) => one.name === name && (uri === undefined || one.uri === uri))?.value;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text for an element or a quoted attribute. Line ends and tabs are written as references, since a reader would make
 * something else of them.
 *
 * @throws XmlError for a character that XML cannot carry
 */
export function escapeXml(text: string): string {
  const wrong = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (wrong !== null) {
    const point = wrong[0].codePointAt(0) ?? 0;
    throw new XmlError(`XML cannot carry the character U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return text
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
