// The bars with ECharts.
import {BarChart} from 'echarts/charts';
import {GridComponent, TooltipComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';

import {drawCharts} from './charts.mjs';

/** @typedef {import('./content.mjs').Bar} Bar */

use([BarChart, CanvasRenderer, GridComponent, TooltipComponent]);

const dataOf = (/** @type {Bar[]} */ bars) => ({
  yAxis: {type: 'category', inverse: true, data: bars.map(({label}) => label), axisLabel: {interval: 0}},
  series: [{type: 'bar', data: bars.map(({value, color, tip}) => ({value, tip, itemStyle: {color}}))}],
});

drawCharts((box, bars, drawn) => {
  const chart = init(box);
  let isNew = true;
  chart.on('finished', () => {
    if (isNew) drawn();
    isNew = false;
  });
  chart.setOption({
    animation: false,
    grid: {left: 0, right: 0, top: 0, bottom: 0, containLabel: true},
    tooltip: {formatter: (/** @type {{data: Bar}} */ {data}) => data.tip},
    xAxis: {type: 'value', min: 0, max: 100},
    ...dataOf(bars),
  });
  return (others) => chart.setOption(dataOf(others));
});
