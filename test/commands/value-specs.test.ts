import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueSpecs } from '../../src/commands/shared/value-specs.js';

const read = (line: string) => valueSpecs(line.split(' ').filter(Boolean));

describe('filters of neutron lists that no option takes', () => {
  it('are read as neutronclient reads them', () => {
    const rows: readonly (readonly [string, unknown])[] = [
      ['', {}],
      ['--name a', { name: 'a' }],
      ['-- --name=a', { name: 'a' }],
      ['--device_owner=', { device_owner: '' }],
      ['--a=b=c', { a: 'b=c' }],
      ['--shared', { shared: 'True' }],
      ['--shared --name x', { shared: 'True', name: 'x' }],
      ['--id 1 2', { id: ['1', '2'] }],
      ['--id list=true 1', { id: ['1'] }],
      ['--up type=bool TRUE', { up: 'True' }],
      ['--up type=bool yes', { up: 'False' }],
      ['--n type=int +07', { n: '7' }],
      ['--n -1', { n: '-1' }],
      ['--a action=clear', { a: 'None' }],
      ['--admin-state-up x', { admin_state_up: 'x' }],
      ['--router:external True', { 'router:external': 'True' }],
      ['--f type=dict a=1,b=2', { f: ['a', 'b'] }],
      ['--f type=dict list=true a=1,2,b=3', { f: ["{'a': '1,2', 'b': '3'}"] }],
    ];
    for (const [line, query] of rows) assert.deepEqual(read(line), query, line);
  });

  it('are refused in its words', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['a', 'Invalid values_specs a'],
      ['-x', 'Invalid values_specs -x'],
      ['---x', 'Invalid values_specs ---x'],
      ['--a=1 b', 'Invalid values_specs --a=1 b'],
      ['--a 1 --a 2', 'Duplicated options --a 1 --a 2'],
      ['--a type=int', 'Invalid values_specs --a type=int'],
      ['type=int 1', 'Invalid values_specs type=int 1'],
      ['--a type=x 1', 'Invalid value_specs --a type=x 1: type x is not supported'],
      ['--a type=int x', "argument --a: invalid int value: 'x'"],
      ['--a type=dict x', "argument --a: missing value for key 'x'"],
    ];
    for (const [line, message] of rows) assert.throws(() => read(line), { message }, line);
  });
});
