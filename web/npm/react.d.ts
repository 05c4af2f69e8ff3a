// What TypeScript has to know for <task-scope> in JSX.
import type {DetailedHTMLProps, HTMLAttributes} from 'react';

import type {TaskScopeElement} from './types/element.js';

export {TaskScopeElement} from './types/elements.js';

type Settings = Partial<
    Pick<TaskScopeElement,
         'src' | 'view' | 'compare' | 'theme' | 'loading' | 'textSize' | 'headingLevel' | 'address'>>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'task-scope': DetailedHTMLProps<HTMLAttributes<TaskScopeElement>, TaskScopeElement> & Settings;
    }
  }
}
