package az.qalxan.assets;

import az.qalxan.jurisdiction.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the page of a freeze. */
@Component
class FreezePages {

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final TrailPages trails;
    private final Freezes freezes;
    private final FreezeStore store;
    private final ReturnStore returns;
    private final Returns desk;
    private final Keepers keepers;
    private final AssetsPack pack;
    private final Clock clock;

    FreezePages(
            TrailPages trails,
            Freezes freezes,
            FreezeStore store,
            ReturnStore returns,
            Returns desk,
            Keepers keepers,
            AssetsPack pack,
            Clock clock) {
        this.trails = trails;
        this.freezes = freezes;
        this.store = store;
        this.returns = returns;
        this.desk = desk;
        this.keepers = keepers;
        this.pack = pack;
        this.clock = clock;
    }

    FreezePage of(Freeze freeze, ReturnRule rule) {
        FreezeHead head = freeze.head();
        AssetsPack.@Nullable Basis basis = pack.basis(head.basis()).orElse(null);
        return new FreezePage(
                trails.lines(List.of(freeze)).getFirst(),
                keepers.all(),
                head.organisation().isEmpty()
                        ? freezes.suggestedKeepers(List.of(head.holding()))
                                .getOrDefault(head.holding().keeperMark(), "")
                        : head.organisation(),
                pack.bases(),
                basis,
                freeze instanceof Freeze.Drafted ? pack.send() : pack.response(),
                until(basis),
                field(clock.instant()),
                history(head),
                returns.of(head.id()),
                rule,
                freeze instanceof Freeze.Held held ? desk.propose(held, rule) : List.of());
    }

    /** The steps; an organisation by its acronym. */
    private List<FreezeStore.Happening> history(FreezeHead head) {
        Map<String, String> acronyms = keepers.acronyms();
        return store.history(head.id()).stream()
                .map(one ->
                        new FreezeStore.Happening(
                                one.at(),
                                one.kind(),
                                one.author(),
                                acronyms.getOrDefault(one.detail(), one.detail())))
                .toList();
    }

    private String until(AssetsPack.@Nullable Basis basis) {
        Span ceiling = basis == null ? null : basis.ceiling();
        return ceiling == null ? "" : field(ceiling.after(clock.instant(), pack.zone()));
    }

    private String field(Instant moment) {
        return FIELD.format(
                LocalDateTime.ofInstant(moment, pack.zone()).truncatedTo(ChronoUnit.MINUTES));
    }
}
