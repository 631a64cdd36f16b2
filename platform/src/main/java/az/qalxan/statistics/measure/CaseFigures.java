package az.qalxan.statistics.measure;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of cases from the facts that were told to everybody. */
@Component
class CaseFigures implements FigureSource {

    private static final String READ = "casework:read";

    /**
     * Facts of a figure: an entry that was a mistake, and so is gone from its start, never held.
     */
    private static final String COUNTED =
            """
            ((f.kind = 'opened' and FIGURE = 'cases.opened')
              or (f.kind = 'state' and f.value like 'closed:%' and FIGURE = 'cases.closed')
              or (f.kind = 'party' and f.value <> 'gone'
                and split_part(f.key, ':', 1) = case FIGURE
                  when 'cases.victims' then 'victim' when 'cases.suspects' then 'suspect'
                  when 'cases.accused' then 'accused' end
                and not exists (select from statistics.case_fact g
                  where g.case_number = f.case_number and g.kind = 'party' and g.key = f.key
                    and g.value = 'gone' and g.holds_from = f.holds_from
                    and g.sequence > f.sequence)))
            """;

    private final JdbcClient everybody;
    private final JdbcClient own;
    private final PeriodQuery query;

    CaseFigures(@Qualifier("reader") JdbcClient everybody, JdbcClient own, PeriodQuery query) {
        this.everybody = everybody;
        this.own = own;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("cases.opened", READ),
                RegisterFigure.count("cases.closed", READ),
                RegisterFigure.count("cases.victims", READ),
                RegisterFigure.count("cases.suspects", READ),
                RegisterFigure.count("cases.accused", READ));
    }

    /** A case that closed twice in a period counts once; so does a person with the same status. */
    @Override
    public Answer tell(List<FigurePeriod> periods) {
        String sql =
                """
                select a.figure, p.place::integer as place,
                  count(distinct f.case_number || ' ' || f.key) as records,
                  null::numeric as amount
                from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                  with ordinality as p (starts_at, ends_at, place)
                cross join unnest(array['cases.opened', 'cases.closed', 'cases.victims',
                  'cases.suspects', 'cases.accused']) as a (figure)
                join statistics.case_fact f
                  on f.holds_from >= p.starts_at and f.holds_from < p.ends_at
                where f.case_number is not null and COUNTED
                group by 1, 2
                union all
                select 'begun', 0, 0, extract(epoch from min(f.holds_from))::numeric
                from statistics.case_fact f where f.kind = 'opened'
                """
                        .replace("COUNTED", COUNTED.replace("FIGURE", "a.figure"));
        return query.ask(everybody.sql(sql), periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        String sql =
                """
                select f.case_number, f.case_number, max(f.holds_from) from statistics.case_fact f
                where f.holds_from >= :start and f.holds_from < :end
                  and f.case_number is not null and COUNTED
                group by 1 order by 3 desc, 1 limit :most
                """
                        .replace("COUNTED", COUNTED.replace("FIGURE", ":figure"));
        return query.behind(own.sql(sql).param("figure", figure), period, most, "/cases/");
    }
}
