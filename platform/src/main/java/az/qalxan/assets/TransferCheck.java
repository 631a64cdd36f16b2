package az.qalxan.assets;

import az.qalxan.reporting.CleanText;
import az.qalxan.reporting.IsoTime;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads written transfers and says everything that is wrong with each of them at once. */
@Component
class TransferCheck {

    /** Characters of a bank's own name of a transfer. */
    static final int REFERENCE_CHARS_MAX = 100;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks differ a little, and a day's statement may stand at noon. */
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    private final HoldingReading holdings;
    private final AssetsPack pack;
    private final Clock clock;

    TransferCheck(HoldingReading holdings, AssetsPack pack, Clock clock) {
        this.holdings = holdings;
        this.pack = pack;
        this.clock = clock;
    }

    /** How all transfers of one entry are known. */
    record Source(KnownBy knownBy, boolean verified) {}

    /** What reading one of them gave: a transfer, or what is wrong. */
    sealed interface Checked {

        /** It can be stored. */
        record Right(Transfer transfer) implements Checked {}

        /** It cannot. */
        record Wrong(List<Violation> violations) implements Checked {

            public Wrong {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads transfers; answers stand in the order of the questions. */
    List<Checked> check(List<RawTransfer> rows, Source source) {
        Map<String, Holding> victims =
                holdings.victims(
                        rows.stream().flatMap(one -> Stream.of(one.from(), one.to())).toList());
        return rows.stream().map(one -> check(one, victims, source)).toList();
    }

    private Checked check(RawTransfer raw, Map<String, Holding> victims, Source source) {
        List<Violation> wrong = new ArrayList<>();
        @Nullable Holding from = holding("from", raw.from(), victims, wrong);
        @Nullable Holding to = holding("to", raw.to(), victims, wrong);
        if (from != null && to != null && from.key().equals(to.key())) {
            wrong.add(Violation.at("to", "assets.wrong.one-end", shortened(raw.to())));
        }
        @Nullable Money sent = money("amount", raw.amount(), raw.currency(), wrong);
        @Nullable Money received = received(raw, sent, wrong);
        @Nullable Instant at = at(raw.at(), wrong);
        String reference = CleanText.of(raw.reference());
        if (reference.length() > REFERENCE_CHARS_MAX) {
            wrong.add(
                    Violation.at(
                            "reference",
                            "case.wrong.words",
                            reference.length(),
                            0,
                            REFERENCE_CHARS_MAX));
        }
        return wrong.isEmpty()
                        && from != null
                        && to != null
                        && sent != null
                        && received != null
                        && at != null
                ? new Checked.Right(
                        new Transfer(
                                UUID.randomUUID(),
                                from,
                                to,
                                sent,
                                received,
                                at,
                                source.knownBy(),
                                source.verified(),
                                reference))
                : new Checked.Wrong(wrong);
    }

    private @Nullable Holding holding(
            String field, String typed, Map<String, Holding> victims, List<Violation> wrong) {
        Optional<Holding> read = holdings.read(typed, victims);
        if (read.isEmpty()) {
            wrong.add(Violation.at(field, "assets.wrong.holding", shortened(typed)));
        }
        return read.orElse(null);
    }

    private static @Nullable Money money(
            String field, String amount, String currency, List<Violation> wrong) {
        Optional<Money> read = Typed.money(amount, currency);
        if (read.isEmpty()) {
            wrong.add(
                    Violation.at(
                            field, "assets.wrong.amount", shortened(amount), shortened(currency)));
        }
        return read.orElse(null);
    }

    /** What arrived: the same unless the row says otherwise. */
    private static @Nullable Money received(
            RawTransfer raw, @Nullable Money sent, List<Violation> wrong) {
        if (raw.receivedAmount().isBlank()) {
            return sent;
        }
        String currency =
                raw.receivedCurrency().isBlank() ? raw.currency() : raw.receivedCurrency();
        @Nullable Money received = money("received_amount", raw.receivedAmount(), currency, wrong);
        if (sent != null
                && received != null
                && sent.currency().equals(received.currency())
                && received.isMoreThan(sent)) {
            wrong.add(
                    Violation.at(
                            "received_amount",
                            "assets.wrong.more-arrived",
                            shortened(raw.receivedAmount()),
                            shortened(raw.amount())));
        }
        return received;
    }

    private @Nullable Instant at(String typed, List<Violation> wrong) {
        @Nullable Instant at = IsoTime.read(typed.strip(), pack.zone());
        if (at == null || at.isBefore(EARLIEST) || at.isAfter(clock.instant().plus(AHEAD_MAX))) {
            wrong.add(Violation.at("at", "assets.wrong.moment", shortened(typed)));
            return null;
        }
        return at;
    }

    /** What a message quotes: never a whole card number, never a page of text. */
    private static String shortened(String typed) {
        String masked = CleanText.of(typed).replaceAll("[0-9](?=(?:[ -]?[0-9]){4,})", "*");
        return masked.substring(0, Math.min(masked.length(), 40));
    }
}
