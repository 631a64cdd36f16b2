package az.qalxan.statistics.measure;

/**
 * The statements that count. Sets are asked for by {@code in} and not by {@code exists}, which
 * would go through the set for each case. KNOWN stands for the column that says since when a fact
 * is known: to everybody ({@code told_at}) or to whoever may see the case ({@code recorded_at}).
 */
final class MeasureSql {

    /**
     * The cases opened in the period ({@code picked}), with what held of them at its end as it was
     * known: {@code articles}, {@code held} reports (each once), {@code people}, {@code money}.
     */
    private static final String WORLD =
            """
            with cohort as materialized (
              select f.case_number as number, min(f.holds_from) as opened_at
              from statistics.case_fact f
              where f.kind = 'opened' and f.holds_from >= :start and f.holds_from < :end
                and f.KNOWN < :known
              group by f.case_number),
            world as materialized (
              select distinct on (f.case_number, f.kind, f.key) f.case_number as number, f.kind,
                f.key, f.value, f.report_id, f.holds_from
              from statistics.case_fact f join cohort c on c.number = f.case_number
              where f.holds_from < :end and f.KNOWN < :known
              order by f.case_number, f.kind, f.key, f.holds_from desc, f.sequence desc),
            picked as materialized (
              select c.number, c.opened_at, s.value as state, s.holds_from as state_since,
                b.value as body
              from cohort c
              join world s on s.number = c.number and s.kind = 'state'
              join world b on b.number = c.number and b.kind = 'body'
              where (:body = '' or b.value = :body)
                and (:article = '' or c.number in (
                  select a.number from world a where a.kind = 'article'
                    and a.key = :article and a.value = 'standing'))),
            articles as materialized (
              select w.number, w.key as article from world w join picked p on p.number = w.number
              where w.kind = 'article' and w.value = 'standing'),
            classes as materialized (
              select distinct a.number, m.category, m.tag
              from articles a
              join unnest(cast(:articles as text[]), cast(:categories as text[]),
                  cast(:tags as text[])) as m (article, category, tag)
                on a.article = m.article or a.article like m.article || '.%'),
            held as materialized (
              select distinct on (w.report_id) w.report_id, w.number, w.holds_from
              from world w join picked p on p.number = w.number
              where w.kind = 'report' and w.value = 'held'
              order by w.report_id, w.holds_from),
            people as materialized (
              select w.number, split_part(w.key, ':', 1) as status, w.value as kind,
                coalesce(w.report_id::text, split_part(w.key, ':', 2)) as person
              from world w join picked p on p.number = w.number
              where w.kind = 'party' and w.value <> 'gone'),
            offences as materialized (
              select p.*,
                p.state = any (cast(:cleared as text[])) or p.number in (
                  select q.number from people q
                   where q.status = any (cast(:clearing as text[]))) as cleared,
                p.state = any (cast(:prosecuted as text[])) or p.number in (
                  select q.number from people q
                   where q.status = any (cast(:prosecuting as text[]))) as prosecuted,
                p.state = any (cast(:none as text[])) as none
              from picked p),
            money as materialized (
              select distinct on (f.kind, f.key) f.kind, f.case_number, f.report_id, f.amount,
                f.currency
              from statistics.case_fact f
              where f.kind in ('frozen', 'returned') and f.holds_from < :end and f.KNOWN < :known
                and (f.case_number in (select p.number from picked p)
                  or f.report_id in (select h.report_id from held h))
              order by f.kind, f.key, f.holds_from desc, f.sequence desc)
            """;

