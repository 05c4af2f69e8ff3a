export default {
  base: './',
  logLevel: 'warn',
  esbuild: {jsx: 'automatic'},
  build: {rollupOptions: {input: ['index.html', 'class.html', 'react.html']}},
  optimizeDeps: {exclude: ['taskscope']},
};
