// The bars with Vega-Lite by vega-embed.
import embed from 'vega-embed';

import {drawCharts} from './charts.mjs';

drawCharts((box, bars, drawn) => {
  const embedded = embed(
      box, {
        width: 'container',
        height: 'container',
        autosize: {type: 'fit', contains: 'padding'},
        data: {name: 'bars', values: bars},
        mark: {type: 'bar', tooltip: true},
        encoding: {
          y: {field: 'label', type: 'ordinal', sort: null, axis: {labelLimit: 600}, title: null},
          x: {field: 'value', type: 'quantitative', scale: {domain: [0, 100]}, title: null},
          color: {field: 'color', type: 'nominal', scale: null},
          tooltip: {field: 'tip', type: 'nominal'},
        },
      },
      {actions: false, renderer: 'canvas'});
  embedded.then(drawn);
  return async (others) => {
    const {view} = await embedded;
    await view.data('bars', others).runAsync();
  };
});
