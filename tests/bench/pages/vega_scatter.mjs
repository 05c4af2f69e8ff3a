// The occupations with Vega-Lite by vega-embed.
import embed from 'vega-embed';

import {drawScatter} from './scatter.mjs';

drawScatter(async (box, rows, _, drawn) => {
  await embed(
      box, {
        width: 'container',
        height: 'container',
        autosize: {type: 'fit', contains: 'padding'},
        data: {values: rows},
        params: [{name: 'zoom', select: 'interval', bind: 'scales'}],
        mark: {type: 'circle', opacity: 0.8},
        encoding: {
          x: {field: 'potential', type: 'quantitative'},
          y: {field: 'adoption', type: 'quantitative'},
          size: {field: 'employment', type: 'quantitative', scale: {range: [20, 2000]}},
          color: {field: 'group', type: 'nominal'},
          tooltip: ['title', 'code', 'group', 'potential', 'adoption', 'employment'].map((field) => ({field})),
        },
      },
      {actions: false, renderer: 'canvas'});
  drawn();
});
