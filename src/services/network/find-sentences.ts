import type { FindSentences } from '../find.js';

/** neutronclient's sentences about names (`v2_0/client.py` find_resource, `common/exceptions.py`). */
export const findSentences: FindSentences = {
  none: (noun, given) => `Unable to find ${noun} with name or id '${given}'`,
  several: (noun, given) => `Multiple ${noun} matches found for name '${given}', use an ID to be more specific.`,
};
