package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Three invented years of work on the action plan: bodies propose stages with evidence, others
 * confirm or dispute, some fall silent. Nothing of it happened.
 */
@Component
class DemoPlanWork implements DemoPart {

    /** Who speaks for the bodies that lead measures. */
    private static final Map<String, String> SPEAKERS =
            Map.of(
                    "rinn", "koordinator-rinn",
                    "dtx", "koordinator",
                    "xritdx", "koordinator-xritdx",
                    "din", "koordinator-din",
                    "nk", "koordinator-nk",
                    "etn", "koordinator-etn",
                    "in", "koordinator-in",
                    "aqupdk", "koordinator-aqupdk");

    /** Those who look at what others propose, in turn. */
    private static final List<String> JUDGES = List.of("xritdx", "dtx", "din", "rinn");

    private static final Map<Stage, String> ASKED =
            Map.of(
                    Stage.INITIAL,
                    "Nümunə: iş planı icraçılarla razılaşdırılıb və qərarla təsdiq edilib.",
                    Stage.INTERIM,
                    "Nümunə: layihə hazırlanıb, icraçıların rəyi nəzərə alınıb.",
                    Stage.FINAL,
                    "Nümunə: nəticə qərarla qəbul edilib və tətbiqinə başlanılıb.");

    private static final Map<Stage, String> DONE =
            Map.of(
                    Stage.INITIAL,
                    "Nümunə: işçi qrup yaradılıb, iş planı icraçılarla razılaşdırılıb.",
                    Stage.INTERIM,
                    "Nümunə: layihə hazırlanıb və icraçıların rəyi ilə yenidən işlənib.",
                    Stage.FINAL,
                    "Nümunə: sənəd qəbul edilib, tətbiqinə bütün icraçılarda başlanılıb.");

    private final Plans plans;
    private final Progress progress;
    private final StageDesk desk;
    private final DemoPeople people;

    DemoPlanWork(Plans plans, Progress progress, StageDesk desk, DemoPeople people) {
        this.plans = plans;
        this.progress = progress;
        this.desk = desk;
        this.people = people;
    }

    @Override
    public int order() {
        return 20;
    }

    /** Plays the years until that moment, unless somebody spoke already; all is fictional. */
    @Override
    public void play(Instant now) {
        if (!progress.events(Instant.EPOCH, now).isEmpty()) {
            return;
        }
        plans.current()
                .map(Plan::measures)
                .orElse(List.of())
                .forEach(measure -> play(measure, now));
        plans.current().ifPresent(plan -> quarrel(plan, now));
    }

    /** A measure's number decides how its story goes, the same in every demonstration. */
    private void play(PlanMeasure measure, Instant now) {
        @Nullable BodyCode lead = measure.lead().body();
        if (lead == null || !SPEAKERS.containsKey(lead.value())) {
            return;
        }
        int lot = lot(measure.code());
        Story story = new Story(measure, lead.value(), lot, now);
        if (lot % 9 == 4) {
            return;
        }
        Instant begin = story.begin();
        ask(story, begin);
        int reached = story.stages();
        List<Stage> stages = List.of(Stage.values());
        for (int i = 0; i < reached; i++) {
            Stage stage = stages.get(i);
            Instant at = story.moment(begin, i, reached);
            StageDesk.Made made = propose(story, stage, at);
            Instant judged = at.plus(Duration.ofDays(6 + lot % 20));
            if (judged.isBefore(now)) {
                as(judge(story.lead(), lot + i), judged, who -> desk.confirm(made, "", who));
            }
        }
        if (lot % 4 == 1) {
            Instant lately = story.ago(5 + lot % 60);
            as(
                    story.lead(),
                    lately,
                    who ->
                            desk.say(
                                    measure.code(),
                                    "Nümunə: növbəti mərhələ üzrə iş davam edir, icraçıların"
                                            + " rəyi gözlənilir.",
                                    who));
        }
        if (lot % 4 == 2 && reached < stages.size()) {
            propose(story, stages.get(reached), story.ago(4 + lot % 40));
        }
    }

    private static int lot(MeasureCode code) {
        int lot = 7;
        for (char sign : code.value().toCharArray()) {
            lot = Character.isDigit(sign) ? lot * 5 + Character.digit(sign, 10) : lot;
        }
        return Math.floorMod(lot, 97);
    }

    /** How one measure's years went. */
    private record Story(PlanMeasure measure, String lead, int lot, Instant now) {

        private static final LocalDate APPROVED = LocalDate.of(2023, 10, 16);

        Instant begin() {
            @Nullable Integer from = measure.measure().span().fromYear();
            LocalDate day = from == null || from < 2024 ? APPROVED : LocalDate.of(from, 2, 5);
            return at(day.plusDays(lot));
        }

        Instant ago(int days) {
            return at(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(days));
        }

        /** How many stages are reached: most of what has ended is done, the rest is under way. */
        int stages() {
            @Nullable Integer until = measure.measure().span().untilYear();
            int year = now.atZone(ZoneOffset.UTC).getYear();
            if (until != null && until < year) {
                return lot % 5 == 0 ? 2 : 3;
            }
            return until == null ? lot % 4 : 1 + lot % 2;
        }

        /** When a stage is proposed: spread from the beginning until lately, or until the end. */
        Instant moment(Instant begin, int stage, int of) {
            @Nullable Integer until = measure.measure().span().untilYear();
            Instant lately = ago(10 + lot * 3);
            Instant end = until == null ? lately : at(LocalDate.of(until, 11, 20));
            Instant last = end.isBefore(lately) ? end : lately;
            Duration whole = Duration.between(begin, last);
            return begin.plus(whole.multipliedBy(stage + 1L).dividedBy(of));
        }

