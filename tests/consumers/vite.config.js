export default {
  base: './',
  logLevel: 'warn',
  build: {rolldownOptions: {input: ['index.html', 'class.html', 'react.html']}},
};
