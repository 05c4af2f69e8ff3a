// What `document.querySelector('task-scope')` gives.
import type {TaskScopeElement} from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'task-scope': TaskScopeElement;
  }
}