        private static Instant at(LocalDate day) {
            return day.atTime(7, 30).toInstant(ZoneOffset.UTC);
        }
    }

    private void ask(Story story, Instant begin) {
        Stage[] stages = Stage.values();
        int known = story.lot() % 11 == 3 ? 1 : stages.length;
        for (int i = 0; i < Math.max(known, story.stages()); i++) {
            StageDesk.Place place = new StageDesk.Place(story.measure().code(), stages[i]);
            String words = ASKED.getOrDefault(stages[i], "");
            as(story.lead(), begin, who -> desk.askForDecision(place, words, who));
        }
    }

    private StageDesk.Made propose(Story story, Stage stage, Instant at) {
        StageDesk.Place place = new StageDesk.Place(story.measure().code(), stage);
        String words = DONE.getOrDefault(stage, "");
        List<StageDesk.Proof> proofs = proofs(story, stage, at);
        AtomicReference<StageDesk.Made> made = new AtomicReference<>();
        as(story.lead(), at, who -> made.set(desk.propose(place, words, proofs, who)));
        return made.get();
    }

    private static List<StageDesk.Proof> proofs(Story story, Stage stage, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate().minusDays(3);
        String code = story.measure().code().value();
        List<StageDesk.Proof> proofs = new ArrayList<>();
        proofs.add(
                new StageDesk.Decision(
                        "Nümunə: daxili əmr", "N-" + (story.lot() + 1) + "/" + day.getYear(), day));
        if (stage != Stage.INITIAL) {
            proofs.add(
                    new StageDesk.Paper(
                            "Nümunə: iş qrupunun protokolu",
                            "protokol-" + code + ".txt",
                            "Nümunə sənəd: " + code + ", " + stage.code() + "\n"));
        }
        if (story.lot() % 3 == 0) {
            proofs.add(
                    new StageDesk.Page(
                            "Nümunə: qurumun saytında xəbər",
                            URI.create("https://numune.example/" + story.lead() + "/" + code)));
        }
        return proofs;
    }

    /** Lately: a dispute that was answered, one that waits, a claim without proof, a reopening. */
    private void quarrel(Plan plan, Instant now) {
        story(plan, "8.3.1.1", now).ifPresent(story -> dispute(story, 75, true));
        story(plan, "8.5.3", now).ifPresent(story -> dispute(story, 17, false));
        story(plan, "8.8.1.1", now).ifPresent(this::bare);
        story(plan, "8.2.1.2", now).ifPresent(this::reopen);
    }

    /** Of a measure of which nothing was said but what is asked. */
    private static Optional<Story> story(Plan plan, String code, Instant now) {
        return plan.measure(new MeasureCode(code))
                .filter(one -> SPEAKERS.containsKey(leadOf(one)))
                .map(one -> new Story(one, leadOf(one), lot(one.code()), now))
                .filter(one -> one.lot() % 9 != 4 && one.lot() % 4 == 0 && one.stages() == 0);
    }

    private static String leadOf(PlanMeasure measure) {
        @Nullable BodyCode lead = measure.lead().body();
        return lead == null ? "" : lead.value();
    }

    private void dispute(Story story, int daysAgo, boolean answered) {
        StageDesk.Made made = propose(story, Stage.INITIAL, story.ago(daysAgo));
        as(
                judge(story.lead(), 0),
                story.ago(daysAgo - 9),
                who ->
                        desk.dispute(
                                made,
                                "Nümunə: protokolda icraçıların yarısının imzası yoxdur, rəyləri"
                                        + " nəzərə alınmayıb.",
                                who));
        if (answered) {
            as(
                    story.lead(),
                    story.ago(daysAgo - 15),
                    who ->
                            desk.answer(
                                    made,
                                    "Nümunə: imzalar toplanır, tamamlanmış protokol əlavə"
                                            + " ediləcək.",
                                    who));
        }
    }

    /** Proposed without anything that shows it. */
    private void bare(Story story) {
        StageDesk.Place place = new StageDesk.Place(story.measure().code(), Stage.INITIAL);
        as(
                story.lead(),
                story.ago(20),
                who ->
                        desk.propose(
                                place,
                                "Nümunə: iş başa çatıb, sənədlər imzalanandan sonra əlavə"
                                        + " olunacaq.",
                                List.of(),
                                who));
    }

    private void reopen(Story story) {
        StageDesk.Made made = propose(story, Stage.INITIAL, story.ago(120));
        String judge = judge(story.lead(), 1);
        as(judge, story.ago(110), who -> desk.confirm(made, "", who));
        as(
                judge,
                story.ago(62),
                who ->
                        desk.reopen(
                                made,
                                "Nümunə: qanunvericilik dəyişib, qəbul edilmiş sənəd yenidən"
                                        + " işlənməlidir.",
                                who));
    }

    /** A body that is not the one that proposes. */
    private static String judge(String proposer, int turn) {
        List<String> others = JUDGES.stream().filter(one -> !one.equals(proposer)).toList();
        return others.get(turn % others.size());
    }

    /** Something that somebody says. */
    private interface Word {

        void say(Caller who);
    }

    private void as(String body, Instant moment, Word word) {
        Caller who = people.named(SPEAKERS.getOrDefault(body, ""));
        WorkTime.run(moment, () -> ActingAs.run(who.identity(), () -> word.say(who)));
    }
}
