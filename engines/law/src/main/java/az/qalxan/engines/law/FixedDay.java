package az.qalxan.engines.law;

import java.time.MonthDay;

/** A day of the year that is free every year of its period. */
public record FixedDay(
        MonthDay day, boolean mourning, Wording name, Period period, Citation citation) {}
