import { uuid } from '../ids.js';
import type { Image } from '../world.js';
import { tenantId } from './identity.js';

/** The id of an image, which is the same in every cloud. */
export function imageId(name: string): string {
  return uuid('image', name);
}

/** The rest of an image, as of one that nothing was said about. */
const plainImage = {
  visibility: 'private',
  status: 'active',
  diskFormat: 'qcow2',
  containerFormat: 'bare',
  virtualSize: null,
  minDisk: 0,
  minRam: 0,
  protected: false,
  hidden: false,
} as const;

/** The bytes behind an image are made when they are asked for (`image/data.ts`); the sums were made of them once. */
export function images(): Image[] {
  const image = (name: string, owner: string, size: number, day: string, more: Partial<Image>): Image => ({
    ...plainImage,
    id: imageId(name),
    name,
    ownerId: tenantId(owner),
    size,
    checksum: null,
    hash: null,
    tags: [],
    members: [],
    created: `${day}T14:02:10Z`,
    updated: `${day}T14:02:31Z`,
    properties: {},
    ...more,
  });
  const member = (name: string, status: 'pending' | 'accepted', time: string) => ({
    tenantId: tenantId(name),
    status,
    canShare: false,
    created: `2013-02-15T${time}Z`,
    updated: `2013-02-15T${time}Z`,
  });
  return [
    image('Ubuntu 12.04 cloudimg amd64', 'admin', 230162432, '2013-01-11', {
      visibility: 'public',
      protected: true,
      tags: ['lts', 'ubuntu'],
      properties: { architecture: 'x86_64', os_distro: 'ubuntu' },
      checksum: '69702a67f97beddfd56198d3bfd19f3a',
      hash: 'a1978b044f0f0c5eefaedfacd5c6d08bd0a2dedd75df8840f4a101530e0ac0db905c1844d3333c141d82598851560d11244992d4c02c7278f8b23cd56e6f0011',
    }),
    image('Ubuntu 12.10 cloudimg amd64', 'admin', 235470848, '2013-01-11', {
      visibility: 'public',
      tags: ['ubuntu'],
      properties: { architecture: 'x86_64', os_distro: 'ubuntu' },
      checksum: '344e0413cceb64709fd34f4dfa5c667f',
      hash: '0f4ca9c10dafc476657122f413ef1e9f051728e15785ab81140cfa230297e4660d7fa6c87ef7746998fae9d91d2a56b8b4fbdfb6bcf183fef686a68c74aed1c3',
    }),
    image('CentOS 6.3 x86_64', 'admin', 292945920, '2013-01-14', {
      visibility: 'public',
      checksum: 'ffb314e2ef62aa8b8ab410b6870d1529',
      hash: '52bc3cec7b88a6adc35cec44cffe1b019ca2a49ee9b0d9552fd6c9d7489ffbd14d13d42c617fc7967288fe360044d874ae509c5f9b5ccaf96614c7d6e47c250f',
    }),
    image('cirros-0.3.1-x86_64', 'admin', 13147648, '2013-01-10', {
      visibility: 'public',
      checksum: 'c9047fd440234babb9b375c8617951fd',
      hash: '22dde2e0169c35e1cd15f08efdafd1a59237d699467321fa2fccab8b6bd8c4c281649882294b772f472c12f65dda0b3b4bca5487325fd79c9e504be36d8f1d7e',
    }),
    image('Windows 2008 R2', 'everett', 9126805504, '2013-01-23', {
      minDisk: 40,
      minRam: 2048,
      checksum: '8dacbea653c57b9a1bf82dc8cfbebbab',
      hash: 'c65e3b2d9bc93b25b34b437014d3892f32b7a243c927b56081aea6c87632a7acf0eca2fef734aa65f771d562679ffd25cc8ffa46ecff394c3d9b393de4f2955c',
    }),
    image('devstack-snapshot', 'jtopjian', 1476395008, '2013-02-14', {
      visibility: 'shared',
      members: [member('everett', 'accepted', '09:00:00'), member('anne', 'pending', '09:00:30')],
      checksum: '5a8ac6d5727c1630155816f96ef69979',
      hash: '82dec5dd9b11e85572ddef9e3e9898179e239e600dabdaea01d5acffd4ab13095c8ce3926f9a75bb5f28107ef32c9e77c0c2c39ebfc4bb3f3e36ad5d1af80f23',
    }),
  ];
}
