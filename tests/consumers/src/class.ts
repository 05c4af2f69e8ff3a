import {TaskScopeElement} from 'taskscope';

class OurDashboard extends TaskScopeElement {}
customElements.define('our-dashboard', OurDashboard);

const dashboard = new OurDashboard();
dashboard.src = 'profile.json';
dashboard.theme = 'dark';
document.body.append(dashboard);
