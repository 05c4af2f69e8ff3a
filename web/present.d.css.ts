// The bundler turns the style sheet into a text.
declare const css: string;
export default css;
