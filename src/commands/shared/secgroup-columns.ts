import { attribute } from './attributes.js';

/** A security group, as the classic client shows what it has changed. */
export const groupColumns = {
  id: attribute('Id'),
  name: attribute('Name'),
  description: attribute('Description'),
} as const;
