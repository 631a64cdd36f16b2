package az.qalxan.exchange.poll;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One round through a collection of a server, from where the last one ended to where there is
 * nothing more. Follows {@code next} where the server gives it and it leads on, and moments where
 * not; a moment is asked for again from just before it, since other objects may have the same one.
 * That {@code more} is false is believed only when another look shows nothing new.
 */
final class PollRound {

    static final int PAGE = 1_000;

    private static final int PAGE_MAX = 20_000;
    private static final int PAGES_MAX = 20_000;
    private static final Duration PAUSE_MAX = Duration.ofDays(1);

    /** Asks the server. */
    interface Asking {
        RemoteAnswer get(URI address) throws IOException;
    }

    /** Keeps what came. */
    interface Keeping {

        /**
         * Keeps a page before the next one is asked for.
         *
         * @param reached up to where everything is here with it; null when nobody can say yet
         */
        void keep(List<Slice> objects, @Nullable Instant reached);

        /** Whether there is time for another page; what is kept is never asked for again. */
        default boolean goesOn() {
            return true;
        }
    }

    private final URI objects;
    private final Asking asking;
    private final Keeping keeping;
    private final @Nullable Instant begun;

    private @Nullable Instant after;
    private String next = "";
    private boolean trustsNext = true;
    private boolean asksVersions = true;
    private int limit = PAGE;
    private Set<String> before = Set.of();
    private @Nullable Instant reached;
    private boolean ordered = true;
    private boolean any;
    private @Nullable Instant serverClock;

    /**
     * A round.
     *
     * @param objects the address of the collection's objects
     * @param begun after which moment to begin; null for the beginning
     */
    PollRound(URI objects, @Nullable Instant begun, Asking asking, Keeping keeping) {
        this.objects = objects;
        this.begun = begun;
        this.after = begun;
        this.asking = asking;
        this.keeping = keeping;
    }

    /** Runs to the end; empty when it got there. */
    Optional<Trouble> run() {
        for (int page = 0; page < PAGES_MAX; page++) {
            if (page > 0 && !keeping.goesOn()) {
                return Optional.of(Trouble.of(Trouble.Kind.LONG, page + " pages"));
            }
            RemoteAnswer answer;
            try {
                answer = asking.get(address());
            } catch (IOException e) {
                return Optional.of(
                        Trouble.of(Trouble.Kind.NO_ANSWER, String.valueOf(e.getMessage())));
            }
            Step step = answer.good() ? read(answer) : other(answer);
            switch (step) {
                case Step.On _ -> {
                    // the next page
                }
                case Step.End _ -> {
                    end();
                    return Optional.empty();
                }
                case Step.Failed failed -> {
                    return Optional.of(failed.trouble());
                }
            }
        }
        return Optional.of(Trouble.of(Trouble.Kind.STUCK, PAGES_MAX + " pages in one round"));
    }

    private sealed interface Step {

        record On() implements Step {}

        record End() implements Step {}

        record Failed(Trouble trouble) implements Step {}

        static Step failed(Trouble.Kind kind, String words) {
            return new Failed(Trouble.of(kind, words));
        }
    }

    private URI address() {
        StringBuilder query = new StringBuilder("?limit=").append(limit);
        if (after != null) {
            query.append("&added_after=").append(encode(text(after)));
        }
        if (asksVersions) {
            query.append("&match%5Bversion%5D=all");
        }
        if (!next.isEmpty()) {
            query.append("&next=").append(encode(next));
        }
        return objects.resolve(query.toString());
    }

    private static String text(Instant moment) {
        return az.qalxan.exchange.StixMoment.text(moment);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Step other(RemoteAnswer answer) {
        int status = answer.status();
        if (!next.isEmpty() && (status == 400 || status == 404 || status == 410)) {
            return withoutNext();
        }
        if (asksVersions && (status == 400 || status == 422)) {
            asksVersions = false;
            return new Step.On();
        }
        String words = status + said(answer);
        return switch (status) {
            case 401, 403 -> Step.failed(Trouble.Kind.SIGN_IN, words);
            case 404, 410 -> Step.failed(Trouble.Kind.NOT_FOUND, words);
            case 413 -> shorter(words);
            case 429, 503 ->
                    new Step.Failed(
                            new Trouble(Trouble.Kind.BUSY, words, pause(answer.retryAfter())));
            default ->
                    Step.failed(status >= 500 ? Trouble.Kind.SERVER : Trouble.Kind.REFUSED, words);
        };
    }

    private static String said(RemoteAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        return text.isBlank() ? "" : ": " + text.substring(0, Math.min(text.length(), 200));
    }

    private static @Nullable Duration pause(String text) {
        if (!text.matches("[0-9]{1,7}")) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(text));
        return asked.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : asked;
    }

