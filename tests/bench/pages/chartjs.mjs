// The bars with Chart.js.
import {BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip} from 'chart.js';

import {drawCharts} from './charts.mjs';

/** @typedef {import('./content.mjs').Bar} Bar */

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const dataOf = (/** @type {Bar[]} */ bars) => ({
  labels: bars.map(({label}) => label),
  datasets: [{
    data: bars.map(({value}) => value),
    backgroundColor: bars.map(({color}) => color),
    tips: bars.map(({tip}) => tip),
  }],
});

const tipOf = (/** @type {{dataset: {tips: string[]}, dataIndex: number}} */ {dataset, dataIndex}) =>
    dataset.tips[dataIndex];

drawCharts((box, bars, drawn) => {
  const canvas = document.createElement('canvas');
  box.append(canvas);
  let isNew = true;
  const afterRender = () => {
    if (isNew) drawn();
    isNew = false;
  };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: dataOf(bars),
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      scales: {x: {min: 0, max: 100}, y: {ticks: {autoSkip: false}}},
      plugins: {tooltip: {callbacks: {label: tipOf}}},
    },
    plugins: [{id: 'drawn', afterRender}],
  });
  return (others) => {
    chart.data = dataOf(others);
    chart.update('none');
  };
});
