// What `document.querySelector('task-scope')` gives, once web/task-scope.js is there.
import {TaskScopeElement} from './element.js';

export {TaskScopeElement};

declare global {
  interface HTMLElementTagNameMap {
    'task-scope': TaskScopeElement;
  }
}
