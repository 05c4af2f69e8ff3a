// What the pages of the bench find in their window (measure.mjs puts it there), and the libraries, untyped: the linter
// does without installing them.
declare function whenShown(count: number): () => void;
declare var shown: Promise<number>;

declare module 'chart.js';
declare module 'echarts/*';
declare module 'vega-embed';
