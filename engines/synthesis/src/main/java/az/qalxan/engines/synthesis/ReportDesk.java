package az.qalxan.engines.synthesis;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns incidents into reports. */
final class ReportDesk {

    private static final long CATEGORY = 0x43415445;
    private static final double ONLY_IN_FORM = 0.12;
    private static final int RING_TRACES = 2;
    private static final double RING_TRACES_SURE = 0.85;
    private static final double OPENING = 0.55;
    private static final double DETAIL = 0.7;
    private static final double HUB = 0.3;
    private static final double FEELING = 0.4;
    private static final double ENDING = 0.65;
    private static final int ROOMY_CHARS = 430;
    private static final int OPTIONAL_CHARS = 560;

    private final CountryPlan plan;
    private final Forge forge;
    private final Map<Tongue, Grammar> grammars = new EnumMap<>(Tongue.class);

    ReportDesk(CountryPlan plan, Forge forge) {
        this.plan = plan;
        this.forge = forge;
        for (Tongue tongue : Tongue.values()) {
            grammars.put(tongue, Grammar.of(tongue));
        }
    }

    SyntheticReport report(long number, Incident incident) {
        return report(Witness.of(number, incident, plan.seed()));
    }

    /** The same victim tells the same anew. */
    SyntheticReport retold(long number, Incident incident, long seed) {
        Witness first = Witness.of(number, incident, plan.seed());
        return report(first.again(Dice.of(seed, 0)));
    }

    private SyntheticReport report(Witness witness) {
        Incident incident = witness.incident();
        Statement statement = new Statement(witness, forge, plan);
        Grammar grammar = Objects.requireNonNull(grammars.get(witness.tongue()));
        Storyteller teller = new Storyteller(grammar, witness, statement, plan.typists());
        Dice dice = witness.dice();
        boolean onBehalf = isOnBehalf(incident.crime(), dice);
        SyntheticReport.Loss loss = loss(witness);
        tell(teller, witness, statement, greeting(incident.crime(), onBehalf, dice));
        addRemarks(teller, witness, loss != null);
        addAgent(witness, statement);
        return new SyntheticReport(
                witness.number(),
                Instant.ofEpochSecond(incident.happenedAt()),
                Instant.ofEpochSecond(incident.reportedAt()),
                category(incident),
                region(incident, dice).code(),
                Channel.pick(dice).code(),
                witness.tongue().code(),
                teller.text().toString(),
                onBehalf,
                loss,
                statement.planted(),
                truth(incident, statement, teller.text().typing()));
    }

    private String category(Incident incident) {
        Dice dice = Dice.of(incident.seed(plan.seed()), CATEGORY);
        boolean other = dice.chance(plan.misleading().otherCategory());
        return (other ? Crime.single(dice) : incident.crime()).code();
    }

    private static boolean isOnBehalf(Crime crime, Dice dice) {
        return dice.chance(crime.hitsOrganisations() ? 0.85 : 0.06);
    }

    private static Region region(Incident incident, Dice dice) {
        Ring ring = incident.ring();
        return ring == null ? Region.pick(dice) : ring.victimRegion(dice);
    }

    private void tell(Storyteller teller, Witness witness, Statement statement, String greeting) {
        if (!greeting.isEmpty()) {
            teller.tellOwn(greeting);
        }
        Crime crime = witness.incident().crime();
        teller.tellScripted("frame-" + crime.code());
        addTraces(teller, witness, statement);
        if (fits(teller, ROOMY_CHARS) && witness.dice().chance(DETAIL)) {
            teller.tellScripted("detail-" + crime.code());
        }
    }

    private static String greeting(Crime crime, boolean onBehalf, Dice dice) {
        if (onBehalf && !crime.hitsOrganisations()) {
            return "behalf";
        }
        return dice.chance(OPENING) ? "opening" : "";
    }

