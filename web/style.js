// The shadow root's style sheet, shared by all elements.
import css from './shadow.css';

export const style = new CSSStyleSheet();
style.replaceSync(css);
