import type { Examples } from '../../command/examples.js';

export default {
  lines: `
volume delete: 866cb05e-5177-40ec-9847-b8bea3c5947c
`,
} satisfies Examples;