    private void addTraces(Storyteller teller, Witness witness, Statement statement) {
        for (Kind kind : Kind.ALL) {
            boolean known = statement.names(kind);
            boolean sameSite = kind == Kind.URL && statement.names(Kind.DOMAIN);
            if (known || sameSite || !stated(kind, witness)) {
                continue;
            }
            state(kind, teller, witness, statement);
        }
        boolean ring = witness.incident().ring() != null;
        if (ring
                && statement.countOfOffender() < RING_TRACES
                && witness.dice().chance(RING_TRACES_SURE)) {
            mostLikely(witness.incident().crime(), statement)
                    .forEach(kind -> state(kind, teller, witness, statement));
        }
    }

    private static void state(Kind kind, Storyteller teller, Witness witness, Statement statement) {
        if (witness.dice().chance(ONLY_IN_FORM) || !fits(teller, OPTIONAL_CHARS)) {
            statement.enter(kind);
        } else {
            teller.tellOwn("fact-" + kind.code());
        }
    }

    /** The victims of a ring were in longer contact with it and know more. */
    private static boolean stated(Kind kind, Witness witness) {
        double chance = witness.incident().crime().trace(kind);
        boolean ring = witness.incident().ring() != null;
        return witness.dice().chance(ring ? 1 - (1 - chance) * (1 - chance) : chance);
    }

    /** The kinds that fill a statement up, the most frequent first. */
    private static List<Kind> mostLikely(Crime crime, Statement statement) {
        return Kind.ALL.stream()
                .filter(kind -> crime.trace(kind) > 0 && !statement.names(kind))
                .sorted(Comparator.comparingDouble((Kind kind) -> -crime.trace(kind)))
                .limit(RING_TRACES - statement.countOfOffender())
                .toList();
    }

    private void addRemarks(Storyteller teller, Witness witness, boolean lost) {
        Dice dice = witness.dice();
        boolean sober = witness.incident().crime() == Crime.CHILD_ABUSE_MATERIAL;
        if (!sober && dice.chance(lost ? HUB : HUB / 2)) {
            remark(teller, lost ? "hub" : "hub-state");
        }
        if (!sober && dice.chance(FEELING)) {
            remark(teller, lost && dice.chance(0.5) ? "feeling-loss" : "feeling");
        }
        if (forge.hasOwnPhone(witness.number())) {
            remark(teller, "own");
        }
        if (dice.chance(ENDING)) {
            remark(teller, lost && dice.chance(0.3) ? "ending-loss" : "ending");
        }
        while (fits(teller, SyntheticReport.STORY_CHARS_MIN)) {
            teller.tellOwn("ending");
        }
    }

    /** The account of somebody innocent through whom the money went. */
    private void addAgent(Witness witness, Statement statement) {
        double share = plan.misleading().sharedAccounts();
        if (share > 0 && witness.dice().chance(share)) {
            Crime crime = witness.incident().crime();
            Kind kind =
                    crime == Crime.SHOPPING_FRAUD
                            ? Kind.HANDLE
                            : crime.damage().way().equals("crypto") ? Kind.WALLET : Kind.IBAN;
            statement.enterAgent(kind, witness.dice().below(1 << 20));
        }
    }

    private static void remark(Storyteller teller, String rule) {
        if (fits(teller, OPTIONAL_CHARS)) {
            teller.tellOwn(rule);
        }
    }

    private static boolean fits(Storyteller teller, int chars) {
        return teller.text().length() < chars;
    }

    private SyntheticReport.@Nullable Loss loss(Witness witness) {
        Crime.Damage damage = witness.incident().crime().damage();
        if (!witness.dice().chance(damage.share())) {
            return null;
        }
        Money money = witness.money();
        return new SyntheticReport.Loss(
                money.amount(), money.currency(), PaidHow.of(damage.way(), money, witness.dice()));
    }

    private static SyntheticReport.Truth truth(
            Incident incident, Statement statement, Typing typing) {
        Ring ring = incident.ring();
        Ring other = statement.bridged() ? incident.bridge() : null;
        SyntheticReport.Role role =
                other != null
                        ? SyntheticReport.Role.BRIDGE
                        : ring != null ? SyntheticReport.Role.MEMBER : SyntheticReport.Role.SINGLE;
        return new SyntheticReport.Truth(
                ring == null ? null : ring.name(),
                role,
                other == null ? null : other.name(),
                typing.code());
    }
}
