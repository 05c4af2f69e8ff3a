import {createRoot} from 'react-dom/client';
import 'taskscope/react';

createRoot(document.querySelector('main')!).render(<task-scope src="profile.json" theme="dark" />);
