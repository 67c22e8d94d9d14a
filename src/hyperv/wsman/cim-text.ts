/**
 * Instances as text, as methods of WMI take them and some properties hold them: `TextFormat.CimDtd20`, the XML of the
 * DMTF's DSP0203.
 */
import { attributeOf, childOf, escapeXml, readXml } from '../../lib/xml.js';

/** @param properties name, CIM type and value; what has no value is left out */
export function writeCimText(className: string, properties: readonly (readonly [string, string, string])[]): string {
  const all = properties.map(
    ([name, type, value]) =>
      `<PROPERTY NAME="${escapeXml(name)}" TYPE="${type}"><VALUE>${escapeXml(value)}</VALUE></PROPERTY>`,
  );
  return `<INSTANCE CLASSNAME="${escapeXml(className)}">${all.join('')}</INSTANCE>`;
}

/**
 * The properties that have a value; of an array only that it is none of them.
 * @throws XmlError for a text that is no instance: guests write some of them
 */
export function readCimText(text: string): ReadonlyMap<string, string> {
  const root = readXml(text);
  const found = new Map<string, string>();
  for (const property of root.children) {
    const name = attributeOf(property, 'NAME');
    const value = childOf(property, 'VALUE');
    if (property.name === 'PROPERTY' && name !== undefined && value !== undefined) found.set(name, value.text);
  }
  return found;
}