    private static final String COUNTS =
            WORLD
                    + """
                    select 'cases' as figure, '' as cell, count(*) as n, null::numeric as amount,
                      null::float8 as half, null::float8 as ninth from picked
                    union all
                    select 'reported', '', count(*), null, null, null from statistics.report_fact r
                      where :reports and r.reported_on between :from and :to
                        and r.recorded_at < :known
                    union all
                    select 'prosecuted', '', count(*), null, null, null from offences
                      where prosecuted
                    union all
                    select 'cleared', '', count(*), null, null, null from offences
                      where cleared and not none
                    union all
                    select 'offences', '', count(*), null, null, null from offences where not none
                    union all
                    select 'article', article, count(*), null, null, null from articles group by 2
                    union all
                    select 'article', 'none', count(*), null, null, null from picked p
                      where not exists (select from articles a where a.number = p.number)
                    union all
                    select 'iccs', category, count(*), null, null, null from classes group by 2
                    union all
                    select 'iccs', 'none', count(*), null, null, null from picked p
                      where not exists (select from classes c where c.number = p.number)
                    union all
                    select 'tag', tag, count(distinct number), null, null, null from classes
                      where tag <> '' group by 2
                    union all
                    select 'body', body, count(*), null, null, null from picked group by 2
                    union all
                    select 'state', state, count(*), null, null, null from picked group by 2
                    union all
                    select 'months', to_char(opened_at at time zone :zone, 'YYYY-MM'), count(*),
                      null, null, null from picked group by 2
                    union all
                    select 'months-closed', to_char(opened_at at time zone :zone, 'YYYY-MM'),
                      count(*), null, null, null from picked where state like 'closed:%' group by 2
                    union all
                    select 'times', 'acceptance', count(*), null,
                      percentile_cont(0.5) within group (
                        order by extract(epoch from h.holds_from - r.reported_at)),
                      percentile_cont(0.9) within group (
                        order by extract(epoch from h.holds_from - r.reported_at))
                      from held h join statistics.report_fact r on r.report_id = h.report_id
                    union all
                    select 'times', 'closure', count(*), null,
                      percentile_cont(0.5) within group (
                        order by extract(epoch from state_since - opened_at)),
                      percentile_cont(0.9) within group (
                        order by extract(epoch from state_since - opened_at))
                      from picked where state like 'closed:%'
                    union all
                    select 'persons', status || ':' || kind, count(distinct person), null, null,
                      null from people group by 2
                    union all
                    select 'money', 'loss:' || r.loss_currency, count(*), sum(r.loss_amount), null,
                      null from held h join statistics.report_fact r on r.report_id = h.report_id
                      where r.loss_currency is not null group by 2
                    union all
                    select 'money', kind || ':' || currency, count(*), sum(amount), null, null
                      from money group by 2
                    union all
                    select 'border', coalesce(b.value, 'unknown'), count(*), null, null, null
                      from picked p
                      left join world b on b.number = p.number and b.kind = 'border' group by 2
                    order by 1, 2
                    """;

    private static final String LIST =
            WORLD
                    + """
                    select p.number, p.opened_at, p.state, p.body,
                      coalesce((select string_agg(a.article, ', ' order by a.article)
                                from articles a where a.number = p.number), '')
                    from offences p
                    where BEHIND
                    order by p.opened_at desc, p.number limit :most
                    """;

    private MeasureSql() {}

    /** Everything that is counted, in one look at the database. */
    static String counts(Asked.Sight sight) {
        return COUNTS.replace("KNOWN", known(sight));
    }

    /** The cases behind a cell that is named by {@code :cell}. */
    static String list(Asked.Sight sight, MeasureName figure) {
        return LIST.replace("KNOWN", known(sight)).replace("BEHIND", behind(figure));
    }

    private static String known(Asked.Sight sight) {
        return sight.guarded() ? "told_at" : "recorded_at";
    }

    /** Which cases a cell counts; the same conditions as in the counts. */
    private static String behind(MeasureName figure) {
        return switch (figure) {
            case STAGES ->
                    """
                    case when :cell = 'prosecuted' then p.prosecuted
                      when :cell like 'person:%' then p.number in (
                        select q.number from people q
                         where 'person:' || q.status || ':' || q.kind = :cell)
                      else :cell = 'opened' end
                    """;
            case MONTHS -> "to_char(p.opened_at at time zone :zone, 'YYYY-MM') = :cell";
            case ARTICLE ->
                    """
                    case when :cell = 'none'
                      then p.number not in (select a.number from articles a)
                      else p.number in (select a.number from articles a
                                         where a.article = :cell) end
                    """;
            case ICCS ->
                    """
                    case when :cell = 'none'
                      then p.number not in (select c.number from classes c)
                      else p.number in (select c.number from classes c
                                         where :cell in (c.category, c.tag)) end
                    """;
            case BODY -> "p.body = :cell";
            case STATE -> "p.state = :cell";
            case CLEARANCE -> "p.cleared and not p.none and :cell = 'cleared'";
            case TIMES ->
                    """
                    case when :cell = 'closure' then p.state like 'closed:%'
                      else p.number in (select h.number from held h) end
                    """;
            case PERSONS ->
                    """
                    p.number in (select q.number from people q
                      where q.status || ':' || q.kind = :cell)
                    """;
            case MONEY ->
                    """
                    p.number in (select h.number from held h
                      join statistics.report_fact r on r.report_id = h.report_id
                      where 'loss:' || r.loss_currency = :cell)
                    or p.number in (select m.case_number from money m
                      where m.case_number is not null and m.kind || ':' || m.currency = :cell)
                    or p.number in (select h.number from held h
                      join money m on m.report_id = h.report_id
                      where m.kind || ':' || m.currency = :cell)
                    """;
            case BORDER ->
                    """
                    case when :cell = 'unknown'
                      then p.number not in (select b.number from world b
                        where b.kind = 'border' and b.value <> 'unknown')
                      else p.number in (select b.number from world b
                        where b.kind = 'border' and b.value = :cell) end
                    """;
        };
    }
}