    /** A token may have been forgotten meanwhile: goes on by moments from what is kept. */
    private Step withoutNext() {
        next = "";
        trustsNext = false;
        if (ordered && reached != null) {
            after = justBefore(reached);
        } else {
            after = begun;
        }
        before = Set.of();
        return new Step.On();
    }

    private Step shorter(String words) {
        if (limit == 1) {
            return Step.failed(Trouble.Kind.TOO_LARGE, words);
        }
        limit = Math.max(1, limit / 4);
        return new Step.On();
    }

    private Step read(RemoteAnswer answer) {
        if (serverClock == null) {
            serverClock = ServerMoment.read(answer.date()).orElse(null);
        }
        if (!answer.whole()) {
            return shorter("a page of " + limit + " objects is too long");
        }
        return switch (RemotePage.read(answer.body())) {
            case RemotePage.Unreadable unreadable ->
                    Step.failed(Trouble.Kind.UNREADABLE, unreadable.words());
            case RemotePage.Read read -> take(read.page(), answer);
        };
    }

    private Step take(RemotePage page, RemoteAnswer answer) {
        Set<String> here =
                page.objects().stream()
                        .map(one -> HexFormat.of().formatHex(one.digest()))
                        .collect(Collectors.toSet());
        boolean fresh = !before.containsAll(here);
        look(answer);
        if (fresh) {
            keeping.keep(page.objects(), ordered ? reached : null);
        }
        before = new HashSet<>(here);
        any = any || !here.isEmpty();
        if (page.more() && trustsNext && !page.next().isEmpty()) {
            return byNext(page, fresh);
        }
        return page.objects().isEmpty() ? new Step.End() : byMoment(page, answer, fresh);
    }

    /** A page that says nothing new although next was asked for: the server does not heed it. */
    private Step byNext(RemotePage page, boolean fresh) {
        if (!fresh && !page.objects().isEmpty()) {
            return withoutNext();
        }
        if (page.objects().isEmpty() && page.next().equals(next)) {
            return new Step.End();
        }
        next = page.next();
        return new Step.On();
    }

    private void look(RemoteAnswer answer) {
        Optional<Instant> last = answer.lastAdded();
        if (last.isEmpty()) {
            return;
        }
        boolean back =
                answer.firstAdded().filter(first -> first.isAfter(last.get())).isPresent()
                        || (reached != null && !next.isEmpty() && last.get().isBefore(reached));
        ordered = ordered && !back;
        if (reached == null || last.get().isAfter(reached)) {
            reached = last.get();
        }
    }

    private Step byMoment(RemotePage page, RemoteAnswer answer, boolean fresh) {
        next = "";
        Optional<Instant> last = answer.lastAdded();
        if (last.isEmpty() || !ordered) {
            return page.more()
                    ? Step.failed(Trouble.Kind.NO_MOMENTS, "no way to the next page")
                    : new Step.End();
        }
        Instant from = justBefore(last.get());
        if (fresh && (after == null || from.isAfter(after))) {
            after = from;
            return new Step.On();
        }
        return sameMoment(page, answer);
    }

    /** Nothing new: the end, or more objects of one moment than a page holds. */
    private Step sameMoment(RemotePage page, RemoteAnswer answer) {
        boolean full = page.more() || page.objects().size() >= limit;
        boolean one = answer.firstAdded().equals(answer.lastAdded());
        if (!full || !one || page.objects().size() == 1) {
            return new Step.End();
        }
        if (limit >= PAGE_MAX) {
            return Step.failed(
                    Trouble.Kind.STUCK, "more than a page of objects with one date_added");
        }
        limit = Math.min(PAGE_MAX, limit * 4);
        return new Step.On();
    }

    private static Instant justBefore(Instant moment) {
        return moment.minus(1, ChronoUnit.MICROS);
    }

    /** Without moments the clock of the server says from where the next round begins. */
    private void end() {
        @Nullable Instant at = reached;
        if (at == null && any && serverClock != null) {
            at = serverClock.minusSeconds(1);
        }
        if (at != null) {
            keeping.keep(List.of(), at);
        }
    }
}
