/** How a body that was only looked at came to its end. */
export type Ending = 'complete' | 'broken' | 'left';

/**
 * The same body, chunk for chunk and error for error, seen by somebody who stands beside it. `done` is called once.
 */
export function tee(
  body: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
  done: (ending: Ending) => void,
): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      let ending: Ending = 'left';
      try {
        for await (const chunk of body) {
          see(chunk);
          yield chunk;
        }
        ending = 'complete';
      } catch (error) {
        ending = 'broken';
        throw error;
      } finally {
        done(ending);
      }
    },
  };
}
