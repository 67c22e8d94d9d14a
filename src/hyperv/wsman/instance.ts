/** Instances as they come in SOAP answers: properties with their values, whatever shape these have. */
import { attributeOf, childOf, type XmlElement } from '../../lib/xml.js';
import type { Reference } from './envelope.js';
import { ADDRESSING, SCHEMA_INSTANCE, WSMAN } from './names.js';

export type Value = string | null | Reference | Instance;

export interface Instance {
  /** Undefined for an answer to a query that asks for some properties: they come without their class. */
  readonly className: string | undefined;
  /** An array is the same element several times, so that one of one element looks like a value. */
  readonly properties: ReadonlyMap<string, readonly Value[]>;
}

/** @param element the instance, a fragment of one, or the answer of a method */
export function instanceOf(element: XmlElement): Instance {
  const properties = new Map<string, Value[]>();
  for (const child of element.children) {
    const known = properties.get(child.name);
    const value = cimValue(child);
    if (known === undefined) properties.set(child.name, [value]);
    else known.push(value);
  }
  const isFragment = element.uri === WSMAN && element.name === 'XmlFragment';
  return { className: isFragment ? undefined : element.name, properties };
}

function cimValue(element: XmlElement): Value {
  if (attributeOf(element, 'nil', SCHEMA_INSTANCE) === 'true') return null;
  const [first] = element.children;
  if (first === undefined) return element.text;
  const reference = referenceIn(element);
  if (reference !== undefined) return reference;
  // `<cim:Datetime>2013-03-09T03:06:25Z</cim:Datetime>`
  if (['Datetime', 'Interval', 'Date', 'Time', 'CIM_DateTime'].includes(first.name)) return first.text.trim();
  return instanceOf(element);
}

/** An endpoint reference, be it the element itself or one in it. */
function referenceIn(element: XmlElement): Reference | undefined {
  const holder = childOf(element, 'EndpointReference', ADDRESSING) ?? element;
  const parameters = childOf(holder, 'ReferenceParameters', ADDRESSING);
  if (parameters === undefined) return undefined;
  const selectors = childOf(parameters, 'SelectorSet', WSMAN)?.children ?? [];
  return {
    resource: childOf(parameters, 'ResourceURI', WSMAN)?.text.trim() ?? '',
    selectors: Object.fromEntries(selectors.map((one) => [attributeOf(one, 'Name') ?? '', one.text])),
  };
}

/** The text of a property; undefined where it is null, not there, or no text. */
export function textOf(instance: Instance | undefined, name: string): string | undefined {
  const [value] = instance?.properties.get(name) ?? [];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an array; empty where it is null or not there. */
export function textsOf(instance: Instance | undefined, name: string): readonly string[] {
  return (instance?.properties.get(name) ?? []).filter((value) => typeof value === 'string');
}

/** A whole number that a double can hold; undefined for anything else. */
export function numberOf(instance: Instance | undefined, name: string): number | undefined {
  const text = textOf(instance, name)?.trim();
  const number = text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

/** The instance that a property refers to; undefined where it holds anything else. */
export function referenceOf(instance: Instance, name: string): Reference | undefined {
  const [value] = instance.properties.get(name) ?? [];
  return typeof value === 'object' && value !== null && 'selectors' in value ? value : undefined;
}
