package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the pages of watch lists. */
@Component
class WatchPages {

    private static final int REPORTS_MAX = 100;

    private final Watches watches;
    private final WatchStore store;
    private final Hits hits;
    private final HitPages names;
    private final ReportLists lists;
    private final RuleBook book;
    private final Clock clock;

    WatchPages(
            Watches watches,
            WatchStore store,
            Hits hits,
            HitPages names,
            ReportLists lists,
            RuleBook book,
            Clock clock) {
        this.watches = watches;
        this.store = store;
        this.hits = hits;
        this.names = names;
        this.lists = lists;
        this.book = book;
        this.clock = clock;
    }

    /** How a list was asked for, and the address of its next page; empty on the last. */
    record Around(WatchFilter filter, String next) {}

    /**
     * A list.
     *
     * @param ending until when an entry ends that ends soon
     * @param bodies short names by code
     * @param foreign whether another body's entries are among them
     */
    record ListPage(
            List<Watch> rows,
            Around around,
            Instant ending,
            List<Ground> grounds,
            Map<String, String> bodies,
            boolean foreign) {

        ListPage {
            rows = List.copyOf(rows);
            grounds = List.copyOf(grounds);
        }

        boolean endsSoon(Watch one) {
            return one.live() && !one.until().isAfter(ending);
        }

        String ground(Watch one, Text text) {
            return grounds.stream()
                    .filter(ground -> ground.code().equals(one.ground()))
                    .findFirst()
                    .map(ground -> ground.name().in(text.language().code()))
                    .orElse(one.ground());
        }
    }

    ListPage list(Caller caller, List<Watch> rows, Around around) {
        return new ListPage(
                rows,
                around,
                clock.instant().plus(watches.reminder()),
                book.grounds(),
                names.names(),
                rows.stream().anyMatch(one -> !one.body().equals(caller.body().value())));
    }

    /**
     * One entry.
     *
     * @param ground null when the pack does not know it any more
     * @param appeared reports of the own body in which the identifier appeared
     * @param hits other bodies' holdings that the entry led to
     * @param own whether the reader's body keeps it
     * @param lastDay the last day to which it may be prolonged
     */
    record WatchPage(
            Watch watch,
            String body,
            @Nullable Ground ground,
            List<Appeared> appeared,
            List<HitRow> hits,
            Map<String, String> bodies,
            List<WatchStore.Step> steps,
            boolean own,
            boolean endsSoon,
            LocalDate firstDay,
            LocalDate lastDay) {

        WatchPage {
            appeared = List.copyOf(appeared);
            hits = List.copyOf(hits);
            steps = List.copyOf(steps);
        }

        String name(String body) {
            return bodies.getOrDefault(body, body);
        }
    }

    /** A report in which a watched identifier appeared, with its category's name. */
    record Appeared(ReportRow report, String title) {}

    @Transactional
    WatchPage of(Caller caller, UUID id, Text text) {
        Watch watch = watches.view(caller, id);
        @Nullable Ground ground = book.ground(watch.ground()).orElse(null);
        List<ReportId> reports =
                store.reports(id, REPORTS_MAX).stream().map(ReportId::new).toList();
        WatchPage page =
                new WatchPage(
                        watch,
                        names.name(watch.body(), text),
                        ground,
                        lists.of(reports).stream()
                                .map(one -> new Appeared(one, names.title(one, text)))
                                .toList(),
                        hits.ofRecord(caller, id),
                        names.names(),
                        store.steps(id),
                        watch.body().equals(caller.body().value()),
                        watch.live()
                                && !watch.until().isAfter(clock.instant().plus(watches.reminder())),
                        book.today().plusDays(1),
                        book.today().plusDays(ground == null ? 1 : ground.watchDaysMax()));
        watches.seen(caller, watch);
        return page;
    }

    String body(String code, Text text) {
        return names.name(code, text);
    }

    String ground(Watch watch, Text text) {
        return book.ground(watch.ground())
                .map(Ground::name)
                .orElse(new Words(watch.ground(), watch.ground()))
                .in(text.language().code());
    }
}
