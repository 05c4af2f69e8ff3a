// What `document.querySelector('task-scope')` gives.
import type {TaskScopeElement} from './task-scope.js';

declare global {
  interface HTMLElementTagNameMap {
    'task-scope': TaskScopeElement;
  }
}
