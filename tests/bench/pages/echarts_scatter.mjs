// The occupations with ECharts, a series a group.
import {ScatterChart} from 'echarts/charts';
import {DataZoomInsideComponent, GridComponent, LegendScrollComponent, TooltipComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';

import {drawScatter} from './scatter.mjs';

/** @typedef {import('./scatter.mjs').Row} Row */

use([CanvasRenderer, DataZoomInsideComponent, GridComponent, LegendScrollComponent, ScatterChart, TooltipComponent]);

const tipOf = (/** @type {{data: {row: Row}}} */ {data: {row}}) =>
    `<b>${row.title}</b><br>${row.code} · ${row.group}<br>potential ${row.potential.toFixed(1)} %<br>adoption ${
        row.adoption.toFixed(1)} %<br>employment ${row.employment.toLocaleString('en')}`;

drawScatter((box, rows, groups, drawn) => {
  const most = Math.max(...rows.map(({employment}) => employment));
  const chart = init(box);
  let isNew = true;
  chart.on('finished', () => {
    if (isNew) drawn();
    isNew = false;
  });
  const dataOf = (/** @type {string} */ name) =>
      rows.filter(({group}) => group === name)
          .map((row) => ({value: [row.potential, row.adoption, row.employment], row}));
  chart.setOption({
    animation: false,
    grid: {left: 50, right: 20, top: 50, bottom: 40},
    legend: {type: 'scroll', top: 0},
    tooltip: {formatter: tipOf},
    xAxis: {type: 'value', name: 'potential'},
    yAxis: {type: 'value', name: 'adoption'},
    dataZoom: [{type: 'inside', xAxisIndex: 0}, {type: 'inside', yAxisIndex: 0}],
    series: groups.map(
        (name) => ({
          type: 'scatter',
          name,
          symbolSize: (/** @type {number[]} */[, , employment]) => Math.max(5, 50 * Math.sqrt(employment / most)),
          itemStyle: {opacity: 0.8},
          data: dataOf(name),
        })),
  });
});
