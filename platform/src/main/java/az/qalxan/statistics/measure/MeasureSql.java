package az.qalxan.statistics.measure;

/**
 * The statements that count. KNOWN stands for the column that says since when a fact is known: to
 * everybody ({@code told_at}) or to whoever may see the case ({@code recorded_at}).
 */
final class MeasureSql {

    /**
     * The cases opened in the period ({@code offences}), each with what held of it at the period's
     * end as it was known, in arrays, so that nothing has to be joined case by case; {@code held}
     * reports, each once; {@code money} frozen and returned.
     */
    private static final String WORLD =
            """
            with cohort as materialized (
              select distinct f.case_number as number
              from statistics.case_fact f
              where f.kind = 'opened' and f.holds_from >= :start and f.holds_from < :end
                and f.KNOWN < :known),
            world as materialized (
              select distinct on (f.case_number, f.kind, f.key) f.case_number as number, f.kind,
                f.key, f.value, f.report_id, f.holds_from
              from statistics.case_fact f join cohort c on c.number = f.case_number
              where f.holds_from < :end and f.KNOWN < :known
              order by f.case_number, f.kind, f.key, f.holds_from desc, f.sequence desc),
            picked as materialized (
              select w.number,
                min(w.holds_from) filter (where w.kind = 'opened') as opened_at,
                max(w.value) filter (where w.kind = 'state') as state,
                max(w.holds_from) filter (where w.kind = 'state') as state_since,
                max(w.value) filter (where w.kind = 'body') as body,
                coalesce(max(w.value) filter (where w.kind = 'border'), 'unknown') as border,
                coalesce(array_agg(w.key order by w.key)
                  filter (where w.kind = 'article' and w.value = 'standing'), '{}') as articles,
                coalesce(array_agg(split_part(w.key, ':', 1) || ':' || w.value order by w.key)
                  filter (where w.kind = 'party' and w.value <> 'gone'), '{}') as roles,
                coalesce(array_agg(coalesce(w.report_id::text, split_part(w.key, ':', 2))
                    order by w.key)
                  filter (where w.kind = 'party' and w.value <> 'gone'), '{}') as people,
                array_agg(w.report_id order by w.key)
                  filter (where w.kind = 'report' and w.value = 'held') as reports,
                array_agg(w.holds_from order by w.key)
                  filter (where w.kind = 'report' and w.value = 'held') as held_since
              from world w group by w.number
              having (:body = '' or max(w.value) filter (where w.kind = 'body') = :body)
                and (:article = '' or bool_or(
                  w.kind = 'article' and w.key = :article and w.value = 'standing'))),
            offences as materialized (
              select p.*,
                array(select distinct m.category
                  from unnest(p.articles) as a (article)
                  join unnest(cast(:articles as text[]), cast(:categories as text[]))
                      as m (article, category)
                    on a.article = m.article or a.article like m.article || '.%') as categories,
                array(select distinct m.tag
                  from unnest(p.articles) as a (article)
                  join unnest(cast(:articles as text[]), cast(:tags as text[]))
                      as m (article, tag)
                    on a.article = m.article or a.article like m.article || '.%'
                  where m.tag <> '') as tags,
                p.state = any (cast(:cleared as text[])) or exists (
                  select from unnest(p.roles) as r (role)
                   where split_part(r.role, ':', 1) = any (cast(:clearing as text[]))) as cleared,
                p.state = any (cast(:prosecuted as text[])) or exists (
                  select from unnest(p.roles) as r (role)
                   where split_part(r.role, ':', 1) = any (cast(:prosecuting as text[])))
                  as prosecuted,
                p.state = any (cast(:none as text[])) as none
              from picked p),
            held as materialized (
              select distinct on (h.report_id) h.report_id, p.number, h.holds_from
              from picked p cross join unnest(p.reports, p.held_since) as h (report_id, holds_from)
              order by h.report_id, h.holds_from),
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
                    select 'article', article, count(*), null, null, null
                      from picked cross join unnest(articles) as a (article) group by 2
                    union all
                    select 'article', 'none', count(*), null, null, null from picked
                      where articles = '{}'
                    union all
                    select 'iccs', category, count(*), null, null, null
                      from offences cross join unnest(categories) as c (category) group by 2
                    union all
                    select 'iccs', 'none', count(*), null, null, null from offences
                      where categories = '{}'
                    union all
                    select 'tag', tag, count(*), null, null, null
                      from offences cross join unnest(tags) as t (tag) group by 2
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
                    select 'persons', role, count(distinct person), null, null, null
                      from picked cross join unnest(roles, people) as q (role, person) group by 2
                    union all
                    select 'money', 'loss:' || r.loss_currency, count(*), sum(r.loss_amount), null,
                      null from held h join statistics.report_fact r on r.report_id = h.report_id
                      where r.loss_currency is not null group by 2
                    union all
                    select 'money', kind || ':' || currency, count(*), sum(amount), null, null
                      from money group by 2
                    union all
                    select 'border', border, count(*), null, null, null from picked group by 2
                    order by 1, 2
                    """;

    private static final String LIST =
            WORLD
                    + """
                    select p.number, p.opened_at, p.state, p.body,
                      array_to_string(p.articles, ', ')
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
                      when :cell like 'person:%' then substr(:cell, 8) = any (p.roles)
                      else :cell = 'opened' end
                    """;
            case MONTHS -> "to_char(p.opened_at at time zone :zone, 'YYYY-MM') = :cell";
            case ARTICLE ->
                    """
                    case when :cell = 'none' then p.articles = '{}'
                      else :cell = any (p.articles) end
                    """;
            case ICCS ->
                    """
                    case when :cell = 'none' then p.categories = '{}'
                      else :cell = any (p.categories || p.tags) end
                    """;
            case BODY -> "p.body = :cell";
            case STATE -> "p.state = :cell";
            case CLEARANCE -> "p.cleared and not p.none and :cell = 'cleared'";
            case TIMES ->
                    """
                    case when :cell = 'closure' then p.state like 'closed:%'
                      else p.number in (select h.number from held h) end
                    """;
            case PERSONS -> ":cell = any (p.roles)";
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
            case BORDER -> "p.border = :cell";
        };
    }
}
