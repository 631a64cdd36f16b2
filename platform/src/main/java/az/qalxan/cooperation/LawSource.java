package az.qalxan.cooperation;

import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.WorkingCalendar;

/** Where the law as it is known now comes from. */
interface LawSource {

    LawBook book();

    WorkingCalendar calendar();
}
